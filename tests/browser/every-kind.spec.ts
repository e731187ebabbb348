// A work with an aspect of every kind, marked whole by keyboard: each entry says what it earns, the subtotal is right, and paper
// and the second person see each kind in its own words.
import { expect, type Page, test } from "@playwright/test";
import { enter as visit } from "#server/rehearsal/visitor.ts";
import { everyKind } from "../support/every-kind.ts";
import { expectClean } from "./axe.ts";
import { type Desk, rowOf, sitDown, stageDesk } from "./judging-stage.ts";
import { enter } from "./person.ts";

let desk: Desk;
test.describe.configure({ mode: "serial" });
test.beforeAll(async ({ browserName: _ }, { project }) => {
  test.setTimeout(120_000);
  const base = String(project.use.baseURL).replace("localhost", "127.0.0.1");
  desk = await stageDesk(base, 1, { name: "各类评分点", scheme: everyKind, confirm: "second" });
});

/** What is typed for each aspect, and what the sheet then says of it. */
const panel = [
  ["A1.1", "10", null],
  ["A1.2", "1", null],
  ["A1.3", "40.03", "得 5.00 分"],
  ["A1.4", "2", "得 6.666667 分"],
  ["A1.5", "9", null],
  ["A1.6", "2", "得 5.00 分"],
  ["A1.7", "0", null],
  ["A1.8", "2:18", "加 1.00 分"],
] as const;

async function markAll(page: Page): Promise<void> {
  for (const [aspectId, keys] of panel) {
    await expect(rowOf(page, aspectId)).toHaveAttribute("aria-current", "true");
    await page.keyboard.type(keys);
    // The last one leads to the next sheet: Enter keeps it and stays.
    await page.keyboard.press(aspectId === "A1.8" ? "Enter" : "n");
    await expect(rowOf(page, aspectId)).toContainText("已保存");
  }
}

test("the panel's aspects by keyboard: what each earns stands beside it, and the subtotal is exact", async ({
  browser,
}) => {
  const page = await sitDown(browser, desk, desk.logins[0]!, `${desk.sheet(0, "A1")}#A1.1`);
  await expectClean(page);
  await markAll(page);
  for (const [aspectId, , says] of panel)
    if (says) await expect(rowOf(page, aspectId).locator(".earned")).toHaveText(says);
  await expect(rowOf(page, "A1.8").getByRole("textbox")).toHaveValue("138");
  await expect(page.locator(".subtotal-value")).toContainText("46.666667 / 60.00");
  await expectClean(page);

  await rowOf(page, "A1.7").getByRole("radio", { name: "未触发" }).focus();
  await page.keyboard.press("1");
  await expect(rowOf(page, "A1.7").locator(".earned.alarm")).toHaveText("所在模块记 0 分");
  await expect(rowOf(page, "A1.7").getByRole("radio", { name: "触发", exact: true })).toBeChecked();
  await expectClean(page);
  await page.keyboard.press("0");
  await expect(rowOf(page, "A1.7").locator(".earned")).toHaveText("");

  await rowOf(page, "A1.8").getByRole("textbox").fill("3:31");
  await page.keyboard.press("Enter");
  await expect(rowOf(page, "A1.8").locator(".earned.alarm")).toHaveText("超时作废，所在模块记 0 分");
  await page.keyboard.press("Control+a");
  await page.keyboard.type("138");
  await page.keyboard.press("Enter");
  await expect(rowOf(page, "A1.8").locator(".earned")).toHaveText("加 1.00 分");

  await rowOf(page, "A1.4").getByRole("textbox").fill("4");
  await page.keyboard.press("Enter");
  await expect(rowOf(page, "A1.4")).toContainText("3");
  await expect(rowOf(page, "A1.4").getByRole("textbox")).toHaveAttribute("aria-invalid", "true");
  await page.keyboard.press("Control+a");
  await page.keyboard.type("2");
  await page.keyboard.press("Enter");
  await expect(rowOf(page, "A1.4").getByRole("textbox")).not.toHaveAttribute("aria-invalid");
  await page.context().close();
});

