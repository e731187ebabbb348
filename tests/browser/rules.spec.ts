// The organizer fills the rules of a skill: parts with weights, a tie chain in words, each kind of award; what was saved
// stands in the form again, and what does not fit the locked scheme is said at once.
import { expect, test } from "@playwright/test";
import { expectClean } from "./axe.ts";
import { enter, type Person } from "./person.ts";

let zuzhi: Person;

/** A skill of its own, whose scheme is empty and open. */
test.beforeAll(async ({ browser }) => {
  zuzhi = await enter(browser, "zuzhi");
  await zuzhi.open("/manage/new");
  const edition = {
    name: "规则演练赛事",
    host: "开封市人力资源和社会保障局",
    startsOn: "2027-05-08",
    endsOn: "2027-05-10",
    noticeWorkingDays: "5",
  };
  for (const [name, typed] of Object.entries(edition)) await zuzhi.page.fill(`[name="${name}"]`, typed);
  await zuzhi.page.selectOption('[name="tier"]', "city");
  await zuzhi.page.locator('main button[type="submit"]').last().click();
  await zuzhi.page.waitForURL(/\/manage\/[0-9a-f-]{36}/);
  await zuzhi.open(`${new URL(zuzhi.page.url()).pathname}?add=skill`);
  await zuzhi.deed("add-skill", {
    number: "88",
    name: "规则演练",
    category: "local",
    venue: "一号馆",
    codingLayers: "0",
    confirm: "none",
  });
  await zuzhi.page.waitForURL(/\/manage\/skills\//);
});
test.afterAll(() => zuzhi.context.close());

const value = (name: string) => zuzhi.page.locator(`#rules-${name}`);
const chooseKind = (kind: string) => zuzhi.page.locator(`[name="policyKind"][value="${kind}"]`).check();

test("parts, tie chain and rounding are saved and stand again", async () => {
  await zuzhi.page.getByText("分部分计分（理论、实操等）").click();
  const refused = await zuzhi.deed("rules", {
    componentName1: "理论知识",
    componentWeight1: "30",
    componentCriteria1: "a",
    componentName2: "实操",
    componentWeight2: "60",
    componentCriteria2: "B、C",
    tieChain: "实操，口试",
  });
  expect(refused).toBe(422);
  await expect(zuzhi.page.locator("#rules-componentWeight1-error")).toContainText("现为 90%");
  await expect(zuzhi.page.locator("#rules-tieChain-error")).toContainText("口试");
  await expectClean(zuzhi.page);
  const saved = await zuzhi.deed("rules", {
    componentWeight2: "70",
    componentPassLine1: "60",
    tieChain: "实操，b，用时",
    noSharedRanks: true,
    roundTotal: "2",
    trimmed: "set",
    seats: "7",
    minJudges: "5",
    minField: "10",
  });
  expect(saved).toBeLessThan(400);
  await expect(zuzhi.page.getByRole("status")).toContainText("规则已保存");
  await expect(value("componentWeight2")).toHaveValue("70");
  await expect(value("componentCriteria2")).toHaveValue("B,C");
  await expect(value("componentPassLine1")).toHaveValue("60");
  await expect(value("tieChain")).toHaveValue("实操, B, 用时");
  await expect(value("noSharedRanks")).toBeChecked();
  await expect(value("roundTotal")).toHaveValue("2");
  await expect(value("seats")).toHaveValue("7");
  await expect(value("minField")).toHaveValue("10");
});

const policies: readonly (readonly [kind: string, fields: Readonly<Record<string, string>>])[] = [
  ["near-tie", { basis: "total", tolerance: "0.5", excellence: "scale", excellenceScale: "700" }],
  ["counts", { count1: "2", count2: "4", count3: "6", excellence: "none" }],
  ["shares", { share1: "12.5", share2: "20", share3: "30", shareOf: "ranked", shareRounding: "floor" }],
  ["bands", { band1: "85", band2: "75.5", band3: "60", band4: "" }],
  ["places", { excellence: "2/3" }],
];

for (const [kind, fields] of policies) {
  test(`awards by ${kind} are saved and stand again`, async () => {
    await chooseKind(kind);
    expect(await zuzhi.deed("rules", fields)).toBeLessThan(400);
    await zuzhi.page.reload();
    await expect(zuzhi.page.locator(`[name="policyKind"][value="${kind}"]`)).toBeChecked();
    for (const [name, stands] of Object.entries(fields)) await expect(value(name)).toHaveValue(stands);
    await expectClean(zuzhi.page);
  });
}

test("score lines that do not fall and shares above a hundred are told at their field", async () => {
  await chooseKind("bands");
  expect(await zuzhi.deed("rules", { band1: "70", band2: "80", band3: "", band4: "" })).toBe(422);
  await expect(zuzhi.page.locator("#rules-band1-error")).toContainText("依次降低");
  await chooseKind("shares");
  expect(await zuzhi.deed("rules", { share1: "50", share2: "40", share3: "30" })).toBe(422);
  await expect(zuzhi.page.locator("#rules-share3-error")).toContainText("100%");
});
