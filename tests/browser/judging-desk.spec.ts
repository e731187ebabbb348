// The judge's desk on the day: by keyboard alone, by thumb, without a line, on two devices, and after the seat has ended.
import { expect, type Page, test } from "@playwright/test";
import { subcriteriaOf } from "#domain/schemes/scheme.ts";
import { enter as visit } from "#server/rehearsal/visitor.ts";
import { aspects, type Desk, kept, rowOf, scheme, sitDown, stageDesk, typed } from "./judging-stage.ts";

let desk: Desk;
test.beforeAll(async ({ browserName: _ }, { project }) => {
  test.setTimeout(120_000);
  // By address: on "localhost" the socket takes the line for unbreakable.
  desk = await stageDesk(String(project.use.baseURL).replace("localhost", "127.0.0.1"), 4);
});

/** Types the mark of an aspect where the focus is, and asks for the next unset one. */
async function key(page: Page, n: number): Promise<void> {
  await page.keyboard.type(typed(aspects[n]!, n).keys);
  await page.keyboard.press("n");
}

test("all 76 aspects by keyboard alone, without a line in the middle, with a reload: every mark arrives once", async ({
  browser,
}) => {
  const [login] = desk.logins;
  const page = await sitDown(browser, desk, login!, `${desk.sheet(0, "A1")}#A1.1`);
  for (let n = 0; n < 28; n += 1) {
    if (n === 19) await expect(rowOf(page, "A2.1")).toBeVisible();
    await key(page, n);
  }
  await expect(rowOf(page, "A2.9")).toContainText("已保存");
  await kept(page, desk.sheet(0, "A2"));
  await page.context().setOffline(true);
  for (let n = 28; n < 38; n += 1) await key(page, n);
  await expect(page.getByText("未连接，暂时不能打开其他评分表")).toBeVisible();
  await page.reload();
  for (const place of [10, 19]) await expect(rowOf(page, `A2.${place}`)).toContainText("本机暂存");
  await page.context().setOffline(false);
  for (let place = 10; place <= 19; place += 1)
    await expect(rowOf(page, `A2.${place}`)).toContainText("已保存");
  await page.keyboard.press("n");
  for (let n = 38; n < 76; n += 1) {
    if (n === 38) await expect(rowOf(page, "B1.1")).toBeVisible();
    if (n === 57) await expect(rowOf(page, "B2.1")).toBeVisible();
    await key(page, n);
  }
  // What is still in the outbox is sent while the next work is on the screen already.
  await expect
    .poll(async () =>
      Object.keys(await desk.own(login!, desk.sheet(0, "B2"))).filter((id) => id.startsWith("B2.")),
    )
    .toHaveLength(19);
  for (const { subcriterion } of subcriteriaOf(scheme)) {
    const own = await desk.own(login!, desk.sheet(0, subcriterion.id));
    for (const aspect of subcriterion.aspects) {
      const n = aspects.findIndex(({ id }) => id === aspect.id);
      expect({ ...own[aspect.id], id: aspect.id }).toMatchObject({ id: aspect.id, version: 1 });
      expect(Number(own[aspect.id]!.value), aspect.id).toBe(Number(typed(aspect, n).mark));
    }
  }
  await page.context().close();
});

test("a digit typed while the next sheet is still on its way marks neither work", async ({ browser }) => {
  const [, login] = desk.logins;
  const here = desk.sheet(1, "A1");
  const page = await sitDown(browser, desk, login!, here);
  // Judgements are this seat's own: everything else of the sheet is left to the first seat.
  const judged = aspects.filter((aspect) => aspect.id.startsWith("A1.") && aspect.kind === "judgement");
  for (const aspect of aspects.filter((one) => one.id.startsWith("A1."))) {
    await rowOf(page, aspect.id).locator('[role="radio"], input[type="text"]').first().focus();
    await page.keyboard.type(typed(aspect, 1).keys);
    await page.keyboard.press("Enter");
    await expect(rowOf(page, aspect.id)).toContainText("已保存");
  }
  const last = judged.at(-1)!;
  let release = (): void => {};
  const held = new Promise<void>((done) => {
    release = done;
  });
  await page.route(/\/judge\/next/, async (route) => {
    await held;
    await route.continue();
  });
  await rowOf(page, last.id).locator('[role="radio"]').first().focus();
  await page.keyboard.press("n");
  await page.keyboard.press("3");
  await page.keyboard.press("Delete");
  release();
  await expect(rowOf(page, "A2.1")).toBeVisible();
  const own = await desk.own(login!, here);
  expect(own[last.id]).toMatchObject({ value: "1", version: 1 });
  expect(await desk.own(login!, desk.sheet(1, "A2"))).not.toHaveProperty(["A2.1"]);
  await page.context().close();
});

