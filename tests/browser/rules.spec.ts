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

test("figures stand with their choice alone, keep what was typed, and stop no save while they are hidden", async () => {
  await zuzhi.page.reload();
  const [recheck, share] = [value("recheck"), value("sharePercent")];
  await expect(recheck).toHaveValue("none");
  await expect(share).toBeHidden();
  await recheck.selectOption("sampled");
  await expect(share).toBeVisible();
  await share.fill("");
  await expectClean(zuzhi.page);
  expect(await zuzhi.deed("rules", { recheck: "sampled" })).toBe(422);
  await expect(zuzhi.page.locator("#rules-sharePercent-error")).toBeVisible();
  await value("recheck").selectOption("none");
  expect(await zuzhi.deed("rules", {})).toBeLessThan(400);
  await value("recheck").selectOption("sampled");
  await value("sharePercent").fill("30");
  await value("recheck").selectOption("none");
  await value("recheck").selectOption("sampled");
  await expect(value("sharePercent")).toHaveValue("30");
  await chooseKind("near-tie");
  await value("tolerance").fill("1.5");
  await chooseKind("counts");
  await expect(value("tolerance")).toBeHidden();
  await chooseKind("near-tie");
  await expect(value("tolerance")).toHaveValue("1.5");
  await value("excellence").selectOption("none");
  await expect(value("excellenceScale")).toBeHidden();
});

test("one empty row more than filled, and another as soon as that one is begun", async () => {
  await zuzhi.page.reload();
  const rows = zuzhi.page.locator('[name^="moduleName"]');
  await expect(rows).toHaveCount(1);
  await zuzhi.page.locator('details:has([name="moduleName1"]) > summary').click();
  await rows.first().fill("焊接");
  await expect(rows).toHaveCount(2);
  await rows.first().fill("");
  const parts = zuzhi.page.locator('[name^="componentName"]');
  await expect(parts).toHaveCount(3);
});

test("the save bar stays in sight, and covers nothing that is focused", async () => {
  for (const size of [
    { width: 1280, height: 800 },
    { width: 390, height: 844 },
  ]) {
    await zuzhi.page.setViewportSize(size);
    await zuzhi.page.reload();
    await value("codePrefix").scrollIntoViewIfNeeded();
    const save = zuzhi.page.getByRole("button", { name: "保存规则" });
    await expect(save).toBeInViewport({ ratio: 1 });
    await value("codePrefix").focus();
    for (let step = 0; step < 30; step += 1) {
      await zuzhi.page.keyboard.press("Tab");
      const covered = await zuzhi.page.evaluate(() => {
        const [at, bar] = [document.activeElement!, document.querySelector(".form-actions.in-sight")!];
        if (!at.closest("form") || bar.contains(at)) return false;
        const [low, top] = [at.getBoundingClientRect().bottom, bar.getBoundingClientRect().top];
        return low > top + 1 && at.getBoundingClientRect().top < bar.getBoundingClientRect().bottom;
      });
      expect(covered, `step ${step} at ${size.width}`).toBe(false);
    }
  }
  await zuzhi.page.setViewportSize({ width: 1280, height: 720 });
});

test("rules that somebody else saved meanwhile are not written over, and nothing typed is lost", async ({
  browser,
}) => {
  await zuzhi.page.reload();
  const other = await enter(browser, "zuzhi");
  await other.open(new URL(zuzhi.page.url()).pathname);
  await chooseKind("places");
  expect(await other.deed("rules", { codePrefix: "W", policyKind: "places" })).toBeLessThan(400);
  await other.context.close();
  // Filled in wrongly besides: what was changed meanwhile is said all the same, so that no later save hides it.
  expect(await zuzhi.deed("rules", { codePrefix: "x", minField: "8" })).toBe(409);
  await expect(zuzhi.page.getByRole("alert")).toContainText("评分规则在您打开之后又有修改");
  await expect(value("codePrefix")).toHaveValue("x");
  await expect(value("minField")).toHaveValue("8");
  await zuzhi.page.getByText("现行规则（您打开之后有修改）").click();
  await expect(zuzhi.page.locator("details:has(> summary:text('现行规则')) dl")).toContainText("W");
  await expectClean(zuzhi.page);
  expect(await zuzhi.deed("rules", { codePrefix: "X" })).toBeLessThan(400);
  await zuzhi.page.reload();
  await expect(value("codePrefix")).toHaveValue("X");
});
