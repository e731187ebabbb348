// npm run screenshots: the pictures of the README, from a demonstration that is already being served.
import { existsSync } from "node:fs";
import { mkdir } from "node:fs/promises";
import { parseArgs } from "node:util";
import { type BrowserContext, chromium, type Page } from "playwright";
import { certificateNumber } from "#domain/credentials/number.ts";
import { invent } from "#server/demonstration/people.ts";

const { values } = parseArgs({
  options: {
    url: { type: "string", default: "http://localhost:3000" },
    out: { type: "string", default: "docs/screenshots" },
  },
});
const executablePath =
  process.env.CHROMIUM_PATH ??
  ["/usr/bin/chromium", "/usr/bin/chromium-browser"].find((path) => existsSync(path));
await mkdir(values.out, { recursive: true });
const browser = await chromium.launch({
  executablePath,
  args: ["--no-sandbox", "--disable-background-networking"],
});

/** A context signed in by one click, of the size of a device. */
async function as(login: string | null, width: number, height: number): Promise<BrowserContext> {
  const context = await browser.newContext({
    viewport: { width, height },
    locale: "zh-CN",
    baseURL: values.url,
  });
  if (login) await context.request.post("/demo", { form: { intent: "enter", login }, maxRedirects: 0 });
  return context;
}

async function take(
  name: string,
  login: string | null,
  size: readonly [number, number],
  open: (page: Page) => Promise<void>,
): Promise<void> {
  const context = await as(login, ...size);
  const page = await context.newPage();
  await open(page);
  await page.waitForLoadState("networkidle");
  await page.screenshot({ path: `${values.out}/${name}.png` });
  await context.close();
}

const follow = async (page: Page, pattern: RegExp, place = 0): Promise<void> => {
  const links = await page
    .locator("a")
    .evaluateAll((all) => all.map((link) => link.getAttribute("href") ?? ""));
  const to = links.filter((href) => pattern.test(href)).at(place);
  if (!to) throw new Error(`${page.url()} has no link like ${pattern}`);
  await page.goto(to);
};

await take("judge", "caipan1", [820, 1180], async (page) => {
  await page.goto("/judge");
  await follow(page, /^\/judge\/sheets\/[^/]+~B1$/, -1);
});
await take("manage", "zuzhi", [1280, 800], async (page) => {
  await page.goto("/manage");
  await follow(page, /^\/manage\/[0-9a-f-]{36}$/);
});
await take("wall", "caipanzhang", [1280, 800], async (page) => {
  await page.goto("/oversight");
  await follow(page, /^\/oversight\/[0-9a-f-]{36}$/, -1);
});
await take("hr", "renshe", [1280, 900], async (page) => {
  await page.goto("/hr");
  const year = new Date().getFullYear();
  await page.fill('[name="number"]', certificateNumber("BD", year, 1));
  await page.fill('[name="name"]', invent(500).name);
  await page.selectOption('[name="purpose"]', "title-application");
  await page.locator('main button[type="submit"]').last().click();
});
await take("hall", null, [1456, 819], async (page) => {
  await page.goto("/");
  await follow(page, /^\/competitions\/[0-9a-f-]{36}$/);
  await follow(page, /^\/hall\/[0-9a-f-]{36}/);
});
await browser.close();
