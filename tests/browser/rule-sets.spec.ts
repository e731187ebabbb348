// Judging rules under a name, taken over by a skill; modules and stages of a contest in the form of its rules.
import { expect, test } from "@playwright/test";
import { expectClean } from "./axe.ts";
import { addSkill } from "./new-skill.ts";
import { enter } from "./person.ts";

test("a set is made, followed by a skill, changed for it, and not removed while it is followed", async ({
  browser,
  baseURL,
}) => {
  const skill = await addSkill(baseURL!);
  const zuzhi = await enter(browser, "zuzhi");
  const { page } = zuzhi;
  await zuzhi.open(skill);
  const sets = await page.locator('a[href$="/rule-sets"]').first().getAttribute("href");
  await zuzhi.open(sets!);
  // The numbers of judges stand there only where other numbers than the usual are chosen.
  const seats = page.locator("#add-seats");
  await expect(seats).toBeHidden();
  await page.selectOption("#add-trimmed", "set");
  await expect(seats).toBeVisible();
  await page.selectOption("#add-trimmed", "none");
  const set = { name: "五人评价", maxSpread: "1", maxRounds: "2", judgementSeats: "5" };
  expect(await zuzhi.deed("add", { ...set, judgementSeats: "99" })).toBe(422);
  await expect(page.locator(".field-error").first()).toBeVisible();
  expect(await zuzhi.deed("add", set)).toBeLessThan(400);
  await expect(page.locator("#add-name")).toHaveValue("");
  await expectClean(page);
  await zuzhi.open(sets!);
  expect(await zuzhi.deed("add", set)).toBe(409);

  await zuzhi.open(skill);
  expect(await zuzhi.deed("rules", { ruleSetId: "五人评价" })).toBeLessThan(400);
  await zuzhi.open(skill);
  await expect(page.locator('[name="judgementSeats"]')).toBeHidden();
  await expect(page.locator("main")).toContainText("五人评价");
  await expectClean(page);

  await zuzhi.open(sets!);
  await expect(page.getByRole("button", { name: "删除" })).toHaveCount(0);
  await page.getByRole("link", { name: "修改" }).first().click();
  await page.waitForLoadState("networkidle");
  expect(await zuzhi.deed("change", { judgementSeats: "7" })).toBeLessThan(400);
  await zuzhi.open(skill);
  await expect(page.locator("main")).toContainText("7 席");
  expect(await zuzhi.deed("rules", { ruleSetId: "" })).toBeLessThan(400);
  await zuzhi.open(skill);
  await expect(page.locator('[name="judgementSeats"]')).toHaveValue("7");
  await zuzhi.context.close();
});

test("modules, stages and a small field are saved, stand again, and are told at their fields", async ({
  browser,
  baseURL,
}) => {
  const skill = await addSkill(baseURL!);
  const zuzhi = await enter(browser, "zuzhi");
  const { page } = zuzhi;
  const value = (name: string) => page.locator(`[name="${name}"]`);
  await zuzhi.open(skill);
  for (const details of await page.locator("form details").all())
    await details.evaluate((one) => one.setAttribute("open", ""));
  const stages = {
    stageName1: "初赛",
    stageCriteria1: "A",
    stageAdvance1: "",
    stageName2: "决赛",
    stageCriteria2: "B、C",
    stageCarry2: "50",
    stageTieChain2: "B",
  };
  expect(await zuzhi.deed("rules", stages)).toBe(422);
  await expect(page.locator('.field:has([name="stageAdvance1"]) .field-error')).toBeVisible();
  await expectClean(page);
  const more = { stageAdvance1: "6", moduleName1: "制作与检验", moduleCriteria1: "b,c" };
  expect(await zuzhi.deed("rules", more)).toBeLessThan(400);
  await zuzhi.open(skill);
  await expect(value("stageAdvance1")).toHaveValue("6");
  await expect(value("stageCriteria2")).toHaveValue("B,C");
  await expect(value("stageCarry2")).toHaveValue("50");
  await expect(value("stageTieChain2")).toHaveValue("B");
  await expect(value("moduleCriteria1")).toHaveValue("B,C");
  await expectClean(page);
  await zuzhi.context.close();
});
