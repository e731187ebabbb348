// The chief judge rules beside the marks: a penalty tried out, set and withdrawn; a re-scoring batch as it was previewed; the order
// of two equal works, without which marking is not complete where no ranks are shared.
import { expect, test } from "@playwright/test";
import type { Scheme } from "#domain/schemes/aspect.ts";
import { connectJudge, enterAll, pacer } from "#server/rehearsal/judges.ts";
import { type Crew, type StagedSkill, setUp } from "#server/rehearsal/stage.ts";
import { expectClean } from "./axe.ts";
import { plainRules } from "./judging-stage.ts";
import { enter } from "./person.ts";

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
          name: "尺寸",
          day: 1,
          aspects: [{ id: "A1.1", kind: "value", description: "外径", max: "100.00", step: "0.5" }],
        },
      ],
    },
  ],
};
let crew: Crew;
let skill: StagedSkill;

test.beforeAll(async ({ browserName: _ }, { project }) => {
  test.setTimeout(180_000);
  const base = String(project.use.baseURL).replace("localhost", "127.0.0.1");
  const plan = {
    name: "裁定演练",
    scheme,
    competitors: ["选手 1", "选手 2", "选手 3"],
    absent: new Set<string>(),
    marks: [],
    rules: { ...plainRules, noSharedRanks: "on" },
  };
  const staged = await setUp(base, [plan], 3);
  [crew, skill] = [staged.crew, staged.skills[0]!];
  const socket = connectJudge(base, crew.judges[0]!.cookie);
  const works = [...skill.contestants.values()].slice(0, 2);
  await enterAll(
    socket,
    works.map(({ id }) => markOf(id, "90")),
    pacer(undefined),
    () => {},
  );
  socket.close();
});

const markOf = (id: string, value: string) => ({
  sheetId: `${id}~A1`,
  contestantId: id,
  aspectId: "A1.1",
  value,
});

test("a penalty tried on a work that is not complete: what it will do, and no dashes; what must be filled is marked", async ({
  browser,
}, { project }) => {
  const base = String(project.use.baseURL).replace("localhost", "127.0.0.1");
  const third = [...skill.contestants.values()][2]!;
  const chief = await enter(browser, "caipanzhang");
  const { page } = chief;
  await chief.open(`/oversight/${skill.skillId}/rulings`);
  const card = page.locator("#penalties");
  await expect(card.getByText("实操成绩扣分")).toHaveCount(0);
  await card.getByText("总成绩扣分").click();
  await expect(card.locator("label", { hasText: "扣分" }).locator(".field-need").last()).toBeVisible();
  for (const name of ["amount", "reason"])
    await expect(card.locator(`[name="${name}"]`)).toHaveAttribute("aria-required", "true");
  await expectClean(page);
  const typed = { contestantId: third.id, level: "total" };
  expect(await chief.deed("preview-penalty", { ...typed, amount: "999" })).toBe(422);
  await expect(card.locator("#penalty-amount-error")).toHaveText(/^扣分须大于 0、不超过 100/);
  await expect(card).not.toContainText("建议");
  expect(await chief.deed("preview-penalty", { ...typed, amount: "5" })).toBe(200);
  await expect(card.getByRole("status")).toHaveText(
    `试算结果：${third.number} 尚未评完（已评 0 / 1 个评分点），暂无总分和名次。全部评完后，按“总成绩扣 5 分”计算总分和名次。`,
  );
  await expectClean(page);
  await page.context().close();
  const socket = connectJudge(base, crew.judges[0]!.cookie);
  await enterAll(socket, [markOf(third.id, "80")], pacer(undefined), () => {});
  socket.close();
});

