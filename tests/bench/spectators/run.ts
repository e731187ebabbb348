// W3 spectators: sockets over open boards while marks are announced, against a bare Socket.IO room with the same payloads.
import { setTimeout as pause } from "node:timers/promises";
import { canonical } from "#domain/ledger/chain.ts";
import { arrivals, chance, percentile } from "../numbers.ts";
import type { Plan, Scene } from "../plan.ts";
import { type Child, shareOfCore, startChild } from "../processes.ts";
import type { Announced, ProductActs } from "../product.ts";
import { compare, type Report, type Row, settingsLine } from "../report.ts";
import { lockedAspect, openAspects } from "../scheme.ts";
import type { Stage } from "../stage.ts";
import type { SpectatorsFloorActs } from "./floor.ts";
import type { SpectatorsLoadActs, Watching } from "./load.ts";

type Side = {
  readonly latencies: number[];
  readonly first: number[];
  readonly cpuUs: number;
  readonly share: number;
  readonly count: number;
};
type Pair = {
  readonly product: Side;
  readonly floor: Side;
  readonly loadShare: number;
  readonly payloadBytes: number;
  readonly expected: number;
};
type Parts = {
  readonly product: Child<ProductActs>;
  readonly floor: Child<SpectatorsFloorActs>;
  readonly load: Child<SpectatorsLoadActs>;
};
type Played = {
  readonly pairs: readonly Pair[];
  readonly wrong: string[];
  readonly again: number;
  readonly settings: Parameters<typeof settingsLine>[0];
};

export async function runSpectators(plan: Plan, stage: Stage): Promise<Report> {
  const rows: Row[] = [];
  const played: Played[] = [];
  for (const scene of plan.W3.scenes) {
    const one = await play(plan, stage, scene);
    played.push(one);
    rows.push(...rowsOf(scene, one.pairs, plan.W3.scenes.length > 1));
  }
  const pairs = played.flatMap((one) => one.pairs);
  const wrong = played.flatMap((one) => one.wrong);
  const delivered = pairs.reduce((sum, pair) => sum + pair.product.count, 0);
  const bytes = pairs.map((pair) => pair.payloadBytes);
  return {
    id: "W3",
    title: `观众：${plan.W3.sockets} 个连接（进度、公开榜各半），${plan.W3.scenes.map((scene) => scene.name).join("；")}，${plan.W3.pairs} 对 × ${plan.W3.windowMs / 1000} 秒`,
    notes: [
      settingsLine(played[0]!.settings),
      "分数不经数据库，按泊松时刻直接在总线上宣布（提交后的宣布）；每一分都改变进度和公开榜，比产品的常态更重。",
      `基线：裸 Socket.IO 房间在同样时刻发送产品发过的同样内容（平均 ${Math.round(Math.min(...bytes))}–${Math.round(Math.max(...bytes))} 字节），交替进行。时延从宣布的计划时刻到客户端收到。`,
    ],
    rows,
    loadShare: Math.max(...pairs.map((pair) => pair.loadShare)),
    right: wrong.length === 0,
    oracle: `送达 ${delivered} 次，应送达 ${pairs.reduce((sum, pair) => sum + pair.expected, 0)} 次，客户端重取 ${played.reduce((sum, one) => sum + one.again, 0)} 次${wrong.length > 0 ? `；${wrong.slice(0, 3).join("；")}` : "，所有客户端的视图与服务器一致"}`,
    detail: {
      played: played.map((one) => ({
        ...one,
        pairs: one.pairs.map((pair) => ({ ...pair, product: brief(pair.product), floor: brief(pair.floor) })),
      })),
    },
  };
}

async function play(plan: Plan, stage: Stage, scene: Scene): Promise<Played> {
  const { sockets, windowMs } = plan.W3;
  const parts: Parts = {
    product: startChild("product.ts"),
    floor: startChild("spectators/floor.ts"),
    load: startChild("spectators/load.ts"),
  };
  try {
    const [port, barePort] = await Promise.all([
      parts.product.ask("open", stage.url, stage.folder),
      parts.floor.ask("open"),
    ]);
    const settings = await parts.product.ask("settings");
    const skills = stage.skills.slice(0, scene.boards);
    const wanted = Array.from(
      { length: sockets },
      (_, n): Watching => ({
        skillId: skills[(n >> 1) % skills.length]!.id,
        audience: n % 2 ? "board" : "progress",
      }),
    );
    await parts.load.ask("watch", port, wanted);
    await parts.load.ask("joinBare", barePort, wanted);
    await parts.product.ask("fill", halfway(skills));
    const marks = marker(plan.seed, skills);
    const sizes = new Map<string, number>();
    for (const { audience, skillId } of wanted)
      sizes.set(`${audience}:${skillId}`, (sizes.get(`${audience}:${skillId}`) ?? 0) + 1);
    const pairs: Pair[] = [];
    for (let n = -1; n < plan.W3.pairs; n += 1) {
      const lengthMs = n < 0 ? windowMs / 3 : windowMs;
      const pair = await onePair(parts, marks(scene.perSecond, lengthMs), lengthMs + 400, sizes);
      if (n >= 0) pairs.push(pair);
    }
    const { views, again, open } = await parts.load.ask("views");
    const wrong = open < sockets ? [`${sockets - open} 个连接中断`] : [];
    for (const pair of pairs)
      if (pair.product.count !== pair.expected)
        wrong.push(`送达 ${pair.product.count}，应为 ${pair.expected}`);
    for (const skill of skills) {
      const truth = await parts.product.ask("truth", skill.id);
      for (const [room, view, clients] of views) {
        if (!room.endsWith(skill.id)) continue;
        const right = canonical(room.startsWith("board:") ? truth.board : truth.progress);
        if (view !== right) wrong.push(`${clients} 个客户端的 ${room} 与服务器不同`);
      }
    }
    return { pairs, wrong, again, settings };
  } finally {
    await Promise.all([parts.load.stop(), parts.floor.stop()]);
    await parts.product.stop();
  }
}

