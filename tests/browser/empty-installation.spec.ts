// The first hour of a real installation: an empty database, the one-time link, the first accounts, and every page still empty.
import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { createInterface } from "node:readline";
import { expect, type Page, test } from "@playwright/test";
import { expectClean } from "./axe.ts";
import { person, settled } from "./person.ts";

const port = Number(process.env.BROWSER_TEST_PORT ?? 3299) + 1;
const base = `http://localhost:${port}`;
let server: ChildProcess;
let link: string;

test.beforeAll(async () => {
  test.setTimeout(120_000);
  server = spawn(process.execPath, ["bin/run.mjs", "tests/browser/serve.ts"], {
    env: { ...process.env, PORT: String(port), BIANSAI_DEMO: "0" },
    stdio: ["ignore", "pipe", "inherit"],
  });
  for await (const line of createInterface({ input: server.stdout! })) {
    const told = /https?:\/\/\S+(\/set-up\/\S+)/.exec(line);
    if (told) {
      link = base + told[1]!;
      break;
    }
  }
});
test.afterAll(async () => {
  server.kill("SIGTERM");
  await once(server, "exit");
});
test.use({ baseURL: base });

test("the first administrator opens the house; every page of it says what to do while there is nothing", async ({
  browser,
}) => {
  const admin = person(await (await browser.newContext()).newPage());
  await admin.open(link);
  await expectClean(admin.page);
  await admin.page.fill('[name="login"]', "guanli");
  await admin.page.fill('[name="name"]', "系统管理员");
  await admin.page.fill('[name="password"]', "龙亭湖畔秋水长天一色");
  await admin.page.locator('button[type="submit"]').click();
  await admin.page.waitForURL("**/accounts");
  await expect(admin.page.locator("body")).not.toContainText("演示数据");
  await admin.open("/accounts");
  // The answer is shown before the list behind it has come: the form must still name the account once it has.
  const oneTime = admin.page.locator('main [role="status"] code');
  await admin.page.route("**/accounts.data", async (route) => {
    if (route.request().method() === "GET") await oneTime.waitFor();
    await route.continue();
  });
  await admin.deed("create", { login: "zuzhi", name: "宋清和" });
  const password = await oneTime.innerText();
  await admin.page.unroute("**/accounts.data");
  await admin.page.locator('main a.button[href*="#grant"]').click();
  await settled(admin.page);
  await expect(admin.page.locator("#role-accountId option:checked")).toContainText("宋清和");
  for (const [role, more] of [
    ["organizer", {}],
    ["hr-officer", { unit: "开封市人力资源和社会保障局" }],
  ] as const) {
    await admin.page.locator("#role-role").selectOption(role);
    expect(await admin.deed("grant", more)).toBeLessThan(400);
  }
  await lookAt(admin.page, ["/", "/check", "/accounts", "/oversight", "/desk"]);

  const organizer = person(await (await browser.newContext()).newPage());
  await organizer.open("/sign-in");
  await organizer.page.fill('[name="login"]', "zuzhi");
  await organizer.page.fill('[name="password"]', password);
  await organizer.page.locator('main button[type="submit"]').click();
  await organizer.page.waitForURL("**/password");
  await expectClean(organizer.page);
  await organizer.page.fill('[name="currentPassword"]', password);
  await organizer.page.fill('[name="nextPassword"]', "汴京夜市灯火阑珊处有人家");
  await organizer.page.locator('main button[type="submit"]').click();
  await organizer.page.waitForURL(`${base}/`);
  await lookAt(organizer.page, ["/", "/manage", "/manage/new", "/desk", "/hr", "/hr/awards", "/hr/policy"]);

  const link2 = await (await browser.newContext()).newPage();
  await link2.goto(link);
  await expect(link2.locator("main")).toBeVisible();
  await expect(link2.locator('[name="password"]')).toHaveCount(0);
});

async function lookAt(page: Page, paths: readonly string[]): Promise<void> {
  for (const path of paths) {
    await page.goto(path);
    await page.waitForLoadState("networkidle");
    await expect(page.locator("h1").first()).toBeVisible();
    await expectClean(page);
  }
}
