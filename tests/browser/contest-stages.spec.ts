// Marking by stages (初赛、决赛): the final's sheets come to an open desk and an open grid with the heat's last mark, for those who
// came through alone; the chief judge's wall says of the others that they are not due there.
import { expect, test } from "@playwright/test";
import type { Scheme } from "#domain/schemes/aspect.ts";
import { expectClean } from "./axe.ts";
import { type Desk, openAt, plainRules, rowOf, sitDown, stageDesk } from "./judging-stage.ts";
import { enter } from "./person.ts";

/** Criterion A on day 1 is the heat, B on day 2 the final. */
const scheme: Scheme = {
  total: "200.00",
  criteria: ["A", "B"].map((id, at) => ({
    id,
    name: id === "A" ? "初赛作品" : "决赛作品",
    max: "100.00",
    subcriteria: [
      {
        id: `${id}1`,
        name: id === "A" ? "初赛作品" : "决赛作品",
        day: at + 1,
        aspects: [{ id: `${id}1.1`, kind: "value", description: "总评", max: "100.00", step: "1" }],
      },
    ],
  })),
};
const stages = {
  stageName1: "初赛",
  stageCriteria1: "A",
  stageAdvance1: "1",
  stageName2: "决赛",
  stageCriteria2: "B",
  stageCarry2: "50",
};
let desk: Desk;
test.beforeAll(async ({ browserName: _ }, { project }) => {
  test.setTimeout(120_000);
  const base = String(project.use.baseURL).replace("localhost", "127.0.0.1");
  desk = await stageDesk(base, 2, { name: "分阶段评分", scheme, rules: { ...plainRules, ...stages } });
});

test("the last mark of the heat opens the final on desks and grids that are open already, for whoever came through", async ({
  browser,
}) => {
  test.setTimeout(90_000);
  const { logins, skill } = desk;
  const waiting = await enter(browser, logins[1]!);
  await waiting.open("/judge");
  await expect(waiting.page.locator("main")).toContainText("A1");
  await expect(waiting.page.locator("main")).not.toContainText("B1");
  await expectClean(waiting.page);
  const grid = await openAt(browser, desk, logins[2]!, `/judge/panels/${skill.skillId}/A1`, {
    viewport: { width: 1180, height: 820 },
  });
  await expect(grid.locator("main")).not.toContainText("B1");
  await waiting.open(`/judge/sheets/${desk.sheet(0, "B1")}`);
  await expect(waiting.page.locator("main")).toContainText("“决赛”还没有开始");
  await expect(waiting.page.getByRole("img", { name: "本作品 2 个评分点，已评 0 个" })).toBeVisible();
  await expect(rowOf(waiting.page, "B1.1").getByRole("textbox")).toBeDisabled();
  await waiting.open("/judge");

  for (const [place, mark] of ["90", "70"].entries()) {
    const sheet = await sitDown(browser, desk, logins[0]!, desk.sheet(place, "A1"));
    await rowOf(sheet, "A1.1").getByRole("textbox").fill(mark);
    await sheet.keyboard.press("Enter");
    await expect(rowOf(sheet, "A1.1")).toContainText("已保存");
    await sheet.context().close();
  }
  await expect(waiting.page.locator("main")).toContainText("B1");
  await expect(grid.locator("main")).toContainText("B1");
  await expectClean(waiting.page);

  const final = await sitDown(browser, desk, logins[0]!, desk.sheet(0, "B1"));
  await rowOf(final, "B1.1").getByRole("textbox").fill("80");
  await final.keyboard.press("Enter");
  await expect(rowOf(final, "B1.1")).toContainText("已保存");
  await expectClean(final);
  await waiting.open(`/judge/sheets/${desk.sheet(1, "B1")}`);
  await expect(waiting.page.locator("main")).toContainText("没有进入“决赛”");

  const chief = await enter(browser, "caipanzhang");
  await chief.open(`/oversight/${skill.skillId}`);
  await expect(chief.page.getByLabel(/B1.*01-002.*未进入本阶段/)).toBeVisible();
  await expect(chief.page.locator("main")).toContainText("125.00");
  await expectClean(chief.page);
  for (const sub of ["A1", "B1"])
    expect(await chief.deed("lock", {}, { subcriterionId: sub })).toBeLessThan(400);
  await expect(chief.page.locator("main")).toContainText("已锁定 2 / 2");
});
