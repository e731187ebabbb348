// The chief judge's overview on the day: a spread leads to its sheet and to a word for the panel, the judge's desk says first what
// waits and the sheet says when a work is complete; what the floor records arrives by itself; on a phone what needs somebody stands first.
import { type Browser, expect, type Page, test } from "@playwright/test";
import type { Scheme } from "#domain/schemes/aspect.ts";
import { enter as visit } from "#server/rehearsal/visitor.ts";
import { expectClean } from "./axe.ts";
import { type Desk, plainRules, rowOf, sitDown, stageDesk } from "./judging-stage.ts";
import { enter, type Person } from "./person.ts";

const scheme: Scheme = {
  total: "100.00",
  criteria: [
    {
      id: "A",
      name: "制作",
      max: "100.00",
      subcriteria: [
        {
          id: "A1",
          name: "外观",
          day: 1,
          aspects: [
            {
              id: "A1.1",
              kind: "judgement",
              description: "整体观感",
              max: "100.00",
              levels: ["未达到要求", "达到要求", "优于要求", "明显优于要求"],
            },
          ],
        },
      ],
    },
  ],
};
let desk: Desk;
let code: string;
let wall: string;
test.beforeAll(async ({ browserName: _ }, { project }) => {
  test.setTimeout(120_000);
  desk = await stageDesk(String(project.use.baseURL), 2, { name: "总览", scheme, rules: plainRules });
  wall = `/oversight/${desk.skill.skillId}`;
  code = [...desk.skill.contestants.values()][0]!.number;
});

/** The judge of a place gives a level on the first work's only sheet. */
async function give(browser: Browser, place: number, level: number): Promise<Page> {
  const page = await sitDown(browser, desk, desk.logins[place]!, desk.sheet(0, "A1"));
  await rowOf(page, "A1.1").locator('[role="radio"]').first().focus();
  await page.keyboard.press(String(level));
  // The last level of a spread opens the next round, maybe before "saved" was painted.
  await expect(rowOf(page, "A1.1")).toContainText(/已保存|第 2 轮/);
  return page;
}

test("a spread: the judge's desk and the overview name it first and lead to the sheet; the word to the panel is offered, sent and read", async ({
  browser,
}) => {
  const chief = await enter(browser, "caipanzhang");
  await chief.open(wall);
  const needs = chief.page.locator(".columns-first");
  for (const [place, level] of [0, 3].entries()) await (await give(browser, place, level)).context().close();
  await chief.page.goto(`${wall}/sheets/${desk.sheet(0, "A1")}`);
  await expect(chief.page.locator("main")).toContainText("各席未交齐");
  await expect(chief.page.locator("main")).not.toContainText("轮：");
  const third = await give(browser, 2, 3);
  await expect(chief.page.locator("main")).toContainText("第 1 轮：0 / 3 / 3，分差 3");
  await expectClean(chief.page);
  await chief.page.getByRole("link", { name: "返回评分总览" }).click();
  await needs.getByRole("link", { name: `${code} · A1` }).click();
  await expect(chief.page.getByRole("heading", { level: 1 })).toHaveText(`${code} · A1 外观`);
  await chief.page.goBack();
  await needs.getByRole("link", { name: "告知裁判组" }).click();
  const message = chief.page.locator('#messages [name="text"]');
  await expect(message).toHaveValue(`A1 · ${code}：分差超过规定，请合议后再评。`);
  await expect(message).toBeFocused();
  await expectClean(chief.page);
  await chief.deed("tell");
  await expect(message).toHaveValue("");
  await expect(third.getByText(`A1 · ${code}：分差超过规定，请合议后再评。`)).toBeVisible();

  await third.goto("/judge");
  const waiting = third.getByRole("list", { name: /待您办理/ });
  await expectClean(third);
  await waiting.getByRole("link", { name: `${code} · A1.1 待再评` }).click();
  await rowOf(third, "A1.1").locator('[role="radio"]').first().focus();
  await third.keyboard.press("2");
  await expect(rowOf(third, "A1.1")).toContainText("已保存");
  await expect(third.locator("footer.subtotal")).toContainText("您已评完，待其他席位");
  await third.goto("/judge");
  await expect(third.getByRole("heading", { level: 1 })).toBeVisible();
  await expect(waiting).toHaveCount(0);
  await third.goto(`/judge/sheets/${desk.sheet(0, "A1")}`);
  for (const place of [0, 1]) await (await give(browser, place, 2)).context().close();
  await expect(third.locator("footer.subtotal")).toContainText("本作品已评完");
  await expectClean(third);
  await third.context().close();
  await chief.context.close();
});

