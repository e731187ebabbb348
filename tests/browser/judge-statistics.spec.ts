// The judge statistics: from the overview in one click, the strict judge stands out in chart and table, the advice stands above.
import { expect, test } from "@playwright/test";
import type { Aspect, Scheme } from "#domain/schemes/aspect.ts";
import { connectJudge, enterAll, pacer } from "#server/rehearsal/judges.ts";
import { setUp } from "#server/rehearsal/stage.ts";
import { expectClean } from "./axe.ts";
import { plainRules } from "./judging-stage.ts";
import { enter } from "./person.ts";

const levels = ["未达到要求", "达到要求", "优于要求", "明显优于要求"] as const;
const aspects = [1, 2, 3, 4].map(
  (n): Aspect => ({ id: `A1.${n}`, kind: "judgement", description: `观感 ${n}`, max: "25.00", levels }),
);
const scheme: Scheme = {
  total: "100.00",
  criteria: [
    { id: "A", name: "制作", max: "100.00", subcriteria: [{ id: "A1", name: "外观", day: 1, aspects }] },
  ],
};
let skillId: string;

test.beforeAll(async ({ browserName: _ }, { project }) => {
  test.setTimeout(180_000);
  const base = String(project.use.baseURL).replace("localhost", "127.0.0.1");
  const competitors = ["选手 1", "选手 2", "选手 3"];
  const plan = {
    name: "统计演练",
    scheme,
    competitors,
    absent: new Set<string>(),
    marks: [],
    rules: plainRules,
  };
  const staged = await setUp(base, [plan], 3);
  const skill = staged.skills[0]!;
  skillId = skill.skillId;
  for (const [place, judge] of staged.crew.judges.entries()) {
    const socket = connectJudge(base, judge.cookie);
    const marks = [...skill.contestants.values()].flatMap(({ id }) =>
      aspects.map(({ id: aspectId }, n) => ({
        contestantId: id,
        aspectId,
        value: place === 2 ? "1" : n === 0 && place === 1 ? "1" : "2",
      })),
    );
    await enterAll(socket, marks, pacer(undefined), () => {});
    socket.close();
  }
});

test("from the overview to the figures; the judge who stands apart is named by word and shape", async ({
  browser,
}) => {
  const chief = await enter(browser, "caipanzhang");
  await chief.open(`/oversight/${skillId}`);
  await chief.page.getByRole("link", { name: "裁判评分统计" }).click();
  const { page } = chief;
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("裁判评分统计");
  await expect(page.locator("main")).toContainText("仅供参考，不作为扣分或更换裁判的依据");
  const strict = page.getByRole("row").filter({ hasText: "3 号席" });
  await expect(strict).toContainText("−29.2% 差异较大");
  await expect(strict).toContainText("0.0%");
  await expect(strict).toContainText("100.0%（共 12 次）");
  const kind = page.getByRole("row").filter({ hasText: "1 号席" });
  await expect(kind).toContainText("+20.8%");
  await expect(page.getByRole("row").filter({ hasText: "2 号席" })).toContainText("解密后统计");
  await expect(page.locator("figure")).toHaveAccessibleDescription(/3 号席：偏严 29.2%/);
  await expect(page.locator("main")).not.toContainText("演练单位");
  await expectClean(page);
  await page.setViewportSize({ width: 390, height: 844 });
  await expectClean(page);
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(390);
  await page.getByRole("link", { name: "返回评分总览" }).click();
  await expect(page).toHaveURL(new RegExp(`/oversight/${skillId}$`));
});
