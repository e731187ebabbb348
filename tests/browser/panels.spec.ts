// Panels: named in the rules form, where what cannot stand is told at its field; then each judge's desk holds the own panel's
// sub-criteria, and the address of another panel's sheet leads nowhere.
import { expect, test } from "@playwright/test";
import type { Aspect, Scheme } from "#domain/schemes/aspect.ts";
import { expectClean } from "./axe.ts";
import { type Desk, plainRules, rowOf, sitDown, stageDesk } from "./judging-stage.ts";
import { enter } from "./person.ts";

const levels = ["未达到要求", "达到要求", "优于要求", "明显优于要求"] as const;
const judgement = (id: string): Aspect => ({
  id,
  kind: "judgement",
  description: "观感",
  max: "50.00",
  levels,
});
const scheme: Scheme = {
  total: "100.00",
  criteria: ["A", "B"].map((id, at) => ({
    id,
    name: id === "A" ? "外观" : "质量",
    max: "50.00",
    subcriteria: [
      { id: `${id}1`, name: id === "A" ? "外观" : "质量", day: at + 1, aspects: [judgement(`${id}1.1`)] },
    ],
  })),
};
const panels = {
  panelName1: "外观组",
  panelSeats1: "1,2",
  panelSubs1: "A1",
  panelName2: "质量组",
  panelSeats2: "3",
  panelSubs2: "B1",
};
const edition = {
  name: "分组评分赛事",
  host: "开封市人力资源和社会保障局",
  startsOn: "2027-05-08",
  endsOn: "2027-05-10",
  noticeWorkingDays: "5",
};
let desk: Desk;
test.describe.configure({ mode: "serial" });
test.beforeAll(async ({ browserName: _ }, { project }) => {
  test.setTimeout(120_000);
  const base = String(project.use.baseURL).replace("localhost", "127.0.0.1");
  desk = await stageDesk(base, 1, { name: "分组评分", scheme, rules: { ...plainRules, ...panels } });
});

test("the form says at the field what cannot stand, keeps what was typed, and shows the panels as they were understood", async ({
  browser,
}) => {
  const organizer = await enter(browser, "zuzhi");
  const { page } = organizer;
  await organizer.open("/manage/new");
  for (const [name, typed] of Object.entries(edition)) await page.fill(`[name="${name}"]`, typed);
  await page.selectOption('[name="tier"]', "city");
  await page.locator('main button[type="submit"]').last().click();
  await page.waitForURL(/\/manage\/[0-9a-f-]{36}/);
  await organizer.open(`${new URL(page.url()).pathname}?add=skill`);
  const named = { number: "88", name: "分组的赛项", category: "local", venue: "一号馆" };
  await organizer.deed("add-skill", { ...named, codingLayers: "0", confirm: "none" });
  await page.waitForURL(/\/manage\/skills\//);
  const summary = page.getByText("分组评分（不同裁判小组评不同子项）");
  await summary.click();
  await expectClean(page);
  expect(await organizer.deed("rules", { ...panels, panelSeats1: "一", panelSubs2: "A1,B1" })).toBe(422);
  await expect(page.locator('[name="panelSeats1"]')).toHaveAccessibleDescription(/请填写 1 至 99 的席位号/);
  await expect(page.locator('[name="panelSubs2"]')).toHaveAccessibleDescription(/子项 A1 已归“外观组”/);
  await expect(page.locator('[name="panelName2"]')).toHaveValue("质量组");
  await expectClean(page);
  expect(
    await organizer.deed("rules", { ...panels, panelSeats1: "2、1，2", panelSubs1: "a1", panelSubs2: "B1" }),
  ).toBeLessThan(400);
  await expect(page.locator('[name="panelSeats1"]')).toHaveValue("1,2");
  await expect(page.locator('[name="panelSubs1"]')).toHaveValue("A1");
  await expectClean(page);
});

test("each judge marks what the own panel marks; a judgement of one seat is agreed at once", async ({
  browser,
}) => {
  const [first, , third] = desk.logins;
  const appearance = await enter(browser, first!);
  await appearance.open("/judge");
  await expect(appearance.page.locator("main")).toContainText("A1");
  await expect(appearance.page.locator("main")).not.toContainText("B1");
  await expectClean(appearance.page);
  const foreign = await appearance.page.goto(`/judge/sheets/${desk.sheet(0, "B1")}`);
  expect(foreign!.status()).toBe(404);
  const grid = await appearance.page.goto(`/judge/panels/${desk.skill.skillId}/B1`);
  expect(grid!.status()).toBe(404);

  const quality = await sitDown(browser, desk, third!, desk.sheet(0, "B1"));
  await expect(quality.locator("main")).toContainText("席");
  await rowOf(quality, "B1.1").locator('[role="radio"]').first().focus();
  await quality.keyboard.press("3");
  await expect(rowOf(quality, "B1.1")).toContainText("已保存");
  await expect(quality.locator(".subtotal-value")).toContainText("50.00 / 50.00");
  await expectClean(quality);

  const organizer = await enter(browser, "zuzhi");
  await organizer.open(`/manage/skills/${desk.skill.skillId}`);
  await expect(organizer.page.locator("main")).toContainText("外观组：1、2 号席评 A1；质量组：3 号席评 B1");
  await expectClean(organizer.page);
});

test("the chief judge's word to one panel stands on the desks of its judges alone", async ({ browser }) => {
  const chief = await enter(browser, "caipanzhang");
  await chief.open(`/oversight/${desk.skill.skillId}`);
  await expectClean(chief.page);
  expect(await chief.deed("tell", { panel: "panel-2", text: "质量组请核对量具" })).toBeLessThan(400);
  await expect(chief.page.locator("#messages")).toContainText("质量组 · 尚无人阅读");
  const [first, , third] = desk.logins;
  const quality = await enter(browser, third!);
  await quality.open("/judge");
  await expect(quality.page.locator("main")).toContainText("质量组请核对量具");
  const appearance = await enter(browser, first!);
  await appearance.open("/judge");
  await expect(appearance.page.locator("main")).toContainText("A1");
  await expect(appearance.page.locator("main")).not.toContainText("质量组请核对量具");
});