test("by thumb on a 390-pixel screen: nothing wider than the screen, no target under 44 pixels, every mark saved", async ({
  browser,
}) => {
  const [login] = desk.logins;
  const page = await sitDown(browser, desk, login!, desk.sheet(2, "A1"), {
    viewport: { width: 390, height: 844 },
    hasTouch: true,
    isMobile: true,
  });
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(390);
  for (const aspect of aspects.filter((one) => one.id.startsWith("A1."))) {
    const row = rowOf(page, aspect.id);
    if (aspect.kind === "value") {
      await row.locator('input[type="text"]').tap();
      await page.keyboard.type("1");
      await row.locator('input[type="text"]').press("Enter");
    } else {
      const choice = row.getByRole("radio").first();
      const box = (await choice.boundingBox())!;
      expect(Math.min(box.width, box.height), aspect.id).toBeGreaterThanOrEqual(44);
      await choice.tap();
    }
    await expect(row).toContainText("已保存");
  }
  await page.context().close();
});

test("of two devices on one cell the later one is shown both marks, and nothing is overwritten until it decides", async ({
  browser,
}) => {
  const [login] = desk.logins;
  const sheet = desk.sheet(3, "A1");
  const first = await sitDown(browser, desk, login!, sheet);
  const second = await sitDown(browser, desk, login!, sheet);
  const takeOver = (page: Page) => page.getByRole("button", { name: "在此设备继续" }).click();
  const enter = async (page: Page, value: string): Promise<void> => {
    await rowOf(page, "A1.1").locator('input[type="text"]').fill(value);
    await page.keyboard.press("Enter");
  };
  await takeOver(second);
  await expect(rowOf(second, "A1.1").locator('input[type="text"]')).toBeEnabled();
  await second.context().setOffline(true);
  await enter(second, "0.5");
  await expect(rowOf(second, "A1.1")).toContainText("本机暂存");
  await takeOver(first);
  await enter(first, "1.5");
  await expect(rowOf(first, "A1.1")).toContainText("已保存");
  await second.context().setOffline(false);
  const box = rowOf(second, "A1.1");
  await expect(box).toContainText("冲突，请对照后决定");
  await expect(box).toContainText("1.5");
  await expect(box).toContainText("0.5");
  expect((await desk.own(login!, sheet))["A1.1"]).toMatchObject({ value: "1.5", version: 1 });
  await box.getByRole("button", { name: "提交我的" }).click();
  await expect(rowOf(first, "A1.1").locator('input[type="text"]')).toHaveValue("0.5");
  expect((await desk.own(login!, sheet))["A1.1"]).toMatchObject({ value: "0.5", version: 2 });
  await first.context().close();
  await second.context().close();
});

test("a judge whose seat has ended is told so at once; what is typed afterwards reaches nobody", async ({
  browser,
}) => {
  const login = desk.logins[2]!;
  const sheet = desk.sheet(3, "A2");
  const page = await sitDown(browser, desk, login, sheet);
  const organizer = await visit(desk.base, "zuzhi");
  const here = `/manage/skills/${desk.skill.skillId}`;
  const { skill } = await organizer.read<{ skill: { seats: { id: string; account: { login: string } }[] } }>(
    here,
  );
  const seatId = skill.seats.find((seat) => seat.account.login === login)!.id;
  await organizer.post(here, { intent: "end-seat", seatId });
  await expect(page.getByText("本机的登录已变动，评分暂停发送")).toBeVisible();
  await rowOf(page, "A2.1").locator('input[type="text"]').fill("1");
  await page.keyboard.press("Enter");
  await page.reload();
  await expect(rowOf(page, "A2.1")).toHaveCount(0);
  expect(await desk.own(desk.logins[0]!, sheet)).not.toHaveProperty(["A2.1"]);
  await page.context().close();
});
