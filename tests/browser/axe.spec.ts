// axe finds nothing: every kind of page, populated and empty, light and dark, Chinese and English; no rule or selector disabled.
import { type BrowserContext, expect, type Page, test } from "@playwright/test";
import { expectClean } from "./axe.ts";
import { enter } from "./person.ts";

/** Login (null is the public), where to start, and patterns of links to follow from there. */
const pages: readonly (readonly [login: string | null, path: string, ...follow: RegExp[]])[] = [
  [null, "/"],
  [null, "/?q=%E6%B2%A1%E6%9C%89%E8%BF%99%E4%B8%AA"],
  [null, "/", /^\/competitions\/[0-9a-f-]{36}$/],
  [null, "/?q=%E7%84%8A%E5%B7%A5", /^\/skills\/[0-9a-f-]{36}$/],
  [null, "/?q=%E8%8C%B6%E8%89%BA%E5%B8%88", /^\/skills\/[0-9a-f-]{36}$/, /^\/skills\/[0-9a-f-]{36}\/board$/],
  [null, "/", /^\/competitions\/[0-9a-f-]{36}$/, /^\/hall\//],
  [null, "/check"],
  [null, "/demo"],
  [null, "/sign-in"],
  [null, "/no-such-page"],
  ["caipan1", "/judge"],
  ["caipan1", "/judge", /^\/judge\/(next|sheets\/[^/]+$)/],
  ["caipan1", "/judge", /^\/judge\/skills\/.*print$/],
  ["caipanzhang", "/oversight"],
  ["caipanzhang", "/oversight", /^\/oversight\/[0-9a-f-]{36}$/],
  ["caipanzhang", "/oversight", /^\/oversight\/[0-9a-f-]{36}$/, /\/rescoring$/],
  ["caipanzhang", "/oversight", /^\/oversight\/[0-9a-f-]{36}$/, /\/sheets\/[^/]+$/],
  ["lufen", "/oversight", /\/confirm$/],
  ["caipan1", "/judge", /^\/judge\/(next|sheets\/[^/]+$)/, /^\/judge\/sheets\/[^/]+\/print$/],
  ["xianchang", "/floor"],
  ["xianchang", "/floor", /^\/floor\/[0-9a-f-]{36}$/],
  ["xianchang", "/floor", /^\/floor\/[0-9a-f-]{36}$/, /view=records$/],
  ["xianchang", "/floor", /^\/floor\/[0-9a-f-]{36}$/, /\/record\?entrant=/, /kind=violation$/],
  ["xianchang", "/floor", /^\/floor\/[0-9a-f-]{36}$/, /view=records$/, /\/report$/],
  ["jiandu", "/desk", /^\/desk\/[0-9a-f-]{36}$/, /\/protocol$/],
  ["zuzhi", "/manage"],
  ["zuzhi", "/manage/new"],
  ["zuzhi", "/manage", /^\/manage\/[0-9a-f-]{36}$/],
  ["zuzhi", "/manage", /^\/manage\/[0-9a-f-]{36}$/, /\/registrations/],
  ["zuzhi", "/manage", /^\/manage\/[0-9a-f-]{36}$/, /^\/manage\/skills\/[0-9a-f-]{36}$/],
  ["zuzhi", "/manage", /^\/manage\/[0-9a-f-]{36}$/, /^\/manage\/skills\/[0-9a-f-]{36}$/, /\/scheme$/],
  ["lingdui", "/delegation"],
  ["lingdui", "/delegation", /^\/delegation\/[0-9a-f-]{36}$/],
  ["guanli", "/accounts"],
  ["zuzhi", "/desk"],
  ["jiandu", "/desk", /^\/desk\/[0-9a-f-]{36}$/],
  ["renshe", "/hr"],
  ["renshe", "/hr/awards"],
  ["renshe", "/hr/awards?enter=competition"],
  ["renshe", "/hr/policy"],
  ["xuanshou", "/me"],
];

for (const colorScheme of ["light", "dark"] as const) {
  test(`every page, ${colorScheme}`, async ({ browser }) => {
    test.setTimeout(300_000);
    const contexts = new Map<string | null, BrowserContext>();
    for (const [login, path, ...follow] of pages) {
      const context =
        contexts.get(login) ?? (await signedIn(await browser.newContext({ colorScheme }), login));
      contexts.set(login, context);
      const page = await context.newPage();
      await page.goto(path);
      for (const pattern of follow) await page.goto(await linkLike(page, pattern));
      await page.waitForLoadState("networkidle");
      await expectClean(page);
      await page.close();
    }
  });
}

test("a page in English, and one at 390 px", async ({ browser }) => {
  const context = await browser.newContext({ viewport: { width: 390, height: 844 } });
  await context.request.post("/language", { form: { language: "en", to: "/" }, maxRedirects: 0 });
  const page = await context.newPage();
  for (const path of ["/", "/check", "/sign-in", "/demo"]) {
    await page.goto(path);
    await page.waitForLoadState("networkidle");
    await expectClean(page);
    const wide = await page.evaluate(() => document.documentElement.scrollWidth > window.innerWidth);
    expect(wide, `${path} is wider than the screen`).toBe(false);
  }
});

test("what an HR officer is answered: a certificate that stands, and a number that nobody holds", async ({
  browser,
}) => {
  const competitor = await enter(browser, "xuanshou");
  await competitor.open("/me");
  const told = await competitor.page.locator("main").innerText();
  const number = /BS-\d{4}-[0-9A-Z-]+/.exec(told)?.[0];
  const name = await competitor.page.locator("h1").innerText();
  const officer = await enter(browser, "renshe");
  for (const [asked, by] of [
    [number!, name],
    ["BS-2025-000000-0", "无此人"],
  ] as const) {
    await officer.open("/hr");
    await officer.page.fill('[name="number"]', asked);
    await officer.page.fill('[name="name"]', by);
    await officer.page.locator('[name="purpose"]').selectOption("title-application");
    await officer.page.locator('main button[type="submit"]').last().click();
    await officer.page.waitForLoadState("networkidle");
    await expectClean(officer.page);
  }
});

test("a sheet to be keyed again, and what a batch would move", async ({ browser }) => {
  const recorder = await enter(browser, "lufen");
  await recorder.open("/oversight");
  await recorder.page
    .locator("main a", { hasText: /待确认 [1-9]/ })
    .first()
    .click();
  await recorder.page.locator('main a[href*="sheet="]').first().click();
  await expect(recorder.page.locator('[name^="keyed:"]').first()).toBeVisible();
  await expectClean(recorder.page);
  const chief = await enter(browser, "caipanzhang");
  await chief.open("/oversight");
  await chief.page.locator('main a[href^="/oversight/"]').first().click();
  await chief.page.locator('main a[href$="/rescoring"]').click();
  await chief.page.locator('[name="aspect"]').selectOption({ index: 1 });
  await chief.page.locator("main form button").first().click();
  const mark = chief.page.locator('[name^="to:"]').first();
  await mark.fill((await mark.inputValue()) === "0" ? "1" : "0");
  await chief.page.locator('[value="preview"]').click();
  await expect(chief.page.locator('[value="propose"]')).toBeVisible();
  await expectClean(chief.page);
});

async function signedIn(context: BrowserContext, login: string | null): Promise<BrowserContext> {
  if (login) await context.request.post("/demo", { form: { intent: "enter", login }, maxRedirects: 0 });
  return context;
}

async function linkLike(page: Page, pattern: RegExp): Promise<string> {
  const links = await page
    .locator("a")
    .evaluateAll((all) => all.map((link) => link.getAttribute("href") ?? ""));
  const found = links.find((href) => pattern.test(href));
  expect(found, `a link like ${pattern} on ${page.url()}`).toBeDefined();
  return found!;
}
