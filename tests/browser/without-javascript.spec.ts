// Without JavaScript the forms of the overview, the judge's desk and sheet, the day summary and the result desk still post: a
// question opens in place, a refusal stands where it belongs, and the way leads back to where somebody was.
import { type Browser, expect, type Page, test } from "@playwright/test";
import { type Desk, plainRules, stageDesk } from "./judging-stage.ts";

const password = "bianliang-2026";
const [criterion, aspects] = [
  { id: "A", name: "制作", max: "100.00" },
  [{ id: "A1.1", kind: "measurement" as const, description: "防护齐全", max: "100.00" }],
];
const scheme = {
  total: "100.00",
  criteria: [{ ...criterion, subcriteria: [{ id: "A1", name: "安全", day: 1, aspects }] }],
};
let desk: Desk;

test.beforeAll(async ({ browserName: _ }, { project }) => {
  test.setTimeout(120_000);
  const rules = { ...plainRules, daySignatures: "on" };
  desk = await stageDesk(String(project.use.baseURL), 1, { scheme, rules });
});

async function sit(browser: Browser, login: string, path: string): Promise<Page> {
  const context = await browser.newContext({ javaScriptEnabled: false });
  const form = { intent: "enter", login };
  expect((await context.request.post("/demo", { form, maxRedirects: 0 })).status()).toBe(302);
  const page = await context.newPage();
  await page.goto(path);
  return page;
}

/** Fills the form of an intent, opening the question it stands in, and sends it; answers the status of the page that comes. */
async function post(page: Page, intent: string, fields: Record<string, string> = {}): Promise<number> {
  const button = page.locator(`button[type="submit"][value="${intent}"]`).first();
  const question = page.locator("details", { has: page.locator(`button[value="${intent}"]`) }).first();
  if (!(await button.isVisible())) await question.locator("summary").click();
  const form = page.locator("form", { has: page.locator(`button[value="${intent}"]`) }).first();
  for (const [name, value] of Object.entries(fields)) await form.locator(`[name="${name}"]`).fill(value);
  const [answer] = await Promise.all([
    page.waitForResponse((one) => one.request().isNavigationRequest() && one.status() !== 302),
    button.click(),
  ]);
  await page.waitForLoadState();
  return answer.status();
}

/** The password was wrong: told at its field, in the question that stands open. */
async function expectAskedAgain(page: Page): Promise<void> {
  const field = page.locator('[name="password"]:visible');
  await expect(field).toHaveAccessibleDescription(/密码不正确，尚未签署/);
  await expect(field).toHaveValue("");
}

test("a message is told, noted at the desk and at a sheet, and the overview says who noted it", async ({
  browser,
}) => {
  const wall = `/oversight/${desk.skill.skillId}`;
  const sheet = `/judge/sheets/${desk.sheet(0, "A1")}`;
  const chief = await sit(browser, "caipanzhang", wall);
  for (const [path, text] of [
    ["/judge", "请先核对量具零位"],
    [sheet, "午后改用二号量具"],
  ] as const) {
    expect(await post(chief, "tell", { text })).toBe(200);
    await expect(chief.locator("main")).toContainText("尚无人阅读");
    const judge = await sit(browser, desk.logins[0]!, path);
    const message = judge.locator(".notice", { hasText: text });
    await message.getByRole("button", { name: "知道了" }).click();
    await judge.waitForURL(path);
    await expect(judge.getByRole("heading", { level: 1 })).toBeVisible();
    await expect(message).toHaveCount(0);
    await chief.goto(wall);
    await expect(chief.locator("main")).toContainText("已读 1 号席");
    await judge.context().close();
  }
  expect(await post(chief, "due", { dueAt: "2020-01-02T08:30" })).toBe(200);
  await expect(chief.locator("main")).toContainText(/A1 已逾时 \d+ 分钟/);
  expect(await post(chief, "tell", { text: " " })).toBe(422);
  await expect(chief.getByRole("alert")).toBeVisible();
  await chief.context().close();
});

test("a mark, its lock, the signature of the day and the check of the result", async ({ browser }) => {
  const { skillId } = desk.skill;
  const judge = await sit(browser, desk.logins[0]!, `/judge/sheets/${desk.sheet(0, "A1")}`);
  await judge.locator('button[name="value"][value="100.00"]').click();
  await judge.waitForLoadState();
  const chief = await sit(browser, "caipanzhang", `/oversight/${skillId}`);
  expect(await post(chief, "lock")).toBe(200);
  await judge.goto("/judge");
  await judge.getByRole("link", { name: "核对第 1 天并签字" }).click();
  expect(await post(judge, "sign-day", { password: "not-the-password" })).toBe(422);
  await expectAskedAgain(judge);
  expect(await post(judge, "sign-day", { password })).toBe(200);
  await expect(judge.getByRole("heading", { name: "您已签字" })).toBeVisible();
  await judge.getByRole("link", { name: "返回我的评分" }).click();
  await expect(judge.getByRole("heading", { level: 1 })).toHaveText("我的评分");

  expect(await post(chief, "complete")).toBe(200);
  const checker = await sit(browser, "lufen", `/desk/${skillId}`);
  expect(await post(checker, "check", { password: "not-the-password" })).toBe(422);
  await expect(checker.locator("details[open]")).toHaveCount(1);
  await expectAskedAgain(checker);
  expect(await post(checker, "check", { password })).toBe(200);
  await expect(checker.locator("main")).toContainText("复核确认已记录");
});
