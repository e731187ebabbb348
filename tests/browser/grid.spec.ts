// The grid of many works: a recorder keys paper sheets by keyboard alone and the chief judge confirms them; a judge marks on a
// tablet held across, without a line in the middle, and every mark arrives once.
import { expect, type Page, test } from "@playwright/test";
import { sheetId } from "#domain/marking/lock.ts";
import type { Aspect, Scheme } from "#domain/schemes/aspect.ts";
import { numberAspects } from "#domain/schemes/scheme.ts";
import { expectClean } from "./axe.ts";
import { type Desk, keptPage, openAt, stageDesk } from "./judging-stage.ts";
import { enter } from "./person.ts";

const levels = ["未达到要求", "达到要求", "优于要求", "明显优于要求"] as const;
const aspects: readonly Aspect[] = [
  { id: "", kind: "value", description: "尺寸偏差", max: "60.00", step: "0.5" },
  { id: "", kind: "measurement", description: "防护齐全", max: "20.00" },
  { id: "", kind: "judgement", description: "整体观感", max: "20.00", levels },
];
const scheme: Scheme = numberAspects({
  total: "100.00",
  criteria: [
    {
      id: "A",
      name: "操作",
      max: "100.00",
      subcriteria: [{ id: "A1", name: "制作", day: 1, aspects }],
    },
  ],
});

let desk: Desk;
const works = 3;
test.beforeAll(async ({ browserName: _ }, { project }) => {
  test.setTimeout(120_000);
  desk = await stageDesk(String(project.use.baseURL).replace("localhost", "127.0.0.1"), works, {
    name: "纸质与平板",
    scheme,
    confirm: "second",
  });
});

const entry = (page: Page) => page.locator(".grid-entry");
const cells = (page: Page, state: string) => page.locator(`.grid-cell.${state}`);
const type = async (page: Page, ...keys: readonly string[]): Promise<void> => {
  for (const key of keys) {
    if (/^[\d.]+$/.test(key)) await page.keyboard.type(key);
    else await page.keyboard.press(key);
  }
};
const idOf = (place: number): string => desk.sheet(place, "A1").split("~")[0]!;
const revisions = async (): Promise<number> => {
  const all = await Promise.all(
    Array.from({ length: works }, (_, place) => desk.own(desk.logins[0]!, desk.sheet(place, "A1"))),
  );
  return all.flatMap((own) => Object.values(own)).reduce((sum, { version }) => sum + version, 0);
};

test("a judge at 1180×820 marks three works in the grid, without a line, over a reload; each mark arrives once", async ({
  browser,
}) => {
  const [login] = desk.logins;
  const here = `/judge/panels/${desk.skill.skillId}/A1`;
  const tablet = { viewport: { width: 1180, height: 820 }, hasTouch: true };
  const page = await openAt(browser, desk, login!, here, tablet);
  await expectClean(page);
  expect(await page.evaluate(() => document.documentElement.scrollHeight)).toBeLessThanOrEqual(820);
  await keptPage(page, here);

  // By thumb: a tapped cell has the sheet's own control in the bar.
  const first = page.locator(".grid-cell").first();
  await first.tap();
  await page.locator(".grid-bar input[type=text]").fill("45.5");
  await page.locator(".grid-bar input[type=text]").press("Enter");
  await expect(first).toContainText("45.5");
  await expect(first).toHaveClass(/saved/);
  const choice = page.locator(".grid-bar [role=radio]").first();
  await page.locator("tbody tr").nth(1).locator(".grid-cell").first().tap();
  const box = (await choice.boundingBox())!;
  expect(Math.min(box.width, box.height)).toBeGreaterThanOrEqual(44);
  await choice.tap();
  await expect(cells(page, "saved")).toHaveCount(2);

  // By keyboard, without a line: what is typed stays on the device, over a reload.
  await page.context().setOffline(true);
  await type(page, "n", "3", "n", "50", "n", "0", "n", "2");
  await expect(cells(page, "local")).toHaveCount(4);
  await expect(page.locator(".grid-cell.zero")).toHaveCount(1);
  await page.reload();
  await expect(cells(page, "local")).toHaveCount(4);
  await page.locator("body").press("n");
  await type(page, "60", "Enter", "1", "Enter", "1");
  await expect(cells(page, "local")).toHaveCount(7);
  await page.context().setOffline(false);
  await expect(cells(page, "saved")).toHaveCount(9);
  await expect
    .poll(() => desk.own(login!, desk.sheet(2, "A1")))
    .toMatchObject({
      "A1.1": { value: "60", version: 1 },
      "A1.2": { value: "20", version: 1 },
      "A1.3": { value: "1", version: 1 },
    });
  expect(await revisions()).toBe(9);
  await page.context().close();
});

