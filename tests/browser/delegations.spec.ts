// Delegations: the organizer fixes how they are ranked, a leader enters a coach, everybody reads the ranking over what is
// published, and the organizer compares and takes the files away.
import { type Browser, expect, type Page, test } from "@playwright/test";
import { invent } from "#server/demonstration/people.ts";
import { expectClean } from "./axe.ts";
import { enter, type Person } from "./person.ts";

const idIn = (address: string): string => /[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}/.exec(address)![0];

/** The edition of this name, by its link among the organizer's. */
async function edition(page: Page, name: RegExp): Promise<string> {
  await page.goto("/manage");
  return idIn((await page.getByRole("link", { name }).first().getAttribute("href"))!);
}

test.describe("over the published edition of the demonstration", () => {
  let zuzhi: Person;
  let published: string;
  test.beforeAll(async ({ browser }) => {
    zuzhi = await enter(browser, "zuzhi");
    published = await edition(zuzhi.page, /第二届/);
  });
  test.afterAll(() => zuzhi.context.close());

  const visitor = async (browser: Browser) => enter(browser, null);

  test("everybody reads the ranking, from the page of the competition", async ({ browser }) => {
    const { page, context } = await visitor(browser);
    await page.goto(`/competitions/${published}`);
    await page.getByRole("link", { name: "代表队排名" }).click();
    await expect(page.getByRole("heading", { level: 1, name: "代表队排名" })).toBeVisible();
    await expect(page.locator("main")).toContainText("已发布 1 / 1 个赛项");
    const rows = page.locator("tbody tr");
    await expect(rows).toHaveCount(13);
    // Gold, silver, bronze to the first three, excellence shared by two; who won is the draw's.
    await expect(rows.first().locator("td")).toHaveText([
      "1",
      /代表队$/,
      "1",
      "0",
      "0",
      "0",
      "1",
      "4",
      "4.00",
    ]);
    await expect(rows.filter({ hasText: "4 并列" })).toHaveCount(2);
    await expect(rows.filter({ hasText: "6 并列" })).toHaveCount(6);
    // Two came with nobody: no rank, no points, and last.
    for (const at of [11, 12])
      await expect(rows.nth(at).locator("td")).toHaveText([
        "—",
        /代表队$/,
        "0",
        "0",
        "0",
        "0",
        "0",
        "—",
        "—",
      ]);
    await expectClean(page);
    await context.close();
  });

  test("where nothing is published, the page says how many and nothing else", async ({ browser }) => {
    const running = await edition(zuzhi.page, /2026年开封市|第三届/);
    const { page, context } = await visitor(browser);
    await page.goto(`/competitions/${running}`);
    await expect(page.getByRole("link", { name: "代表队排名" })).toHaveCount(0);
    await page.goto(`/competitions/${running}/delegations`);
    await expect(page.locator("main")).toContainText(/已发布 0 \/ \d+ 个赛项/);
    await expect(page.locator("table")).toHaveCount(0);
    await expect(page.locator("main")).not.toContainText("龙亭区代表队");
    await expectClean(page);
    await context.close();
  });

  test("the organizer compares by five reports, and sees the best and the coaches", async () => {
    const { page } = zuzhi;
    await zuzhi.open(`/manage/${published}`);
    await expect(page.locator("#delegation-rules")).toContainText("不能再改");
    await page.getByRole("link", { name: "查看代表队比较" }).click();
    const heads = page.locator("main table").first().locator("th");
    for (const [tab, head] of [
      ["按拼音", "奖牌积分"],
      ["平均积分", "平均积分"],
      ["700 分制总分", "700 分制总分"],
      ["700 分制平均分", "700 分制平均分"],
      ["奖牌积分", "奖牌积分"],
    ] as const) {
      await page
        .getByRole("navigation", { name: "比较报告" })
        .getByRole("link", { name: tab, exact: true })
        .click();
      await expect(page.getByRole("link", { name: tab, exact: true })).toHaveAttribute(
        "aria-current",
        "page",
      );
      await expect(heads.filter({ hasText: head }).first()).toBeVisible();
    }
    await expect(page.getByRole("heading", { name: "各队最佳选手" })).toBeVisible();
    const coaches = page.locator("section", { has: page.getByRole("heading", { name: "优秀指导教师" }) });
    await expect(coaches.locator("tbody tr").first()).toContainText("中式面点师");
    await expectClean(page);
  });

  test("the files open in Excel: a mark of their own, the heads of a WorldSkills office in English", async () => {
    const { context } = zuzhi;
    await zuzhi.open(`/manage/${published}/delegations`);
    const links = await zuzhi.page
      .locator("a[download]")
      .evaluateAll((all) => all.map((link) => link.getAttribute("href")!));
    expect(links).toHaveLength(3);
    await context.request.post("/language", { form: { language: "en", to: "/" } });
    const files = await Promise.all(links.map(async (link) => (await context.request.get(link)).text()));
    await context.request.post("/language", { form: { language: "zh", to: "/" } });
    const [results, best, summary] = files.map((text) => text.replace("\ufeff", "").split("\r\n"));
    for (const text of files) expect(text.startsWith("\ufeff")).toBe(true);
    expect(results![0]).toBe(
      '"Position","Member","Member Name","Skill Number","Skill Name","Medal","Competitor Number","Competitor Name","Total Mark","Scale Score"',
    );
    expect(results![1]).toMatch(
      /^"1","([^"\d]+[区县])?","[^"]+代表队","01","中式面点师","Gold","01-\d{3}","[^"]+","[\d.]+","7\d\d"$/,
    );
    expect(best![1]).toMatch(/^"([^"\d]+[区县])?","[^"]+代表队","01","中式面点师","Gold",/);
    expect(summary![1]).toMatch(/^"Maximum","","","",("[\d.]+",)+"100.00"$/);
    expect(results).toHaveLength(14);
  });

  test("each file is named after the edition and what it is", async () => {
    const { context } = zuzhi;
    for (const [file, name] of [
      ["skills.csv", "赛项一览"],
      ["competitor-results.csv", "选手成绩"],
      ["best-of-delegation.csv", "各队最佳选手"],
    ] as const) {
      const answer = await context.request.get(`/manage/${published}/${file}`);
      const whole = `开封市第二届职业技能竞赛（演示）-${name}.csv`;
      expect(answer.headers()["content-disposition"]).toBe(
        `attachment; filename="${file}"; filename*=UTF-8''${encodeURIComponent(whole)}`,
      );
    }
  });

  test("the table of skills counts its seats in two columns: a spreadsheet takes 3/3 for a date", async () => {
    const answer = await zuzhi.context.request.get(`/manage/${published}/skills.csv`);
    const [head, row] = (await answer.text()).replace("\ufeff", "").split("\r\n");
    expect(head).toContain('"已就席裁判","应设裁判席"');
    expect(row).toMatch(/^"01","中式面点师",/);
    expect(row).not.toMatch(/"\d+ *[/-] *\d+"/);
  });

  test("an archived edition offers nothing to add: no skill, delegation, judge or rule set", async () => {
    const { page } = zuzhi;
    for (const asked of ["", "?add=skill", "?add=delegation"]) {
      await zuzhi.open(`/manage/${published}${asked}`);
      await expect(page.locator("#skills tbody tr")).toHaveCount(1);
      await expect(page.locator('main a[href*="?add="]')).toHaveCount(0);
      await expect(page.locator('[value="add-skill"], [value="add-delegation"]')).toHaveCount(0);
    }
    await expectClean(page);
    await page.locator('#skills a[href^="/manage/skills/"]').first().click();
    await expect(page.locator("#seats")).toBeVisible();
    await expect(page.locator("#seats form")).toHaveCount(0);
    await zuzhi.open(`/manage/${published}/rule-sets`);
    await expect(page.locator("#add")).toHaveCount(0);
    await expectClean(page);
  });

  test("a published skill shows the scale beside its totals, and says what it is", async ({ browser }) => {
    const { page, context } = await visitor(browser);
    await page.goto(`/competitions/${published}`);
    await page.getByRole("link", { name: "中式面点师" }).click();
    await expect(page.getByRole("columnheader", { name: "700 分制" })).toBeVisible();
    await expect(page.locator("main")).toContainText("不作为评奖依据");
    await page.setViewportSize({ width: 390, height: 844 });
    await expect(page.locator("td.board-extra").first()).toBeVisible();
    await expectClean(page);
    await context.close();
  });
});

