// Conflict of interest and work cards in the browser: declared on the sheet, seen on the wall, the reserve's desk fills by itself.
import { expect, test } from "@playwright/test";
import { enter as visit } from "#server/rehearsal/visitor.ts";
import { aspects, type Desk, rowOf, sitDown, stageDesk } from "./judging-stage.ts";
import { enter } from "./person.ts";

let desk: Desk;
const reserve = "houbu-liulan";
test.beforeAll(async ({ browserName: _ }, { project }) => {
  desk = await stageDesk(String(project.use.baseURL), 2);
  const admin = await visit(desk.base, "guanli");
  await admin.post("/accounts", { intent: "create", login: reserve, name: "候补裁判甲" });
  const { names } = await admin.read<{ names: { id: string; login: string }[] }>("/accounts");
  const accountId = names.find((one) => one.login === reserve)!.id;
  const organizer = await visit(desk.base, "zuzhi");
  const seat = { intent: "seat", accountId, number: "4", reserve: "on" };
  await organizer.post(`/manage/skills/${desk.skill.skillId}`, seat);
});

test("a judge declares a conflict on the sheet; the chief judge calls the reserve, whose open desk shows the work at once", async ({
  browser,
}) => {
  const [, login] = desk.logins;
  const code = [...desk.skill.contestants.values()][0]!.number;
  const judge = await sitDown(browser, desk, login!, desk.sheet(0, "A1"));
  const first = aspects.find(({ kind }) => kind === "judgement")!;
  await rowOf(judge, first.id).getByRole("radio").nth(2).click();
  await expect(rowOf(judge, first.id)).toContainText("已保存");
  const standIn = await enter(browser, reserve);
  await standIn.open("/judge");
  const links = standIn.page.locator(`a[href="/judge/sheets/${desk.sheet(0, "A1")}"]`);
  await expect(standIn.page.locator("main")).toContainText("4 号席");
  await expect(links).toHaveCount(0);

  await judge.getByRole("button", { name: "申报回避" }).click();
  const dialog = judge.getByRole("dialog");
  await dialog.getByLabel("回避情形").selectOption("kin");
  await dialog.getByLabel("情况说明").fill("近亲属");
  await dialog.getByRole("button", { name: "提交申报" }).click();
  await expect(judge.locator("main")).toContainText(`已申报回避：${code}`);

  const chief = await enter(browser, "caipanzhang");
  await chief.open(`/oversight/${desk.skill.skillId}`);
  await expect(chief.page.locator("main")).toContainText(`${code}：2 号席空缺`);
  await chief.page.getByRole("button", { name: "安排候补" }).click();
  const call = chief.page.getByRole("dialog");
  await call.getByLabel("候补裁判").selectOption({ label: "4 号 · 候补裁判甲" });
  await call.getByRole("button", { name: "安排候补" }).click();
  await expect(chief.page.locator("main")).toContainText("候补：候补裁判甲");
  await expect(chief.page.locator("main")).not.toContainText("2 号席空缺");

  await expect(links.first()).toBeVisible();
  await standIn.open(`/judge/sheets/${desk.sheet(0, "A1")}`);
  await expect(standIn.page.locator("header.sheet-bar")).toContainText("2 号席");
  await expect(rowOf(standIn.page, first.id).getByRole("radio", { checked: true })).toHaveCount(0);
  for (const person of [standIn, chief]) await person.context.close();
  await judge.context().close();
});

test("a work card's code opens the work's sheet; the card holds the code and nothing of the person", async ({
  browser,
}) => {
  const chief = await enter(browser, "caipanzhang");
  await chief.open(`/oversight/${desk.skill.skillId}/codes`);
  const cards = chief.page.locator(".code-card");
  await expect(cards).toHaveCount(2);
  const { number: code } = [...desk.skill.contestants.values()][1]!;
  const card = cards.filter({ hasText: code });
  const address = /https?:\S+$/.exec((await card.getByRole("img").getAttribute("aria-label"))!)![0];
  expect(decodeURIComponent(address)).toContain(`code=${code}`);
  const judge = await enter(browser, desk.logins[0]!);
  await judge.page.goto(address);
  await expect(judge.page.locator("header.sheet-bar")).toContainText(code);
  await expect(judge.page).toHaveURL(new RegExp(`/judge/sheets/${desk.sheet(1, "A1")}`));
  const pdf = await chief.page.pdf({ format: "A4" });
  expect(pdf.byteLength).toBeGreaterThan(1000);
  for (const person of [chief, judge]) await person.context.close();
});