test("a mark the aspect does not take is said at once and the hand stays; a conflict waits in the bar with both values", async ({
  browser,
}) => {
  const [, second] = desk.logins;
  const here = `/judge/panels/${desk.skill.skillId}/A1?cell=${idOf(0)}~A1.1`;
  const page = await openAt(browser, desk, second!, here, { viewport: { width: 1180, height: 820 } });
  await entry(page).focus();
  await type(page, "77", "Enter");
  await expect(page.locator(".grid-bar")).toContainText("77 超过满分 60.00");
  await expect(entry(page)).toHaveAttribute("aria-label", /A1\.1/);
  await page.context().setOffline(true);
  await type(page, "30", "Enter");
  await expect(cells(page, "local")).toHaveCount(1);
  const other = await openAt(browser, desk, desk.logins[0]!, here);
  await entry(other).focus();
  await type(other, "31", "Enter");
  await expect(other.locator(".grid-cell").first()).toHaveClass(/saved/);
  await expect(other.locator(".grid-cell").first()).toContainText("31");
  await page.context().setOffline(false);
  await expect(cells(page, "conflict")).toHaveCount(1);
  await type(page, "ArrowUp");
  const bar = page.locator(".grid-bar");
  await expect(bar).toContainText("31");
  await expect(bar).toContainText("30");
  await bar.getByRole("button", { name: "采用现有" }).click();
  await expect(cells(page, "conflict")).toHaveCount(0);
  await expect(page.locator(".grid-cell").first()).toContainText("31");
  await page.context().close();
  await other.context().close();
});

test("at 390 pixels the page says that it wants a wider screen and offers the single sheets", async ({
  browser,
}) => {
  const page = await openAt(browser, desk, desk.logins[0]!, `/judge/panels/${desk.skill.skillId}/A1`, {
    viewport: { width: 390, height: 844 },
  });
  await expect(page.getByText("本页需要较宽的屏幕")).toBeVisible();
  await expect(page.locator(".mark-grid")).toBeHidden();
  await page.locator(`.grid-narrow a[href="/judge/sheets/${sheetId(idOf(1), "A1")}"]`).click();
  await expect(page.locator(".sheet-code")).toBeVisible();
  await page.context().close();
});

test("a recorder keys a whole sub-criterion by keyboard alone; what a judge gave is not shown; the chief judge confirms", async ({
  browser,
}) => {
  const paper = await stageDesk(desk.base, works, { name: "全纸质", scheme, confirm: "second" });
  const here = `/record/${paper.skill.skillId}?sub=A1`;
  const id = paper.sheet(0, "A1");
  const tablet = await openAt(browser, paper, paper.logins[0]!, `/judge/sheets/${id}`);
  await tablet.locator('[id="A1.3"] [role=radio]').nth(3).click();
  await expect(tablet.locator('[id="A1.3"]')).toContainText("已保存");

  const page = await openAt(browser, paper, "lufen", here, { viewport: { width: 1280, height: 800 } });
  await expectClean(page);
  await expect(cells(page, "taken")).toHaveCount(1);
  await expect(cells(page, "taken")).not.toContainText("3");
  await page.locator("body").press("n");
  // Down each work: value, measurement, the level of each seat; the judge's own is passed over.
  await type(page, "55.5", "Enter", "1", "Enter");
  await expect(page.locator(".grid-bar")).toContainText("已由裁判录入");
  await type(page, "2", "Enter", "2", "Enter", "3");
  for (const work of [1, 2])
    await type(page, "n", String(40 + work), "Enter", "0", "Enter", "1", "Enter", "2", "Enter", "2");
  await expect(cells(page, "saved")).toHaveCount(15);
  const own = await paper.own(paper.logins[0]!, paper.sheet(1, "A1"));
  expect(own).toMatchObject({
    "A1.1": { value: "41", version: 1 },
    "A1.2": { value: "0", version: 1 },
    "A1.3": { value: "1", version: 1 },
  });

  await page.goto(`/oversight/${paper.skill.skillId}/confirm?sheet=${id}`);
  await page.getByRole("button", { name: "确认" }).first().click();
  await expect(page.getByText("您录入过这张评分表，须由另一人确认。")).toBeVisible();
  const chief = await enter(browser, "caipanzhang");
  for (let work = 0; work < works; work += 1) {
    await chief.open(`/oversight/${paper.skill.skillId}/confirm?sheet=${paper.sheet(work, "A1")}`);
    expect(await chief.deed("confirm")).toBeLessThan(400);
  }
  await chief.open(`/oversight/${paper.skill.skillId}`);
  await expect(chief.page.locator(".wall-cell.confirmed").first()).toBeVisible();
  for (const one of [page, tablet]) await one.context().close();
});