/** Every second open value aspect is marked for everybody: with the locked sub-criterion 516 of 1,200 cells. */
const halfway = (skills: Stage["skills"]): Omit<Announced, "atMs">[] =>
  skills.flatMap((skill) =>
    openAspects
      .filter((_, place) => place % 2 === 0)
      .flatMap((aspectId) =>
        skill.contestants.map((contestantId) => ({
          skillId: skill.id,
          cell: { contestantId, aspectId, seat: 0, round: 1, version: 1, value: "0.75" },
        })),
      ),
  );

/** Marks of the locked sub-criterion's first aspect, contestant after contestant, cleared and set in turn: both public views move each time. */
function marker(seed: number, skills: Stage["skills"]): (perSecond: number, lengthMs: number) => Announced[] {
  const luck = chance(seed);
  const turns = new Map<string, number>();
  return (perSecond, lengthMs) =>
    arrivals(perSecond, lengthMs, luck).map((atMs) => {
      const skill = skills[Math.floor(luck() * skills.length)]!;
      const turn = turns.get(skill.id) ?? 0;
      turns.set(skill.id, turn + 1);
      const pass = Math.floor(turn / skill.contestants.length);
      const value = pass % 2 === 0 ? null : ["0.25", "0.75", "1"][(pass >> 1) % 3]!;
      const contestantId = skill.contestants[turn % skill.contestants.length]!;
      return {
        atMs,
        skillId: skill.id,
        cell: { contestantId, aspectId: lockedAspect, seat: 0, round: 1, version: turn + 2, value },
      };
    });
}

async function onePair(
  { product, floor, load }: Parts,
  script: readonly Announced[],
  lengthMs: number,
  sizes: ReadonlyMap<string, number>,
): Promise<Pair> {
  await load.ask("begin");
  const [from, loadFrom] = await Promise.all([product.usage(), load.usage()]);
  const sent = await product.ask("announce", script, lengthMs);
  const expected = sent.reduce((sum, { room }) => sum + (sizes.get(room) ?? 0), 0);
  await load.ask("settle", expected);
  const [to, loadTo] = await Promise.all([product.usage(), load.usage()]);
  const came = await load.ask("take");
  const latencies: number[] = [];
  const first: number[] = [];
  for (const { room, change, oldestMs, quiet } of sent) {
    for (const at of came.of.get(`${room}#${change.seq}`) ?? []) {
      latencies.push(at - oldestMs);
      if (quiet) first.push(at - oldestMs);
    }
  }
  await pause(200);
  await load.ask("begin");
  const [bareFrom, bareLoadFrom] = await Promise.all([floor.usage(), load.usage()]);
  const replayed = await floor.ask(
    "replay",
    sent.map(({ atMs, room, change }) => ({ atMs, room, change })),
    lengthMs,
  );
  await load.ask("settle", expected);
  const [bareTo, bareLoadTo] = await Promise.all([floor.usage(), load.usage()]);
  const bareCame = await load.ask("take");
  const bare = replayed.flatMap(([key, dueMs]) => (bareCame.of.get(key) ?? []).map((at) => at - dueMs));
  return {
    product: {
      latencies,
      first,
      cpuUs: to.cpuUs - from.cpuUs,
      share: shareOfCore(from, to),
      count: came.count,
    },
    floor: {
      latencies: bare,
      first: [],
      cpuUs: bareTo.cpuUs - bareFrom.cpuUs,
      share: shareOfCore(bareFrom, bareTo),
      count: bareCame.count,
    },
    loadShare: Math.max(shareOfCore(loadFrom, loadTo), shareOfCore(bareLoadFrom, bareLoadTo)),
    payloadBytes: sent.reduce((sum, { change }) => sum + JSON.stringify(change).length, 0) / sent.length,
    expected,
  };
}

function rowsOf(scene: Scene, pairs: readonly Pair[], named: boolean): Row[] {
  const title = (name: string) => (named ? `${scene.name}：${name}` : name);
  const both = (measure: (side: Side) => number) =>
    pairs.map((pair) => ({ product: measure(pair.product), floor: measure(pair.floor) }));
  const first = pairs
    .filter((pair) => pair.product.first.length > 0)
    .map((pair) => ({ product: percentile(pair.product.first, 0.99) }));
  return [
    ...(first.length > 0
      ? [
          compare(
            title("静后首变 p99"),
            "ms",
            first,
            scene.firstMs === null ? {} : { productAtMost: scene.firstMs },
          ),
        ]
      : []),
    compare(
      title("全部 p50"),
      "ms",
      both((side) => percentile(side.latencies, 0.5)),
    ),
    compare(
      title("全部 p99"),
      "ms",
      both((side) => percentile(side.latencies, 0.99)),
      { productAtMost: scene.allMs },
    ),
    compare(
      title("每次送达 CPU"),
      "µs",
      both((side) => side.cpuUs / side.count),
      { ratioAtMost: 1.3 },
    ),
    compare(
      title("服务器 CPU"),
      "% 核",
      both((side) => side.share * 100),
    ),
  ];
}

const brief = ({ latencies, first, ...rest }: Side) => ({
  ...rest,
  p50: percentile(latencies, 0.5),
  p99: percentile(latencies, 0.99),
  firstP99: percentile(first, 0.99),
});
