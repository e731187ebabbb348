// W2 marks at once: bursts of marks over real sockets against the bare pg loop, alternating round by round.
import { setTimeout as pause } from "node:timers/promises";
import type { MarkEnter } from "#domain/live/protocol.ts";
import { chance, clockMs, percentile } from "../numbers.ts";
import type { Plan } from "../plan.ts";
import { type Child, shareOfCore, startChild } from "../processes.ts";
import type { ProductActs } from "../product.ts";
import { compare, type Report, settingsLine } from "../report.ts";
import { openAspects } from "../scheme.ts";
import type { Stage } from "../stage.ts";
import type { MarksFloorActs } from "./floor.ts";
import type { MarksLoadActs, Sending, Sent } from "./load.ts";
import { countMarks, examine, isRight } from "./oracle.ts";

type Side = { latencies: number[]; cpuUs: number; lengthMs: number; marks: number };
type Pair = { readonly product: Side; readonly floor: Side; loadShare: number };
type Parts = {
  readonly product: Child<ProductActs>;
  readonly floor: Child<MarksFloorActs>;
  readonly load: Child<MarksLoadActs>;
};

const noSide = (): Side => ({ latencies: [], cpuUs: 0, lengthMs: 0, marks: 0 });

export async function runMarks(plan: Plan, stage: Stage): Promise<Report> {
  const { W2 } = plan;
  const parts: Parts = {
    product: startChild("product.ts"),
    floor: startChild("marks/floor.ts"),
    load: startChild("marks/load.ts"),
  };
  try {
    const port = await parts.product.ask("open", stage.url, stage.folder);
    const settings = await parts.product.ask("settings");
    await parts.floor.ask("open", stage.copyUrl, settings.pool);
    const judges = stage.judges.filter((judge) => judge.skill < W2.skills);
    await parts.load.ask(
      "connect",
      port,
      judges.map((judge) => judge.token),
    );
    const before = await countMarks(stage.url);
    const luck = chance(plan.seed);
    const sent: Sent[] = [];
    const pairs: Pair[] = [];
    let turn = 0;
    const round = async (pair: Pair, everyMs: number): Promise<void> => {
      const sendings = judges.map((judge, place) =>
        sending(stage, judge.skill, place, turn, luck() * W2.withinMs),
      );
      turn += 1;
      sent.push(...(await oneRound(parts, sendings, pair, everyMs)));
    };
    for (let n = 0; n < W2.warmUp; n += 1)
      await round({ product: noSide(), floor: noSide(), loadShare: 0 }, 0);
    for (let n = 0; n < W2.pairs; n += 1) {
      const pair: Pair = { product: noSide(), floor: noSide(), loadShare: 0 };
      for (let one = 0; one < W2.rounds; one += 1) await round(pair, W2.everyMs);
      pairs.push(pair);
    }
    const last = sent.slice(-judges.length).map(({ mark }, judge): Sending => ({ judge, atMs: 0, mark }));
    const repeats = (await parts.load.ask("burst", last)).sent;
    const found = await examine({ own: stage.url, copy: stage.copyUrl }, before, sent, repeats);
    return report(plan, pairs, { ...settings }, found);
  } finally {
    await Promise.all([parts.load.stop(), parts.floor.stop()]);
    await parts.product.stop();
  }

  /** Judges walk through the cells of their skill, each to another one; after the last cell versions go up. */
  function sending(on: Stage, skill: number, judge: number, n: number, atMs: number): Sending {
    const { contestants } = on.skills[skill]!;
    const cells = contestants.length * openAspects.length;
    const step = n * W2.judgesPerSkill + (judge % W2.judgesPerSkill);
    const cell = step % cells;
    const mark: MarkEnter = {
      requestId: crypto.randomUUID(),
      contestantId: contestants[cell % contestants.length]!,
      aspectId: openAspects[Math.floor(cell / contestants.length)]!,
      round: 1,
      value: ["0.25", "0.5", "0.75", "1"][step % 4]!,
      expectedVersion: Math.floor(step / cells),
    };
    return { judge, atMs, mark };
  }
}

