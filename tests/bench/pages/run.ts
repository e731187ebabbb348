// W7 pages: the weight of the public board's and the judge's scripts, the server's work for each, and how soon a mark is painted.
import { existsSync } from "node:fs";
import { resolve } from "node:path";
import { pathToFileURL } from "node:url";
import type { ServerBuild } from "@remix-run/node";
import { type Browser, chromium, type Page } from "playwright";
import { sheetId } from "#domain/marking/lock.ts";
import { clockMs, percentile } from "../numbers.ts";
import type { Plan } from "../plan.ts";
import { type Child, shareOfCore, startChild } from "../processes.ts";
import type { ProductActs } from "../product.ts";
import { compare, type Report, settingsLine } from "../report.ts";
import { benchScheme } from "../scheme.ts";
import type { Stage } from "../stage.ts";
import { scriptBytes } from "./weight.ts";

const boardRoute = "routes/skills.$skillId_.board";
const sheetRoute = "routes/judge.sheets.$sheetId";
const pagesPerPair = 40;
const debian = ["/usr/bin/chromium", "/usr/bin/chromium-browser"].find((path) => existsSync(path));

export async function runPages(plan: Plan, stage: Stage): Promise<Report> {
  const product = startChild<ProductActs>("product.ts");
  let browser: Browser | undefined;
  try {
    const build = (await import(pathToFileURL(resolve("build/server/index.js")).href)) as ServerBuild;
    const port = await product.ask("open", stage.url, stage.folder, true);
    const settings = await product.ask("settings");
    const base = `http://127.0.0.1:${port}`;
    const skill = stage.skills[0]!;
    const cookie = `biansai=${stage.judges[0]!.token}`;
    const sheet = `/judge/sheets/${sheetId(skill.contestants[0]!, "B1")}`;
    const board = `/skills/${skill.id}/board`;
    const pairs = plan.quick ? 2 : 5;
    const drawn: { board: Side; sheet: Side; floor: Side }[] = [];
    for (let n = 0; n <= pairs; n += 1) {
      const one = {
        board: await draw(product, base + board, "biansai=none"),
        sheet: await draw(product, base + sheet, cookie),
        floor: await draw(product, `${base}/healthz`, "biansai=none"),
      };
      // The first pair runs code that is not compiled yet.
      if (n > 0) drawn.push(one);
    }
    const from = process.cpuUsage();
    const began = clockMs();
    browser = await chromium.launch({
      executablePath: debian,
      args: ["--no-sandbox", "--disable-background-networking"],
    });
    const paints = await paint(browser, base, stage.judges[0]!.token, sheet, pairs);
    const used = process.cpuUsage(from);
    const spent = { cpuUs: used.user + used.system, atMs: clockMs() };
    const ask = (side: "board" | "sheet") =>
      drawn.map((one) => ({ product: one[side].cpuUs, floor: one.floor.cpuUs }));
    return {
      id: "W7",
      title: "页面：脚本重量、服务器出页、录入到画面",
      notes: [
        settingsLine(settings),
        `每次取页 ${pagesPerPair} 次；基线：同一服务器的 /healthz，逐轮交替。画面：Chromium 中从按键到显示它的那一帧画完（含一帧的余量）。`,
      ],
      rows: [
        compare("公开榜脚本", "kB gz", [{ product: (await scriptBytes(build, boardRoute)) / 1000 }], {
          productAtMost: 105,
        }),
        compare("评分表脚本", "kB gz", [{ product: (await scriptBytes(build, sheetRoute)) / 1000 }], {
          productAtMost: 170,
        }),
        compare("公开榜出页 CPU", "µs", ask("board")),
        compare("评分表出页 CPU", "µs", ask("sheet")),
        compare(
          "评分表出页 p50",
          "ms",
          drawn.map((one) => ({ product: one.sheet.medianMs })),
        ),
        compare(
          "录入到画面 p50",
          "ms",
          paints.map((one) => ({ product: percentile(one, 0.5) })),
        ),
        compare(
          "录入到画面 p99",
          "ms",
          paints.map((one) => ({ product: percentile(one, 0.99) })),
          { productAtMost: 50 },
        ),
      ],
      loadShare: shareOfCore({ cpuUs: 0, atMs: began }, spent),
      right: paints.every((one) => one.length === marksPerPair),
      oracle: `每轮 ${marksPerPair} 次录入均显示在该行，随后均为已保存`,
      detail: { drawn, paints },
    };
  } finally {
    await browser?.close();
    await product.stop();
  }
}