test("the method and the coaches are chosen before the draw, and a coach is entered with a registration", async ({
  browser,
}) => {
  const zuzhi = await enter(browser, "zuzhi");
  const open = await edition(zuzhi.page, /祥符区/);
  await zuzhi.open(`/manage/${open}`);
  expect(await zuzhi.deed("delegation-rules", { method: "average-points", coachRanks: "100" })).toBe(422);
  await expect(zuzhi.page.locator("#delegation-rules-form-coachRanks-error")).toContainText("0 至 99");
  expect(await zuzhi.deed("delegation-rules", { method: "average-points", coachRanks: "3" })).toBeLessThan(
    400,
  );
  await expect(zuzhi.page.getByRole("status")).toContainText("已保存");
  await expect(zuzhi.page.locator('[name="method"]')).toHaveValue("average-points");
  await expect(zuzhi.page.locator('[name="coachRanks"]')).toHaveValue("3");
  await expectClean(zuzhi.page);

  const lingdui = await enter(browser, "lingdui");
  // The edition in registration stands first.
  await lingdui.open("/delegation");
  const roster = await lingdui.page.locator('main a[href^="/delegation/"]').first().getAttribute("href");
  await lingdui.open(roster!);
  const skill = lingdui.page.locator('#add [name="skillId"] option').nth(1);
  const entry = {
    skillId: (await skill.getAttribute("value"))!,
    ...invent(871),
    identity: "student",
    unit: "开封技师学院",
    coach: "王教师、李教师",
  };
  expect(await lingdui.deed("submit", entry)).toBeLessThan(400);
  const row = lingdui.page.locator("tbody tr", { hasText: entry.name }).filter({ hasText: "待审核" });
  await expect(row).toContainText("指导教师 王教师、李教师");
  await expectClean(lingdui.page);
  await zuzhi.open(`/manage/${open}/registrations?q=${encodeURIComponent(entry.name)}`);
  await expect(zuzhi.page.locator("tbody tr").first()).toContainText("指导教师 王教师、李教师");
  await lingdui.context.close();
  await zuzhi.context.close();
});
