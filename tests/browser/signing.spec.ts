// The signatures of a day at browsers of their own: three judges sign its mark summary, one of them by hand, the chief judge
// after them; the papers print with the head of the chain and a QR, and the page it leads to says whether they still agree.
import { type Browser, expect, type Page, test } from "@playwright/test";
import type { Scheme } from "#domain/schemes/aspect.ts";
import { aspectsOf } from "#domain/schemes/scheme.ts";
import { connectJudge, enterAll, pacer } from "#server/rehearsal/judges.ts";
import { type Crew, type StagedSkill, setUp } from "#server/rehearsal/stage.ts";
import { expectClean } from "./axe.ts";
import { plainRules } from "./judging-stage.ts";
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
          name: "尺寸",
          day: 1,
          aspects: [
            { id: "A1.1", kind: "value", description: "外径", max: "60.00", step: "0.5" },
            { id: "A1.2", kind: "measurement", description: "防护齐全", max: "20.00" },
          ],
        },
        {
          id: "A2",
          name: "收尾",
          day: 2,
          aspects: [{ id: "A2.1", kind: "measurement", description: "场地清理", max: "20.00" }],
        },
      ],
    },
  ],
};
const rules = { ...plainRules, daySignatures: "on" };
const password = "bianliang-2026";
const names = ["选手 1", "选手 2"];
let crew: Crew;
let skill: StagedSkill;
let logins: readonly string[];

test.beforeAll(async ({ browserName: _ }, { project }) => {
  test.setTimeout(120_000);
  const base = String(project.use.baseURL).replace("localhost", "127.0.0.1");
  const plan = { name: "逐日签字", scheme, competitors: names, absent: new Set<string>(), marks: [], rules };
  const staged = await setUp(base, [plan], 3);
  [crew, skill] = [staged.crew, staged.skills[0]!];
  logins = await Promise.all(
    crew.judges.map(async (judge) => (await judge.read<{ login: string }>("/judge/who")).login),
  );
  const socket = connectJudge(base, crew.judges[0]!.cookie);
  const marks = [...skill.contestants.values()].flatMap(({ id }, place) =>
    aspectsOf(scheme).map((aspect) => ({
      sheetId: `${id}~${aspect.id.slice(0, 2)}`,
      contestantId: id,
      aspectId: aspect.id,
      value: aspect.kind === "value" ? String(58.5 - place) : aspect.max,
    })),
  );
  await enterAll(socket, marks, pacer(undefined), () => {});
  socket.close();
});

/** Draws a line over the pad that stands on the page. */
async function draw(page: Page): Promise<void> {
  const pad = page.locator("canvas:visible");
  await pad.scrollIntoViewIfNeeded();
  const box = (await pad.boundingBox())!;
  await page.mouse.move(box.x + 20, box.y + 20);
  await page.mouse.down();
  await page.mouse.move(box.x + box.width / 2, box.y + box.height - 20, { steps: 8 });
  await page.mouse.move(box.x + box.width - 20, box.y + 20, { steps: 8 });
  await page.mouse.up();
}

const drawnIn = (page: Page): Promise<string> => page.locator('[name="drawn"]').inputValue();
/** The picture on the pad that stands on the page. */
const onPad = (page: Page): Promise<string> =>
  page.locator("canvas:visible").evaluate((pad: HTMLCanvasElement) => pad.toDataURL());

/** After a wrong password: told at its field, which is empty and has the focus; what was drawn stands as it was. */
async function expectAskedAgain(page: Page, drawn: string): Promise<void> {
  const field = page.locator('[name="password"]:visible');
  await expect(field).toHaveAccessibleDescription(/密码不正确，尚未签署/);
  await expect(field).toHaveValue("");
  await expect(field).toBeFocused();
  await expect(page.locator(".mistakes")).toHaveCount(0);
  expect(await onPad(page)).toBe(drawn);
}

/** A judge goes from the desk to the first day, signs it, is led on to the second and back to the desk. */
async function signDays(browser: Browser, login: string, how: { drawing: boolean }): Promise<Person> {
  const judge = await enter(browser, login);
  await judge.open("/judge");
  await expect(judge.page.getByText("第 1 天评分汇总表 · 待签字")).toBeVisible();
  await judge.page.getByRole("link", { name: "核对第 1 天并签字" }).click();
  await expect(judge.page.getByRole("heading", { level: 1 })).toHaveText("第 1 天评分汇总表");
  await expect(judge.page.getByRole("cell", { name: "78.50" }).first()).toBeVisible();
  await expect(judge.page.getByRole("columnheader", { name: "参赛号" })).toBeVisible();
  await expect(judge.page.getByRole("link", { name: /A1：78\.50，打开评分表/ })).toHaveAttribute(
    "href",
    /^\/judge\/sheets\/.*~A1$/,
  );
  const hash = await judge.page.locator(".hash-groups:visible").innerText();
  if (how.drawing) {
    await draw(judge.page);
    await judge.page.getByRole("button", { name: "清除" }).click();
    await expect(judge.page.locator('[name="drawn"]')).toHaveValue("");
    await draw(judge.page);
  }
  const [drawn, sent] = [await onPad(judge.page), await drawnIn(judge.page)];
  for (const wrong of ["not-the-password", "nor-this-one"]) {
    expect(await judge.deed("sign-day", { password: wrong })).toBe(422);
    await expectAskedAgain(judge.page, drawn);
    expect(await drawnIn(judge.page)).toBe(sent);
  }
  await expectClean(judge.page);
  expect(await judge.deed("sign-day", { password })).toBeLessThan(400);
  await expect(judge.page.getByRole("heading", { name: "您已签字" })).toBeVisible();
  await expect(judge.page.locator(".page-head")).toContainText("您已核对并签字");
  await expect(judge.page.locator(".hash-groups:visible")).toHaveText(hash);
  await expectClean(judge.page);
  await printsItsPaper(judge.page);
  await judge.page.getByRole("link", { name: "核对第 2 天并签字" }).click();
  await expect(judge.page.getByRole("heading", { level: 1 })).toHaveText("第 2 天评分汇总表");
  expect(await judge.deed("sign-day", { password })).toBeLessThan(400);
  await judge.page.getByRole("link", { name: "返回我的评分" }).click();
  await expect(judge.page.getByRole("heading", { level: 1 })).toHaveText("我的评分");
  await judge.open(`/judge/days/${skill.skillId}/1`);
  return judge;
}

