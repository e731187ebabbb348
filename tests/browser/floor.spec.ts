// The floor with one thumb, at 390 × 844: found by ID and checked in, a violation recorded, and withdrawn again; without JavaScript too.
import { type Browser, expect, type Page, test } from "@playwright/test";
import { invent } from "#server/demonstration/people.ts";
import { settled } from "./person.ts";

const phone = { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true };

async function stand(browser: Browser, javaScriptEnabled = true): Promise<Page> {
  const context = await browser.newContext({ ...phone, javaScriptEnabled });
  const answer = await context.request.post("/demo", {
    form: { intent: "enter", login: "xianchang" },
    maxRedirects: 0,
  });
  expect(answer.headers()["location"]).toBe("/floor");
  const page = await context.newPage();
  await page.goto("/floor");
  await page.getByRole("link", { name: "打开现场" }).first().tap();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("05 网站设计与开发");
  await page.waitForLoadState("networkidle");
  return page;
}

/** Of the demonstration's twelve entrants of this skill, by place. */
const entrant = (place: number) => invent(4 * 12 + place);

test("somebody is found by their ID, which stands in no address and no answer, and checked in", async ({
  browser,
}) => {
  const page = await stand(browser);
  const { name, residentId } = entrant(10);
  const addresses: string[] = [];
  const answers: string[] = [];
  page.on("request", (request) => addresses.push(request.url()));
  // Read on the way: of an answer that replaces the page the browser keeps nothing.
  await page.route("**/floor/**", async (route) => {
    if (route.request().method() !== "POST") return route.continue();
    const answer = await route.fetch({ maxRedirects: 0 });
    if (answer.status() === 200) answers.push(await answer.text());
    await route.fulfill({ response: answer });
  });
  await page.getByLabel("姓名、参赛号或身份证号").fill(residentId);
  await page.getByRole("button", { name: "查找" }).tap();
  await expect(page.getByRole("heading", { name: "查找结果（1）" })).toBeVisible();
  expect(answers).toHaveLength(1);
  expect(answers[0]).toContain(name);
  expect(answers[0]).not.toContain(residentId);
  await page.unroute("**/floor/**");
  const checkIn = page.getByRole("button", { name: `检录 05-011 ${name}` });
  const box = (await checkIn.boundingBox())!;
  expect(Math.min(box.width, box.height)).toBeGreaterThanOrEqual(44);
  expect(box.x + box.width).toBeGreaterThan(300);
  await checkIn.tap();
  await expect(page.getByRole("status")).toContainText(`已检录：05-011 ${name}`);
  await expect(page.getByText("已检录 11 / 应到 12")).toBeVisible();
  expect(addresses.filter((address) => address.includes(residentId))).toEqual([]);
  await expect(page.locator('[name="q"]')).toHaveValue("");

  await page.getByRole("button", { name: `撤销 05-011 ${name}` }).tap();
  await page.locator("dialog[open]").getByLabel("原因").fill("认错了人");
  await page.getByRole("button", { name: "确认撤销" }).tap();
  await settled(page);
  await expect(page.getByText("已检录 10 / 应到 12")).toBeVisible();
  await page.context().close();
});

test("an ID with a wrong check digit is refused with what to do", async ({ browser }) => {
  const page = await stand(browser);
  const { residentId } = entrant(10);
  const wrong = residentId.slice(0, 17) + (residentId.endsWith("1") ? "2" : "1");
  await page.getByLabel("姓名、参赛号或身份证号").fill(wrong);
  await page.getByRole("button", { name: "查找" }).tap();
  await expect(page.getByRole("alert")).toContainText("身份证");
  await page.context().close();
});

test("a violation is recorded as a proposal and withdrawn with a reason; the chief judge's figures follow", async ({
  browser,
}) => {
  const page = await stand(browser);
  const { name } = entrant(0);
  await page.getByRole("link", { name: `记录 05-001 ${name}` }).tap();
  await page.getByRole("link", { name: "违规" }).tap();
  await expect(page.getByText("这只是建议，不改动任何分数")).toBeVisible();
  await expect(page.getByLabel("建议扣分")).toBeHidden();
  await page.getByText("总成绩扣分").tap();
  await page.getByLabel("建议扣分").fill("999");
  await page.getByLabel("违规事实").fill("未按规定佩戴防护用品");
  await page.getByRole("button", { name: "保存记录" }).tap();
  await expect(page.locator(".field-error")).toContainText("不超过 100");
  await expect(page.getByLabel("违规事实")).toHaveValue("未按规定佩戴防护用品");
  await page.getByLabel("建议扣分").fill("1.5");
  await page.getByRole("button", { name: "保存记录" }).tap();
  const card = page.locator(".card", { hasText: "未按规定佩戴防护用品" });
  await expect(card).toContainText("建议：总成绩扣 1.50 分");

  const skill = new URL(page.url()).pathname.split("/")[2]!;
  const chief = await browser.newContext();
  await chief.request.post("/demo", { form: { intent: "enter", login: "caipanzhang" }, maxRedirects: 0 });
  const wall = async () => (await chief.request.get(`/oversight/${skill}`)).text();
  expect(await wall()).toContain("违规建议 2 条");
  expect(await wall()).not.toContain("未按规定佩戴防护用品");
  expect((await chief.request.get(`/floor/${skill}/report`)).status()).toBe(403);

  await card.getByRole("button", { name: "撤回" }).tap();
  await page.locator("dialog[open]").getByLabel("原因").fill("经核实已佩戴");
  await page.getByRole("button", { name: "确认撤回" }).tap();
  await expect(card).toContainText("已撤回");
  await expect(card).toContainText("经核实已佩戴");
  await expect(card.getByRole("button", { name: "撤回" })).toHaveCount(0);
  expect(await wall()).toContain("违规建议 1 条");
  await chief.close();
  await page.context().close();
});

test("all of it is there without JavaScript", async ({ browser }) => {
  const page = await stand(browser, false);
  const { name } = entrant(11);
  await page.getByLabel("姓名、参赛号或身份证号").fill("012");
  await page.getByRole("button", { name: "查找" }).tap();
  await page.getByRole("button", { name: `检录 05-012 ${name}` }).tap();
  await expect(page.getByRole("status")).toContainText(`已检录：05-012 ${name}`);
  await page.getByRole("link", { name: `记录 05-012 ${name}` }).tap();
  await page.getByRole("link", { name: "时间补偿" }).tap();
  await page.getByLabel("补偿时间").fill("8");
  await page.getByLabel("补偿原因").fill("显示器黑屏");
  await page.getByRole("button", { name: "保存记录" }).tap();
  await expect(page.locator(".card", { hasText: "显示器黑屏" })).toContainText("补偿 8 分钟");
  await page.context().close();
});
