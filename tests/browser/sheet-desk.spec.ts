// The judge's sheet under the hand: Tab goes from mark to mark, the keys do what the buttons beside a box do, a thumb finds
// the evidence, a work that is fully marked is said so, and the paper of a work is one form.
import { expect, type Page, test } from "@playwright/test";
import type { Aspect, Scheme } from "#domain/schemes/aspect.ts";
import { numberAspects } from "#domain/schemes/scheme.ts";
import { expectClean } from "./axe.ts";
import { type Desk, openAt, rowOf, sitDown, stageDesk } from "./judging-stage.ts";
import { enter } from "./person.ts";

const levels = ["未达到要求", "达到要求", "优于要求", "明显优于要求"] as const;
const aspects: readonly Aspect[] = [
  { id: "", kind: "value", description: "尺寸偏差", max: "30.00", step: "0.5" },
  { id: "", kind: "measurement", description: "防护齐全", max: "10.00" },
  { id: "", kind: "judgement", description: "整体观感", max: "10.00", levels },
];
const scheme: Scheme = numberAspects({
  total: "100.00",
  criteria: ["A", "B"].map((id) => ({
    id,
    name: `标准 ${id}`,
    max: "50.00",
    subcriteria: [{ id: `${id}1`, name: `子项 ${id}`, day: 1, aspects }],
  })),
});
const works = 12;

let desk: Desk;
test.beforeAll(async ({ browserName: _ }, { project }) => {
  test.setTimeout(120_000);
  const base = String(project.use.baseURL).replace("localhost", "127.0.0.1");
  desk = await stageDesk(base, works, { name: "手边的评分表", scheme, confirm: "second" });
});

test("Tab goes from mark to mark; in a box + and − step and Delete takes the mark back", async ({
  browser,
}) => {
  const page = await sitDown(browser, desk, desk.logins[0]!, desk.sheet(0, "A1"));
  const box = rowOf(page, "A1.1").locator("input[type=text]");
  await box.focus();
  await page.keyboard.type("7.5");
  await page.keyboard.press("Tab");
  await expect(rowOf(page, "A1.2").getByRole("radio").first()).toBeFocused();
  await page.keyboard.press("Tab");
  await expect(rowOf(page, "A1.3").getByRole("radio").first()).toBeFocused();
  await expect(rowOf(page, "A1.1")).toContainText("已保存");
  for (const back of ["A1.2", "A1.1"]) {
    await page.keyboard.press("Shift+Tab");
    await expect(rowOf(page, back).locator(":focus")).toHaveCount(1);
  }
  await expect(box).toBeFocused();
  await page.keyboard.press("+");
  await expect(box).toHaveValue("8.00");
  await page.keyboard.press("-");
  await page.keyboard.press("-");
  await expect(box).toHaveValue("7.00");
  await page.keyboard.press("End");
  await page.keyboard.press("Delete");
  await expect(box).toHaveValue("");
  await expect(rowOf(page, "A1.1")).toContainText("未评");
  await expect
    .poll(async () => (await desk.own(desk.logins[0]!, desk.sheet(0, "A1")))["A1.1"]?.value)
    .toBe(null);
  await expectClean(page);
  await page.context().close();
});

test("a work of which everything is given is said so, with the way to the next one", async ({ browser }) => {
  const page = await sitDown(browser, desk, desk.logins[1]!, desk.sheet(1, "A1"));
  const done = page.getByText("本作品已评完");
  for (const sub of ["A1", "B1"]) {
    await page.goto(`/judge/sheets/${desk.sheet(1, sub)}`);
    await page.waitForLoadState("networkidle");
    await rowOf(page, `${sub}.1`).locator("input[type=text]").fill("12.5");
    await rowOf(page, `${sub}.2`).getByRole("radio").first().click();
    await expect(done).toHaveCount(0);
    await rowOf(page, `${sub}.3`).getByRole("radio").nth(2).click();
    await expect(rowOf(page, `${sub}.3`)).toContainText("已保存");
  }
  await expect(done).toBeVisible();
  await expectClean(page);
  await page.getByRole("link", { name: "下一作品" }).click();
  await expect(page).toHaveURL(new RegExp(`/judge/sheets/${desk.sheet(2, "A1")}`));
  await page.context().close();
});