/** The button prints the paper of the day with its seal, and nothing of the page around it. */
async function printsItsPaper(page: Page): Promise<void> {
  await expect(page.getByRole("button", { name: "打印" })).toBeVisible();
  await page.emulateMedia({ media: "print" });
  await expect(page.locator(".print-sheet")).toBeVisible();
  await expect(page.locator(".print-sheet .paper-seal")).toBeVisible();
  await expect(page.locator(".page-head")).toBeHidden();
  await page.emulateMedia({ media: "screen" });
  await expect(page.locator(".print-sheet")).toBeHidden();
}

test("three judges sign a day, the chief judge signs after them, and the papers agree with what stands", async ({
  browser,
}) => {
  const { skillId } = skill;
  for (const subcriterionId of ["A1", "A2"])
    await crew.chief.post(`/oversight/${skillId}`, { intent: "lock", subcriterionId });
  const page = (await signDays(browser, logins[0]!, { drawing: false })).page;
  await page.emulateMedia({ colorScheme: "dark" });
  await expectClean(page);
  await signDays(browser, logins[1]!, { drawing: true });

  const chief = await enter(browser, "caipanzhang");
  await chief.open(`/oversight/${skillId}`);
  await expect(chief.page.locator("#days")).toContainText("已签 2 / 3");
  await expect(chief.page.locator("#days")).toContainText("未签：3 号席");
  await expectClean(chief.page);
  await chief.deed("complete");
  await crew.checker.post(`/desk/${skillId}`, { intent: "check", ...(await signing()) });
  await chief.open(`/desk/${skillId}`);
  await expect(chief.page.locator("#step-sign-chief")).toContainText("尚有 1 名裁判未签字");

  await signDays(browser, logins[2]!, { drawing: false });
  await chief.open(`/desk/${skillId}`);
  await chief.page.locator("#step-sign-chief").getByRole("button").first().click();
  await draw(chief.page);
  await expectClean(chief.page);
  const drawn = await onPad(chief.page);
  const dialog = chief.page.locator("dialog[open]");
  for (const wrong of ["not-the-password", "nor-this-one"]) {
    await dialog.locator('[name="password"]').fill(wrong);
    await dialog.locator('button[type="submit"]').click();
    await expectAskedAgain(chief.page, drawn);
    await expect(dialog).toBeVisible();
  }
  await expectClean(chief.page);
  await dialog.locator('[name="password"]').fill(password);
  await chief.page.keyboard.press("Enter");
  await expect(chief.page.getByText("裁判长签字已记录")).toBeVisible();
  await crew.supervisor.post(`/desk/${skillId}`, { intent: "sign-supervisor", ...(await signing()) });

  await prints(chief.page, `/oversight/${skillId}/days/1`, 1);
  await prints(chief.page, `/desk/${skillId}/protocol`, 1);
});

async function signing(): Promise<{ hash: string; password: string }> {
  const { desk } = await crew.chief.read<{ desk: { hash: string } }>(`/desk/${skill.skillId}`);
  return { hash: desk.hash, password };
}

/** A sheet with its seal and drawn signatures; what its QR leads to says that it agrees, and another hash that it does not. */
async function prints(page: Page, path: string, drawn: number): Promise<void> {
  await page.goto(path);
  await page.waitForLoadState("networkidle");
  const seal = page.locator(".paper-seal");
  await expect(seal).toContainText(/账本链首 · 第 \d+ 条/);
  await expect(seal).toContainText("截至");
  await expect(page.locator(".print-sign-place img")).toHaveCount(drawn);
  for (const picture of await page.locator(".print-sign-place img").all())
    expect(await picture.evaluate((image: HTMLImageElement) => image.naturalWidth)).toBeGreaterThan(0);
  await expectClean(page);
  expect((await page.pdf({ format: "A4" })).length).toBeGreaterThan(10_000);
  const told = (await seal.locator(".qr").getAttribute("aria-label"))!;
  const address = new URL(/https?:\S+/.exec(told)![0]);
  expect(address.pathname).toBe(path);
  await page.goto(address.pathname + address.search);
  await expect(page.getByText("与现存内容一致", { exact: true })).toBeVisible();
  await page.goto(`${path}?hash=${"0".repeat(64)}`);
  await expect(page.getByText("内容已变更（纸质件为旧版）")).toBeVisible();
  await expectClean(page);
}
