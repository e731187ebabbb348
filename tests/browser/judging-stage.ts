// A skill of 76 aspects open for marking, set up through the product's own pages, and its judges at browsers of their own.
import { type Browser, type BrowserContextOptions, expect, type Page } from "@playwright/test";
import { exact, formatExact, sum } from "#domain/exact.ts";
import { sheetId } from "#domain/marking/lock.ts";
import { seatsAsked } from "#domain/marking/seats.ts";
import type { Aspect, Scheme } from "#domain/schemes/aspect.ts";
import { aspectsOf, numberAspects } from "#domain/schemes/scheme.ts";
import type { PlannedSkill } from "#server/rehearsal/plan.ts";
import { type StagedSkill, setUp } from "#server/rehearsal/stage.ts";
import { enter as visit } from "#server/rehearsal/visitor.ts";

const levels = ["未达到要求", "达到要求", "优于要求", "明显优于要求"] as const;
const kinds: readonly Aspect[] = [
  { id: "", kind: "value", description: "尺寸偏差", max: "1.50", step: "0.5" },
  { id: "", kind: "measurement", description: "防护齐全", max: "1.00" },
  { id: "", kind: "judgement", description: "整体观感", max: "1.50", levels },
];

/** Four sub-criteria of nineteen aspects, the three kinds in turn. */
export const scheme: Scheme = (() => {
  const nineteen = Array.from({ length: 19 }, (_, n) => kinds[n % kinds.length]!);
  const marks = formatExact(sum(nineteen.map(({ max }) => exact(max))).mul(2));
  const criteria = ["A", "B"].map((id) => ({
    id,
    name: `标准 ${id}`,
    max: marks,
    subcriteria: [1, 2].map((n) => ({ id: `${id}${n}`, name: `子项 ${n}`, day: 1, aspects: nineteen })),
  }));
  return numberAspects({ total: formatExact(exact(marks).mul(2)), criteria });
})();
export const aspects = aspectsOf(scheme);

/** What the keyboard types for an aspect, and the mark it means. */
export const typed = (aspect: Aspect, n: number): { keys: string; mark: string } => {
  if (aspect.kind === "value")
    return { keys: ["0.5", "1", "1.5"][n % 3]!, mark: ["0.5", "1", "1.5"][n % 3]! };
  if (aspect.kind === "measurement")
    return n % 4 === 0 ? { keys: "0", mark: "0" } : { keys: "1", mark: aspect.max };
  return { keys: String(n % 4), mark: String(n % 4) };
};

export type Desk = {
  readonly skill: StagedSkill;
  readonly logins: readonly string[];
  readonly base: string;
  sheet(place: number, sub: string): string;
  /** The judge's own cells of a sheet as the server has them now. */
  own(login: string, sheet: string): Promise<Record<string, { value: string | null; version: number }>>;
};

/** The rules of a new skill as the form has them. */
export const plainRules = {
  codingLayers: "0",
  confirm: "none",
  maxSpread: "1",
  judgementSeats: "3",
  tieChain: "",
  policyKind: "places",
  excellence: "1/2",
  codePrefix: "R",
  recheck: "none",
  topAll: "10",
  sharePercent: "15",
  limitPercent: "5",
  doubts: "none",
  percent: "50",
  others: "3",
} as const;

/** `more` adds to the plan, e.g. how sheets are confirmed, or a shorter scheme. */
export async function stageDesk(
  base: string,
  competitors: number,
  more: Partial<PlannedSkill> = {},
): Promise<Desk> {
  const names = Array.from({ length: competitors }, (_, n) => `选手 ${n + 1}`);
  const plan = {
    name: "键盘与拇指",
    scheme,
    competitors: names,
    absent: new Set<string>(),
    marks: [],
    ...more,
  };
  const judges = Math.max(3, ...seatsAsked(plan.scheme, { judgementSeats: 3 }, []));
  const { crew, skills } = await setUp(base, [plan], judges);
  const skill = skills[0]!;
  const logins = await Promise.all(
    crew.judges.map(async (judge) => (await judge.read<{ login: string }>("/judge/who")).login),
  );
  const own: Desk["own"] = async (login, sheet) => {
    const page = await (await visit(base, login)).read<{ sheet: { own: Awaited<ReturnType<Desk["own"]>> } }>(
      `/judge/sheets/${sheet}`,
    );
    return page.sheet.own;
  };
  const sheet = (place: number, sub: string) => sheetId(skill.contestants.get(names[place]!)!.id, sub);
  return { skill, logins, base, sheet, own };
}

/** A judge at a device of their own, whose service worker is at work. */
export const sitDown = (
  browser: Browser,
  desk: Desk,
  login: string,
  sheet: string,
  device: BrowserContextOptions = {},
): Promise<Page> => openAt(browser, desk, login, `/judge/sheets/${sheet}`, device);

/** Anybody at a device of their own on a page that the service worker keeps. */
export async function openAt(
  browser: Browser,
  desk: Desk,
  login: string,
  path: string,
  device: BrowserContextOptions = {},
): Promise<Page> {
  const context = await browser.newContext({ baseURL: desk.base, ...device });
  const answer = await context.request.post("/demo", { form: { intent: "enter", login }, maxRedirects: 0 });
  expect(answer.status()).toBe(302);
  const page = await context.newPage();
  await page.goto(path);
  await page.evaluate(() => navigator.serviceWorker.ready.then(() => undefined));
  await page.reload();
  await page.waitForLoadState("networkidle");
  return page;
}

export const rowOf = (page: Page, aspectId: string) => page.locator(`[id="${aspectId}"]`);

/** Waits until this device could draw a sheet again without a line. */
export const kept = (page: Page, sheet: string): Promise<void> => keptPage(page, `/judge/sheets/${sheet}`);

export const keptPage = (page: Page, address: string): Promise<void> =>
  expect
    .poll(() => page.evaluate(async (path) => (await caches.match(path)) !== undefined, address))
    .toBe(true);
