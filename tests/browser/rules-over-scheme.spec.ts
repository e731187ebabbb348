// The rules of a skill whose scheme stands: letters are ticked, the total they make is said, and every misfit is told at its field.
import { expect, test } from "@playwright/test";
import { enter as visit } from "#server/rehearsal/visitor.ts";
import { expectClean } from "./axe.ts";
import { addSkill } from "./new-skill.ts";
import { enter, type Person } from "./person.ts";

let zuzhi: Person;
let skill: string;

/** Three criteria of 40, 60 and 50 marks, each with an aspect. */
test.beforeAll(async ({ browser, baseURL }) => {
  skill = await addSkill(baseURL!);
  const organizer = await visit(baseURL!, "zuzhi");
  const scheme = `${skill}/scheme`;
  await organizer.post(scheme, { intent: "total", total: "150" });
  for (const [at, [name, max]] of [
    ["理论", "40"],
    ["操作", "60"],
    ["安全", "50"],
  ].entries()) {
    const letter = "ABC"[at]!;
    await organizer.post(scheme, { intent: "add-criterion", name: name!, max: max! });
    await organizer.post(scheme, { intent: "add-subcriterion", under: letter, name: name!, day: "1" });
    await organizer.post(scheme, {
      intent: "add-aspect",
      under: `${letter}1`,
      kind: "value",
      description: name!,
      max: max!,
      step: "0.5",
    });
  }
  zuzhi = await enter(browser, "zuzhi");
});
test.afterAll(() => zuzhi.context.close());

const box = (name: string, letter: string) => zuzhi.page.locator(`[name="${name}"][value="${letter}"]`);

test("what no part names is added on top, and the form says so while it is filled in", async () => {
  const { page } = zuzhi;
  await zuzhi.open(skill);
  const said = page.getByRole("status");
  await expect(said).toContainText("满分共 150.00 分");
  await page.locator('details:has([name="componentName1"]) > summary').click();
  await page.fill('[name="componentName1"]', "理论部分");
  await page.fill('[name="componentWeight1"]', "40");
  await box("componentCriteria1", "A").check();
  await page.fill('[name="componentName2"]', "实操部分");
  await page.fill('[name="componentWeight2"]', "60");
  await box("componentCriteria2", "B").check();
  await expect(said).toContainText("标准 C 未归入任何部分，按原分另加 50.00 分，满分共 150.00 分");
  await expectClean(page);
  expect(await zuzhi.deed("rules", {})).toBeLessThan(400);
  await zuzhi.open(skill);
  await expect(said).toContainText("另加 50.00 分，满分共 150.00 分");
  await expect(box("componentCriteria1", "A")).toBeChecked();
  await expect(box("componentCriteria1", "B")).not.toBeChecked();
  await box("componentCriteria2", "C").check();
  await expect(said).toContainText("满分共 100.00 分");
  await expect(said).not.toContainText("另加");
});

test("a box unticked stays unticked where the form is refused", async () => {
  await zuzhi.open(skill);
  await box("componentCriteria2", "B").uncheck();
  expect(await zuzhi.deed("rules", { codePrefix: "r" })).toBe(422);
  await expect(box("componentCriteria2", "B")).not.toBeChecked();
  await expect(box("componentCriteria1", "A")).toBeChecked();
  await expectClean(zuzhi.page);
});

test("with the scheme locked every misfit is told at its field at once, parts by their names", async () => {
  const { page } = zuzhi;
  const organizer = await visit(new URL(page.url()).origin, "zuzhi");
  await organizer.post(`${skill}/scheme`, { intent: "lock" });
  await zuzhi.open(skill);
  for (const summary of ["moduleName1", "panelName1"])
    await page.locator(`details:has([name="${summary}"]) > summary`).click();
  await page.fill('[name="moduleName1"]', "焊接操作");
  for (const letter of ["A", "B"]) await box("moduleCriteria1", letter).check();
  expect(await zuzhi.deed("rules", { tieChain: "Q" })).toBe(422);
  const alert = page.getByRole("alert");
  await expect(alert).toContainText("模块“焊接操作”的标准被分到了不同的");
  await expect(alert).toContainText("同分排序中的“Q”");
  await expect(alert).not.toContainText("module-1");
  await expect(page.locator("#rules-moduleCriteria1-error")).toBeVisible();
  await expect(page.locator("#rules-tieChain-error")).toBeVisible();
  await expectClean(page);
});

test.describe("without JavaScript", () => {
  test.use({ javaScriptEnabled: false });
  test("fields stand with their choice, and what stands is said", async ({ context, page }) => {
    await context.request.post("/demo", { form: { intent: "enter", login: "zuzhi" }, maxRedirects: 0 });
    await page.goto(skill);
    await expect(page.locator('[name="topAll"]')).toBeHidden();
    await page.selectOption('[name="recheck"]', "sampled");
    await expect(page.locator('[name="topAll"]')).toBeVisible();
    await expect(page.locator('[name="tolerance"]')).toBeHidden();
    await page.check('[name="policyKind"][value="near-tie"]');
    await expect(page.locator('[name="tolerance"]')).toBeVisible();
    await expect(page.locator("main")).toContainText("另加 50.00 分，满分共 150.00 分");
  });
});