test("a mark by each seat stays unseen until all are in; then the highest and the lowest are struck through", async ({
  browser,
}) => {
  const sheet = desk.sheet(0, "B1");
  // The first judge's device of the test before may still hold that seat.
  const [, second, ...others] = desk.logins;
  const page = await sitDown(browser, desk, second!, `${sheet}#B1.1`);
  await page.keyboard.type("2");
  await page.keyboard.press("n");
  await expect(rowOf(page, "B1.2")).toHaveAttribute("aria-current", "true");
  await page.keyboard.type("8");
  await page.keyboard.press("Enter");
  await expect(rowOf(page, "B1.2")).toContainText("5 名裁判中已评 1 名");
  const rest = [desk.logins[0]!, ...others];
  for (const [n, mark] of ["8.25", "9", "9.5", "10"].entries()) {
    const judge = await visit(desk.base, rest[n]!);
    const enter = (aspectId: string, value: string) =>
      judge.post(`/judge/sheets/${sheet}`, {
        aspectId,
        value,
        round: "1",
        expectedVersion: "0",
        requestId: crypto.randomUUID(),
      });
    // Seats 1 to 3 give a level.
    if (n < 2) await enter("B1.1", "2");
    await enter("B1.2", mark);
  }
  const row = rowOf(page, "B1.2");
  await expect(row.locator("s")).toHaveText(["8", "10"]);
  await expect(row).toContainText("4 号席 9.5");
  await expect(row.locator(".earned")).toHaveText("得 17.833333 分");
  // Level 2 from each of three seats is two thirds of 20, rounded to 13.33.
  await expect(page.locator(".subtotal-value")).toContainText("31.163333 / 40.00");
  await expectClean(page);
  await page.context().close();
});

test("the form on paper has a place for each kind, and the second person reads each in its own words", async ({
  browser,
}) => {
  const sheet = desk.sheet(0, "A1");
  const { page: paper, open: openPaper } = await enter(browser, desk.logins[2]!);
  await openPaper(`/judge/sheets/${sheet}/print`);
  const main = paper.locator("main");
  for (const place of ["□ 未触发　□ 触发", "＿＿＿ 处", "＿＿＿ / 3 件", "＿＿ 分 ＿＿ 秒", "＿＿＿＿ mm"])
    await expect(main).toContainText(place);
  await expect(main).toContainText("□ 10.00　□ 9.00　□ 8.00　□ 0");
  await expect(main).toContainText("标称 40.00 mm：±0.02 mm 得 10.00 分，±0.04 mm 得 5.00 分，其余 0 分");
  await expectClean(paper);
  await openPaper(`/judge/panels/${desk.skill.skillId}/A1`);
  await expect(paper.getByRole("button", { name: /A1\.7.*未触发/ }).first()).toBeVisible();
  await expectClean(paper);
  await paper.context().close();

  const { page: second, open } = await enter(browser, "lufen");
  await open(`/oversight/${desk.skill.skillId}/confirm?sheet=${sheet}`);
  const line = (aspectId: string) => second.getByRole("row").filter({ hasText: aspectId });
  await expect(line("A1.3")).toContainText(/40\.03 mm.*5\.00/s);
  await expect(line("A1.4")).toContainText(/2 \/ 3 件.*6\.666667/s);
  await expect(line("A1.6")).toContainText(/2 处.*5\.00/s);
  await expect(line("A1.7")).toContainText("未触发");
  await expect(line("A1.8")).toContainText(/138 秒.*1\.00/s);
  await expect(second.locator("main")).toContainText("合计 46.666667 / 60.00");
  await expectClean(second);
  await open(`/oversight/${desk.skill.skillId}/confirm?sheet=${desk.sheet(0, "B1")}`);
  await expect(line("B1.2")).toContainText(/8\.25 \/ 8 \/ 9 \/ 9\.5 \/ 10.*17\.833333/s);
  await second.context().close();
});