type Side = { readonly cpuUs: number; readonly medianMs: number };

/** CPU of the server per page, and the median time of one; anything but 200 ends the bench. */
async function draw(product: Child<ProductActs>, url: string, cookie: string): Promise<Side> {
  const before = await product.usage();
  const times: number[] = [];
  for (let n = 0; n < pagesPerPair; n += 1) {
    const began = clockMs();
    const answer = await fetch(url, { headers: { cookie } });
    await answer.text();
    if (answer.status !== 200) throw new Error(`${url}: ${answer.status}`);
    times.push(clockMs() - began);
  }
  const after = await product.usage();
  return { cpuUs: (after.cpuUs - before.cpuUs) / pagesPerPair, medianMs: percentile(times, 0.5) };
}

const valueAspects = benchScheme.criteria[1]!.subcriteria[0]!.aspects.filter(({ kind }) => kind === "value");
const worths = ["0.25", "0.5", "0.75", "1"] as const;
const marksPerPair = valueAspects.length * worths.length;

/** Types marks into the sheet and times each from the key that enters it to the first frame that shows it. */
async function paint(
  browser: Browser,
  base: string,
  token: string,
  sheet: string,
  pairs: number,
): Promise<number[][]> {
  const context = await browser.newContext();
  await context.addCookies([{ name: "biansai", value: token, url: base }]);
  const page = await context.newPage();
  await page.goto(base + sheet);
  await page.waitForLoadState("networkidle");
  for (const { id } of valueAspects) await settle(page, id);
  const all: number[][] = [];
  for (let n = 0; n <= pairs; n += 1) {
    const times: number[] = [];
    for (const worth of worths)
      for (const { id } of valueAspects) times.push(await markOnce(page, id, worth));
    if (n > 0) all.push(times);
  }
  await context.close();
  return all;
}

/** Another workload may have marked the sheet: each aspect starts from the last of the worths, so that every key shows a change. */
async function settle(page: Page, aspectId: string): Promise<void> {
  const row = page.locator(`[id="${aspectId}"]`);
  const input = row.locator('input[type="text"]');
  if (Number(await input.inputValue()) === 1) return;
  await input.fill("1");
  await input.press("Enter");
  await row.getByText("已保存").waitFor();
}

async function markOnce(page: Page, aspectId: string, worth: string): Promise<number> {
  const row = page.locator(`[id="${aspectId}"]`);
  await row.locator('input[type="text"]').fill(worth);
  const listening = await row.evaluateHandle((section) => {
    const frame = new Promise<number>((done) => {
      // Written in place: a function with a name of its own would need the bundler's helper in the page.
      window.addEventListener(
        "keydown",
        ({ timeStamp }) => {
          const seen = new MutationObserver(() => {
            seen.disconnect();
            // The second frame begins when the first, which shows the mark, has been painted.
            requestAnimationFrame(() => requestAnimationFrame(() => done(performance.now() - timeStamp)));
          });
          seen.observe(section, { subtree: true, childList: true, characterData: true, attributes: true });
        },
        { capture: true, once: true },
      );
    });
    // In an object: a handle of the promise itself would wait for it.
    return { frame };
  });
  await row.locator('input[type="text"]').press("Enter");
  const ms = await listening.evaluate(({ frame }) => frame);
  await row.getByText("已保存").waitFor();
  return ms;
}