/** The product's burst, then the floor's with the same statements at the same instants; each starts half a period after the other. */
async function oneRound(
  { product, floor, load }: Parts,
  sendings: readonly Sending[],
  pair: Pair,
  everyMs: number,
): Promise<Sent[]> {
  const beganMs = clockMs();
  await product.ask("noteTransactions");
  const [from, loadFrom] = await Promise.all([product.usage(), load.usage()]);
  const { sent, lengthMs } = await load.ask("burst", sendings);
  const [to, loadTo] = await Promise.all([product.usage(), load.usage()]);
  add(
    pair.product,
    sent.map((one) => one.latencyMs),
    lengthMs,
    to.cpuUs - from.cpuUs,
  );
  pair.loadShare = Math.max(pair.loadShare, shareOfCore(loadFrom, loadTo));
  const transactions = await product.ask("takeTransactions");
  await pause(beganMs + everyMs / 2 - clockMs());
  const instants = sendings.map((one) => one.atMs).sort((a, b) => a - b);
  const floorFrom = await floor.usage();
  const replayed = await floor.ask("replay", transactions, instants);
  add(pair.floor, replayed.latencies, replayed.lengthMs, (await floor.usage()).cpuUs - floorFrom.cpuUs);
  await pause(beganMs + everyMs - clockMs());
  return sent;
}

function add(side: Side, latencies: readonly number[], lengthMs: number, cpuUs: number): void {
  side.latencies.push(...latencies);
  side.lengthMs += lengthMs;
  side.cpuUs += cpuUs;
  side.marks += latencies.length;
}

function report(
  plan: Plan,
  pairs: readonly Pair[],
  settings: Parameters<typeof settingsLine>[0],
  found: Awaited<ReturnType<typeof examine>>,
): Report {
  const { W2 } = plan;
  const both = (measure: (side: Side) => number) =>
    pairs.map((pair) => ({ product: measure(pair.product), floor: measure(pair.floor) }));
  return {
    id: "W2",
    title: `同时打分：${W2.skills} 个赛项 × ${W2.judgesPerSkill} 名裁判，${W2.withinMs} 毫秒内各交一分，${W2.pairs} 对 × ${W2.rounds} 轮`,
    notes: [
      settingsLine(settings),
      "基线：裸 pg 循环在同一库的副本中重放产品自己发出的语句（本机没有 pgbench）；同样的池、同样的时刻，逐轮交替。",
      "确认时延从计划的发送时刻算起，到收到确认为止；基线到 COMMIT 返回为止。",
    ],
    rows: [
      compare(
        "确认 p50",
        "ms",
        both((side) => percentile(side.latencies, 0.5)),
      ),
      compare(
        "确认 p99",
        "ms",
        both((side) => percentile(side.latencies, 0.99)),
        { ratioAtMost: 2.5 },
      ),
      compare(
        "每分 CPU",
        "µs",
        both((side) => side.cpuUs / side.marks),
        { ratioAtMost: 4 },
      ),
      compare(
        "吞吐",
        "分/秒",
        both((side) => (side.marks / side.lengthMs) * 1000),
        { ratioAtLeast: 1 / 3 },
      ),
    ],
    loadShare: Math.max(...pairs.map((pair) => pair.loadShare)),
    right: isRight(found),
    oracle: `已确认 ${found.acknowledged}，丢失 ${found.lost}，重复 ${found.doubled}，重发答复不符 ${found.wrongRepeats}，断链 ${found.brokenChains}，拒绝 ${JSON.stringify(found.refused)}，基线同量 ${found.floorMarks}`,
    detail: {
      settings,
      found,
      pairs: pairs.map(({ product, floor, loadShare }) => ({
        product: brief(product),
        floor: brief(floor),
        loadShare,
      })),
    },
  };
}

const brief = ({ latencies, ...rest }: Side) => ({
  ...rest,
  p50: percentile(latencies, 0.5),
  p99: percentile(latencies, 0.99),
  max: Math.max(...latencies),
});
