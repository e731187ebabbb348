// Blind re-keying in the browser: the sheet's own buttons by keyboard, what agreed is kept after a difference, only the rest is
// asked again.
import { expect, type Page, test } from "@playwright/test";
import type { Aspect, Scheme } from "#domain/schemes/aspect.ts";
import { numberAspects } from "#domain/schemes/scheme.ts";
import { expectClean } from "./axe.ts";
import { type Desk, rowOf, sitDown, stageDesk } from "./judging-stage.ts";
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
    { id: "A", name: "操作", max: "100.00", subcriteria: [{ id: "A1", name: "制作", day: 1, aspects }] },
  ],
});

let desk: Desk;
test.beforeAll(async ({ browser, browserName: _ }, { project }) => {
  test.setTimeout(120_000);
  const base = String(project.use.baseURL).replace("localhost", "127.0.0.1");
  desk = await stageDesk(base, 1, { name: "双人盲录", scheme, confirm: "blind" });
  for (const [seat, login] of desk.logins.entries()) {
    const page = await sitDown(browser, desk, login, desk.sheet(0, "A1"));
    if (seat === 0) {
      await rowOf(page, "A1.1").locator("input[type=text]").fill("45.5");
      await rowOf(page, "A1.2").getByRole("radio").first().click();
    }
    await rowOf(page, "A1.3").getByRole("radio").nth(2).click();
    await expect(rowOf(page, "A1.3")).toContainText("已保存");
    await page.context().close();
  }
});

const keys = async (page: Page, ...all: readonly string[]): Promise<void> => {
  for (const key of all) {
    if (/^[\d.]+$/.test(key)) await page.keyboard.type(key);
    else await page.keyboard.press(key);
  }
};

test("a sheet keyed by keyboard alone: a difference is asked again by itself, then the sheet is confirmed", async ({
  browser,
}) => {
  const recorder = await enter(browser, "lufen");
  const { page } = recorder;
  await recorder.open(`/oversight/${desk.skill.skillId}/confirm`);
  await expect(page.getByText("请对照纸质评分表重新录入")).toHaveCount(1);
  await page.locator('main a[href*="sheet="]').first().click();
  await expect(page.locator(".rekey .keyed")).toHaveCount(4);
  await expect(page.getByText("请对照纸质评分表重新录入")).toHaveCount(0);
  await page.locator(".rekey input").first().focus();
  // The level of the third seat is mistyped, and what was met is not.
  await keys(page, "45.5", "Enter", "0", "Enter", "2", "Enter", "2", "Enter", "1", "Enter");
  const send = page.getByRole("button", { name: "提交并比对" });
  await expect(send).toBeFocused();
  await page.keyboard.press("Enter");
  await expect(page.getByText("两次录入不一致：A1.2、A1.3")).toBeVisible();
  const row = (id: string) => page.locator(`.aspect:has-text("${id} ·")`);
  await expect(row("A1.1")).toContainText("45.5");
  await expect(row("A1.1")).toContainText("两次一致");
  await expect(row("A1.1").locator("input")).toHaveCount(0);
  await expect(row("A1.2")).toContainText("不一致，请重新录入");
  await expect(page.locator('.rekey input:checked:not([value=""])')).toHaveCount(0);
  await expectClean(page);

  await row("A1.2").locator("label", { hasText: "达成 20.00" }).first().click();
  for (const seat of [0, 1, 2])
    await row("A1.3").locator("fieldset").nth(seat).locator("label").nth(2).click();
  await send.click();
  await expect(page.getByText(/已确认 \S+ · A1/)).toBeVisible();
  await recorder.context.close();
});
