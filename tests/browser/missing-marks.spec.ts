// A judge of a trimmed aspect who is absent: the chief judge records the mark as missing, and the rest make the mean; and a former
// champion who takes part without award rights.
import { expect, test } from "@playwright/test";
import type { Scheme } from "#domain/schemes/aspect.ts";
import { connectJudge, enterAll, pacer } from "#server/rehearsal/judges.ts";
import { setUp } from "#server/rehearsal/stage.ts";
import { expectClean } from "./axe.ts";
import { plainRules } from "./judging-stage.ts";
import { enter } from "./person.ts";

const scheme: Scheme = {
  total: "100.00",
  criteria: [
    {
      id: "A",
      name: "表演",
      max: "100.00",
      subcriteria: [
        {
          id: "A1",
          name: "茶艺",
          day: 1,
          aspects: [
            {
              id: "A1.1",
              kind: "trimmed",
              description: "艺术表现",
              max: "100.00",
              step: "0.5",
              scale: "10.00",
            },
          ],
        },
      ],
    },
  ],
};

test("a mark declared missing leaves before the trim; taking it back waits for the judge again", async ({
  browser,
  baseURL,
}) => {
  test.setTimeout(180_000);
  const base = baseURL!.replace("localhost", "127.0.0.1");
  const { crew, skills } = await setUp(
    base,
    [
      {
        name: "缺分演练",
        scheme,
        competitors: ["选手 1"],
        absent: new Set<string>(),
        marks: [],
        rules: { ...plainRules, trimmed: "set", seats: "6", minJudges: "5" },
      },
    ],
    6,
  );
  const { skillId, contestants } = skills[0]!;
  const [work] = [...contestants.values()];
  for (const [place, value] of ["8", "9", "9.5", "10", "7"].entries()) {
    const socket = connectJudge(base, crew.judges[place]!.cookie);
    const mark = { sheetId: `${work!.id}~A1`, contestantId: work!.id, aspectId: "A1.1", value };
    await enterAll(socket, [mark], pacer(undefined), () => {});
    socket.close();
  }
  const chief = await enter(browser, "caipanzhang");
  const { page } = chief;
  await chief.open(`/oversight/${skillId}/rulings`);
  const declared = { contestantId: work!.id, aspectId: "A1.1", seat: "6" };
  expect(await chief.deed("declare-missing", { ...declared, reason: " " })).toBe(422);
  expect(
    await chief.deed("declare-missing", { ...declared, reason: "第 6 席临时身体不适离场" }),
  ).toBeLessThan(400);
  await expect(page.locator("#missing")).toContainText("A1.1");
  await expectClean(page);
  await chief.open(`/oversight/${skillId}`);
  // 7 and 10 go, the mean of 8, 9 and 9.5 is 26.5/3 of 10.
  await expect(page.locator("main")).toContainText("88.333333");
  await chief.open(`/oversight/${skillId}/rulings`);
  expect(await chief.deed("take-back", { reason: "第 6 席已返回" })).toBeLessThan(400);
  await chief.open(`/oversight/${skillId}`);
  await expect(page.locator("main")).not.toContainText("88.333333");
  await chief.context.close();

  await test.step("award rights are taken with a reason and given back", async () => {
    const zuzhi = await enter(browser, "zuzhi");
    const edition = await crew.organizer.read<{ skill: { competition: { id: string } } }>(
      `/manage/skills/${skillId}`,
    );
    const list = `/manage/${edition.skill.competition.id}/registrations`;
    await zuzhi.open(list);
    expect(await zuzhi.deed("award-rights", { reason: " " }, { awardRights: "no" })).toBe(422);
    await zuzhi.open(list);
    const reason = "上届同赛项金牌获得者，按规程不再授奖";
    expect(await zuzhi.deed("award-rights", { reason }, { awardRights: "no" })).toBeLessThan(400);
    await zuzhi.open(list);
    await expectClean(zuzhi.page);
    expect(await zuzhi.deed("award-rights", { reason: "核对后更正" }, { awardRights: "yes" })).toBeLessThan(
      400,
    );
    await zuzhi.context.close();
  });
});