test("what the floor records stands on the open overview without a reload", async ({ browser }) => {
  const { wall: drawn } = await (await visit(desk.base, "caipanzhang")).read<{
    wall: { skill: { competitionId: string } };
  }>(wall);
  const organizer = await visit(desk.base, "zuzhi");
  await organizer.post(`/manage/${drawn.skill.competitionId}`, { intent: "advance", to: "drawing" });
  const administrator = await visit(desk.base, "guanli");
  const { names } = await administrator.read<{ names: { id: string; login: string }[] }>("/accounts");
  await administrator.post("/accounts", {
    intent: "grant",
    accountId: names.find(({ login }) => login === "xianchang")!.id,
    role: "floor-judge",
    skillId: desk.skill.skillId,
  });
  const chief = await enter(browser, "caipanzhang");
  await chief.open(wall);
  await expect(chief.page.locator("main")).toContainText("违规建议 0 条");
  await record(await enter(browser, "xianchang"));
  await expect(chief.page.locator("main")).toContainText("违规建议 1 条");
  await chief.context.close();
});

async function record(floor: Person): Promise<void> {
  await floor.open(`/floor/${desk.skill.skillId}`);
  await floor.page
    .getByRole("link", { name: /^记录 \d\d-/ })
    .first()
    .click();
  await floor.page.getByRole("link", { name: "违规" }).click();
  await floor.page.getByLabel("违规事实").fill("抢先操作");
  await floor.page.getByText("总成绩扣分").click();
  await floor.page.getByLabel("建议扣分").fill("1");
  await floor.page.getByRole("button", { name: "保存记录" }).click();
  await expect(floor.page.locator(".card", { hasText: "抢先操作" })).toBeVisible();
  await floor.context.close();
}

for (const [width, height] of [
  [390, 844],
  [820, 1180],
] as const) {
  test(`at ${width} px what needs somebody comes first, the floor last, and nothing runs out of the screen or its card`, async ({
    browser,
  }) => {
    const context = await browser.newContext({ viewport: { width, height } });
    await context.request.post("/demo", { form: { intent: "enter", login: "caipanzhang" }, maxRedirects: 0 });
    const page = await context.newPage();
    await page.goto(wall);
    await page.waitForLoadState("networkidle");
    const tops = await Promise.all(
      [".columns-first", ".wall", "#locks", "#devices", "#messages", "#floor"].map(
        async (place) => (await page.locator(place).boundingBox())!.y,
      ),
    );
    expect(tops).toEqual([...tops].sort((a, b) => a - b));
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(width);
    const out = await page.evaluate(
      () =>
        [...document.querySelectorAll(".card .badge")].filter((badge) => {
          const card = badge.closest(".card")!.getBoundingClientRect();
          const box = badge.getBoundingClientRect();
          return box.right > card.right || box.left < card.left;
        }).length,
    );
    expect(out).toBe(0);
    await expect(page.locator(".topbar-who")).toBeVisible();
    const [who, mark] = [page.locator(".topbar-who"), page.locator(".topbar .connection")];
    expect(await who.evaluate((one) => one.scrollWidth <= one.clientWidth)).toBe(true);
    if (width === 390)
      expect((await mark.boundingBox())!.y).toBeGreaterThan((await who.boundingBox())!.y + 20);
    await context.close();
  });
}

test("a day's sheet leads back to the page it was opened from; an error page to the page before", async ({
  browser,
}) => {
  const { page, open, context } = await enter(browser, "caipanzhang");
  await open("/oversight");
  const card = page.locator(".card", { hasText: "05 网站设计与开发" });
  await card.getByRole("link", { name: "打开总览" }).click();
  await page.waitForURL(/\/oversight\/[0-9a-f-]{36}$/);
  const overview = page.url();
  const desk = overview.replace("/oversight/", "/desk/");
  for (const [from, back] of [
    [overview, "返回评分总览"],
    [desk, "返回成绩办理"],
  ] as const) {
    await open(from);
    await page.getByRole("link", { name: "第 1 天评分汇总表" }).click();
    await page.getByRole("link", { name: back }).click();
    await page.waitForURL(from);
  }
  await open(`${overview}/no-such-page`);
  await expectClean(page);
  await page.getByRole("button", { name: "返回上一页" }).click();
  await page.waitForURL(desk);
  await context.close();
});

test("the board of a skill that is not marked in the open calls itself progress, in its path too", async ({
  browser,
}) => {
  const { page, open, context } = await enter(browser, null);
  await open(`/skills/${desk.skill.skillId}/board`);
  await expect(page.locator("main")).toContainText("本赛项不公开实时成绩");
  const path = page.getByRole("navigation", { name: "当前位置" });
  await expect(path).toContainText("评分进度");
  await expect(path).not.toContainText("实时成绩");
  await expectClean(page);
  await context.close();
});
