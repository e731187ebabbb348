// The venue's own network: a tablet trusts the authority, a judge marks over HTTPS under the venue's name, loses the line,
// reloads, goes on marking on the kept copy, and finds everything saved when the line is back.
import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { expect, type Locator, type Page, test } from "@playwright/test";
import { openTablet, type Tablet } from "./trust.ts";

const port = Number(process.env.BROWSER_TEST_PORT ?? 3299) + 2;
const plain = `http://localhost:${port + 1}`;
const host = "biansai.test";
const base = `https://${host}:${port}`;
let server: ChildProcess;
let authority: Buffer;
const tablets: Tablet[] = [];

test.beforeAll(async () => {
  test.setTimeout(120_000);
  server = spawn(process.execPath, ["bin/run.mjs", "tests/browser/serve.ts", "--lan"], {
    env: { ...process.env, PORT: String(port), BIANSAI_HOSTS: host, BIANSAI_DEMO: "1" },
    stdio: "inherit",
  });
  await expect(async () => {
    const answer = await fetch(`${plain}/biansai.crt`);
    expect(answer.headers.get("content-type")).toBe("application/x-x509-ca-cert");
    authority = Buffer.from(await answer.arrayBuffer());
  }).toPass({ timeout: 100_000 });
});
test.afterEach(async () => {
  for (const one of tablets.splice(0)) await one.close();
});
test.afterAll(async () => {
  server.kill("SIGTERM");
  await once(server, "exit");
});

async function tablet(trusting: boolean): Promise<Page> {
  const options = test.info().project.use.launchOptions ?? {};
  const one = await openTablet(options, trusting ? { host, port, authority } : null, host);
  tablets.push(one);
  if (trusting) test.info().annotations.push({ type: "trust", description: one.trust });
  const context = await one.browser.newContext({ locale: "zh-CN", timezoneId: "Asia/Shanghai" });
  return context.newPage();
}

async function signIn(page: Page, login: string): Promise<void> {
  await page.goto(`${base}/demo`);
  await page.locator(`button[name="login"][value="${login}"]`).first().click();
  await page.waitForURL((url) => url.pathname !== "/demo");
}
const copies = (page: Page): Promise<string[]> =>
  page.evaluate(async () => {
    const names = (await caches.keys()).filter((name) => name.startsWith("biansai-judge:"));
    const all = await Promise.all(
      names.map(async (name) => [name, await (await caches.open(name)).keys()] as const),
    );
    return all.flatMap(([name, keys]) => keys.map((one) => `${name} ${new URL(one.url).pathname}`));
  });

const unset = (page: Page): Locator => page.locator("section.aspect.unset");
/** The demonstration's last sub-criterion, which nobody has begun. */
async function openSheet(page: Page): Promise<void> {
  await page.goto(`${base}/judge`);
  const path = await page.locator('a[href$="~D1"]').last().getAttribute("href");
  await page.goto(base + path);
  await expect(page.locator(".connection.live")).toBeVisible();
}
/** Gives the first unset aspect a mark; answers its row. */
async function mark(page: Page): Promise<Locator> {
  const id = await unset(page).first().getAttribute("id");
  const row = page.locator(`section.aspect[id="${id}"]`);
  const input = row.locator("input:not([type=hidden])");
  if ((await input.count()) > 0) {
    await input.first().fill("1");
    await input.first().press("Enter");
  } else await row.getByRole("radio").first().click();
  return row;
}

test("a device that does not trust the authority is not let in, and the guide tells it how", async () => {
  const refused = await tablet(false);
  await expect(refused.goto(`${base}/`)).rejects.toThrow("ERR_CERT_AUTHORITY_INVALID");
  const page = await refused.context().newPage();
  await page.goto(`http://${host}:${port + 1}/trust`);
  await expect(page.getByRole("link", { name: "下载证书" })).toHaveAttribute("href", "/biansai.crt");
  await expect(page.getByText(base, { exact: true })).toBeVisible();
});

test("a judge marks over HTTPS, reloads without a line, goes on, and everything is saved when it is back", async () => {
  const page = await tablet(true);
  const context = page.context();
  await signIn(page, "caipan1");
  const [cookie] = (await context.cookies()).filter((one) => one.name.startsWith("__Host-"));
  expect(cookie).toMatchObject({ name: "__Host-biansai", secure: true, httpOnly: true });
  await openSheet(page);
  expect(await unset(page).count()).toBeGreaterThanOrEqual(3);
  const first = await mark(page);
  await expect(first).toContainText("已保存");
  const path = new URL(page.url()).pathname;
  await expect.poll(() => copies(page)).toContain(`biansai-judge:caipan1 ${path}`);
  // Acknowledged after the copy was made: it must not look unset on it.
  const second = await mark(page);
  await expect(second).toContainText("已保存");
  await expect(page.locator(".offline-copy")).toHaveCount(0);

  await context.setOffline(true);
  await page.reload();
  await expect(page.locator(".offline-copy")).toContainText(/离线副本，截至 \d{2}:\d{2}/);
  await expect(first).not.toContainText("未评");
  await expect(second).not.toContainText("未评");
  const third = await mark(page);
  await expect(third).toContainText("本机暂存");
  await page.reload();
  await expect(third).toContainText("本机暂存");

  await context.setOffline(false);
  await expect(third).toContainText("已保存", { timeout: 30_000 });
  await expect(page.locator(".offline-copy")).toHaveCount(0);
  await page.reload();
  for (const row of [first, second, third]) await expect(row).toContainText("已保存");
});

test("copies are of judge's pages alone, and go when the judge signs out or somebody else signs in", async () => {
  const page = await tablet(true);
  const context = page.context();
  await signIn(page, "caipan1");
  await openSheet(page);
  const sheet = page.url();
  await expect.poll(() => copies(page)).toContain(`biansai-judge:caipan1 ${new URL(sheet).pathname}`);
  for (const other of ["/", "/check", "/demo"]) await page.goto(base + other);
  const kept = await copies(page);
  expect(
    kept.filter((one) => !/^biansai-judge:caipan1 \/judge(\/sheets\/[^/]+)?(\.data)?$/.test(one)),
  ).toEqual([]);

  await page.goto(`${base}/judge`);
  await page.locator('form[action="/sign-out"] button').click();
  await expect.poll(() => copies(page)).toEqual([]);
  await context.setOffline(true);
  await expect(page.goto(sheet)).rejects.toThrow();
  await context.setOffline(false);

  await signIn(page, "caipan1");
  await page.goto(sheet);
  await expect.poll(() => copies(page)).toContain(`biansai-judge:caipan1 ${new URL(sheet).pathname}`);
  await signIn(page, "caipan2");
  await page.goto(`${base}/judge`);
  await expect.poll(() => copies(page)).toContain("biansai-judge:caipan2 /judge");
  expect((await copies(page)).filter((one) => !one.startsWith("biansai-judge:caipan2 "))).toEqual([]);
});
