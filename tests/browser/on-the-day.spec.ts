// The day around the marks in the browser: a doubtful mark by keyboard, the chief judge's message and time, two devices of one judge.
import { type Browser, expect, type Page, test } from "@playwright/test";
import { type Desk, plainRules, rowOf, sitDown, stageDesk } from "./judging-stage.ts";
import { enter as enterAs, type Person } from "./person.ts";

let desk: Desk;
let chief: Person;
let wall: string;
test.beforeAll(async ({ browser }, { project }) => {
  desk = await stageDesk(String(project.use.baseURL), 7, { rules: { ...plainRules, doubts: "asked" } });
  chief = await enterAs(browser, "caipanzhang");
  wall = `/oversight/${desk.skill.skillId}`;
});
test.afterAll(() => chief.context.close());

const value = (page: Page, aspect: string) => rowOf(page, aspect).locator('input[type="text"]').first();
async function type(page: Page, aspect: string, keys: string): Promise<void> {
  await value(page, aspect).fill(keys);
  await page.keyboard.press("Enter");
}
const sit = (browser: Browser, place: number, login = desk.logins[0]!, sub = "A1") =>
  sitDown(browser, desk, login, desk.sheet(place, sub));

test("a mark far from those of the other works is not kept before a reason; one key gives it, another takes the mark back", async ({
  browser,
}) => {
  for (const place of [1, 2, 3]) {
    const page = await sit(browser, place);
    await type(page, "A1.1", "1.5");
    await expect(rowOf(page, "A1.1")).toContainText("已保存");
    await page.context().close();
  }
  const page = await sit(browser, 4);
  await type(page, "A1.1", "0.5");
  const row = rowOf(page, "A1.1");
  await expect(row).toContainText("与其他作品差别很大：居中的一件得 1.5，您输入 0.5");
  await expect(row).toContainText("未保存");
  expect(await desk.own(desk.logins[0]!, desk.sheet(4, "A1"))).not.toHaveProperty(["A1.1"]);
  await page.keyboard.press("Escape");
  await expect(row).not.toContainText("差别很大");
  await expect(value(page, "A1.1")).toBeFocused();
  await type(page, "A1.1", "0");
  await expect(row).toContainText("您输入 0");
  await page.keyboard.press("2");
  await expect(row).toContainText("已保存");
  await expect(row).not.toContainText("差别很大");
  const own = await desk.own(desk.logins[0]!, desk.sheet(4, "A1"));
  expect(own["A1.1"]).toMatchObject({ value: "0", version: 1 });
  await type(page, "A1.1", "1.5");
  await expect(row).toContainText("改动很大：由 0 改为 1.5");
  await row.getByRole("textbox", { name: "其他理由" }).fill("量具读错一格");
  await page.keyboard.press("Enter");
  await expect(row).toContainText("已保存");
  expect((await desk.own(desk.logins[0]!, desk.sheet(4, "A1")))["A1.1"]).toMatchObject({
    value: "1.5",
    version: 2,
  });
  await page.context().close();
});

test("a message stands on every judge's sheet until noted, and the wall says who noted it; a time set is shown and becomes late", async ({
  browser,
}) => {
  const page = await sit(browser, 5);
  await chief.open(wall);
  await chief.deed("tell", { text: "请先核对量具零位" });
  const message = page.getByRole("status").filter({ hasText: "请先核对量具零位" });
  await expect(message).toBeVisible();
  await expect(chief.page.locator("main")).toContainText("尚无人阅读");
  await message.getByRole("button", { name: "知道了" }).click();
  await expect(message).toHaveCount(0);
  await expect(chief.page.locator("main")).toContainText("已读 1 号席");
  await page.reload();
  await expect(rowOf(page, "A1.1")).toBeVisible();
  await expect(message).toHaveCount(0);
  await chief.deed("due", { dueAt: "2020-01-02T08:30" }, { subcriterionId: "A1" });
  await expect(page.locator("header.sheet-bar")).toContainText(/时限\s*01-02 08:30，已逾时 \d+ 分钟/);
  await expect(chief.page.locator("main")).toContainText(/A1 已逾时 \d+ 分钟/);
  await chief.open(wall);
  await chief.deed("due", { dueAt: "" }, { subcriterionId: "A1" });
  await expect(page.locator("header.sheet-bar")).not.toContainText("时限");
  await page.context().close();
});

test("a second device of the same judge only shows until it takes over; the wall sees devices come and go with what they keep", async ({
  browser,
}) => {
  await chief.open(wall);
  const seat = chief.page.getByRole("list", { name: "裁判席设备" }).getByRole("listitem").nth(1);
  const [, login] = desk.logins;
  const tablet = await sit(browser, 6, login!);
  await expect(seat).toContainText("在线");
  const phone = await sit(browser, 6, login!);
  const notice = (page: Page) => page.getByRole("status").filter({ hasText: "您正在另一台设备上评分" });
  await expect(notice(phone)).toBeVisible();
  await expect(value(phone, "A1.1")).toBeDisabled();
  await phone.getByRole("button", { name: "在此设备继续" }).click();
  await expect(value(phone, "A1.1")).toBeEnabled();
  await expect(notice(tablet)).toBeVisible();
  await expect(value(tablet, "A1.1")).toBeDisabled();
  await tablet.context().close();
  await phone.context().setOffline(true);
  await type(phone, "A1.1", "1");
  await expect(rowOf(phone, "A1.1")).toContainText("本机暂存");
  await phone.context().setOffline(false);
  await expect(rowOf(phone, "A1.1")).toContainText("已保存");
  await phone.context().close();
  await expect(seat).toContainText("起离线");
});