test("a sheet that takes nothing names no key that would change it", async ({ browser }) => {
  const first = await sitDown(browser, desk, desk.logins[2]!, desk.sheet(4, "A1"));
  const hints = (page: Page) => page.getByRole("list", { name: "键盘" });
  await expect(hints(first)).toContainText("Del");
  const second = await sitDown(browser, desk, desk.logins[2]!, desk.sheet(4, "A1"));
  await expect(second.getByText("您正在另一台设备上评分")).toBeVisible();
  await expect(hints(second).getByRole("listitem")).toHaveText(/^N\s*下一未评$/);
  for (const page of [first, second]) await page.context().close();
});

test("under a thumb the evidence and the way back are targets of 44 pixels, and rows keep their height", async ({
  browser,
}) => {
  const phone = { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true };
  const page = await sitDown(browser, desk, desk.logins[1]!, desk.sheet(3, "A1"), phone);
  const row = rowOf(page, "A1.2");
  await row.getByRole("radio").first().tap();
  await expect(row).toContainText("已保存");
  for (const target of [row.locator(".evidence-toggle"), row.locator(".take-back")]) {
    const box = (await target.boundingBox())!;
    expect(Math.min(box.width, box.height)).toBeGreaterThanOrEqual(44);
  }
  const before = (await row.boundingBox())!.height;
  await row.locator(".take-back").tap();
  await expect(row).toContainText("未评");
  expect((await row.boundingBox())!.height).toBe(before);
  await page.context().close();
});

test("twelve works are twelve sheets of paper, and can be read on a phone", async ({ browser }) => {
  const { page, open } = await enter(browser, desk.logins[0]!);
  await open(`/judge/skills/${desk.skill.skillId}/print`);
  await expect(page.locator(".print-sheet")).toHaveCount(works);
  await expect(page.locator(".print-part")).toHaveCount(works * 2);
  const pdf = (await page.pdf({ preferCSSPageSize: true })).toString("latin1");
  expect(pdf.match(/\/Type\s*\/Page\b/g)).toHaveLength(works);
  await page.setViewportSize({ width: 390, height: 844 });
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(390);
  const lines = page.locator(".print-part").first().locator("td, h3, .print-lines > span");
  for (const line of await lines.all()) {
    const { x, width } = (await line.boundingBox())!;
    expect(x).toBeGreaterThanOrEqual(0);
    expect(x + width).toBeLessThanOrEqual(390);
  }
  await expectClean(page);
  await page.context().close();
});

test("twelve works stand in the recorder's grid at 1180; at 820 its edge is shaded until the last one is in sight", async ({
  browser,
}) => {
  const here = `/record/${desk.skill.skillId}?sub=A1`;
  const page = await openAt(browser, desk, "lufen", here, { viewport: { width: 1180, height: 820 } });
  const box = page.locator(".mark-grid-box");
  const over = () => box.evaluate((it) => it.scrollWidth - it.clientWidth);
  expect(await over()).toBe(0);
  await expect(page.locator(".mark-grid[data-more]")).toHaveCount(0);
  await page.setViewportSize({ width: 820, height: 1180 });
  await expect(page.locator(".mark-grid[data-more]")).toHaveCount(1);
  await box.evaluate((it) => it.scrollTo({ left: it.scrollWidth }));
  await expect(page.locator(".mark-grid[data-more]")).toHaveCount(0);
  await page.context().close();
});

test("why skills are closed to a recorder is said once, over the skills it is so for", async ({
  browser,
}) => {
  const recorder = await enter(browser, "lufen");
  await recorder.open("/record");
  const main = recorder.page.locator("main");
  await expect(main.getByText("这些赛项不能代录")).toHaveCount(1);
  const rows = main.getByRole("list", { name: "未设复核的赛项" }).getByRole("listitem");
  expect(await rows.count()).toBeGreaterThan(5);
  await expect(main.getByText("未设复核，不能代录")).toHaveCount(0);
  await recorder.context.close();
});