test("a re-scoring batch is proposed only as it was previewed; then it stands on the overview and on the supervisor's list", async ({
  browser,
}) => {
  const { skillId } = skill;
  const third = [...skill.contestants.values()][2]!;
  const mark = `to:${third.id}:0`;
  const chief = await enter(browser, "caipanzhang");
  const supervisor = await enter(browser, "jiandu");
  const { page } = chief;
  await chief.open(`/oversight/${skillId}/rescoring?aspect=A1.1`);
  expect(await chief.deed("preview", { [mark]: "85", reason: "外径复测" })).toBe(200);
  await expect(page.getByRole("status")).toContainText("80 → 85");
  expect(await chief.deed("propose", { [mark]: "70" })).toBe(200);
  await expect(page.getByRole("alert")).toHaveText("改动与预览不一致，请核对新的预览后再提出。");
  await expect(page.getByRole("status")).toContainText("80 → 70");
  await expect(page.getByText("待执行")).toHaveCount(0);
  await expectClean(page);
  await supervisor.open("/desk");
  const mine = supervisor.page.locator(".card", { hasText: "待您办理" });
  await expect(mine).not.toContainText("裁定演练");
  expect(await chief.deed("propose")).toBeLessThan(400);
  await expect(page.getByText("待执行")).toBeVisible();
  await supervisor.open("/desk");
  await expect(mine.getByRole("row", { name: /裁定演练/ })).toContainText("执行重评批次（1）");
  await expectClean(supervisor.page);
  await chief.open(`/oversight/${skillId}`);
  await page.locator(".columns-first").getByRole("link", { name: "重评批次待监督执行" }).click();
  await page.waitForURL(/\/rescoring$/);
  expect(await chief.deed("cancel-rescoring")).toBeLessThan(400);
  await chief.open(`/oversight/${skillId}`);
  await expect(page.getByText("重评批次待监督执行")).toHaveCount(0);
  await supervisor.open("/desk");
  await expect(mine).not.toContainText("裁定演练");
  await supervisor.context.close();
  await page.context().close();
});

test("penalty tried, set and withdrawn; the committee's order opens the way to completion", async ({
  browser,
}) => {
  const { skillId } = skill;
  await crew.chief.post(`/oversight/${skillId}`, { intent: "lock", subcriterionId: "A1" });
  const [first, second, third] = [...skill.contestants.values()];
  const chief = await enter(browser, "caipanzhang");
  const { page } = chief;
  await chief.open(`/oversight/${skillId}`);
  await expect(page.getByText("并列，待裁定名次")).toBeVisible();
  expect(await chief.deed("complete")).toBe(409);
  await expect(page.getByRole("alert")).toContainText(`${first!.number}、${second!.number}`);
  await page.getByRole("link", { name: "判罚与裁定" }).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("判罚与裁定");
  await expectClean(page);

  await test.step("a penalty is tried out first", async () => {
    const typed = { contestantId: third!.id, level: "total", amount: "5" };
    expect(await chief.deed("preview-penalty", typed)).toBe(200);
    await expect(page.getByRole("status")).toContainText("总分 80.00 → 75.00，名次 3 → 3");
    await expect(page.getByText("没有判罚。")).toBeVisible();
    expect(await chief.deed("set-penalty", { reason: "" })).toBe(422);
    await expect(page.locator("#penalty-reason-error")).toBeVisible();
    expect(await chief.deed("set-penalty", { reason: "提前启动设备" })).toBeLessThan(400);
    await expect(page.locator("#penalties")).toContainText("总成绩扣 5 分");
    await expectClean(page);
    expect(await chief.deed("withdraw-penalty", { reason: "回看录像后更正" })).toBeLessThan(400);
    await expect(page.getByText("没有判罚。")).toBeVisible();
    const back = page.getByRole("list", { name: "已撤回" });
    await expect(back.locator("del")).toHaveText(`${third!.number} · 总成绩扣 5 分`);
    await expect(back).toContainText("：提前启动设备");
    await expect(back).toContainText("撤回：回看录像后更正");
    await expectClean(page);
  });

  await test.step("the committee's order", async () => {
    const twice = { "place:0": second!.id, "place:1": second!.id, reason: "外观" };
    expect(await chief.deed("order", twice)).toBe(409);
    const order = { "place:0": second!.id, "place:1": first!.id, reason: "第二件外观更好" };
    expect(await chief.deed("order", order)).toBeLessThan(400);
    await expect(page.locator("#ties")).toContainText(`已裁定：${second!.number} › ${first!.number}`);
    await expectClean(page);
  });
  await chief.open(`/oversight/${skillId}`);
  expect(await chief.deed("complete")).toBeLessThan(400);
  await page.context().close();
});
