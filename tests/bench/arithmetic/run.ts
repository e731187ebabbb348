// W9 arithmetic: ranking and awards of whole skills from scratch, and one mark's change, against a bare loop over the same numbers.
import { planAwards } from "#domain/awards/policy.ts";
import { offeredRules, type SkillRules } from "#domain/competitions/rules.ts";
import { byContestant, type Cell, type CellsByContestant } from "#domain/marking/mark.ts";
import { type Contestant, type Standing, standings } from "#domain/results/standings.ts";
import type { Aspect, Scheme } from "#domain/schemes/aspect.ts";
import { aspectsOf, numberAspects } from "#domain/schemes/scheme.ts";
import { chance } from "../numbers.ts";
import type { Plan } from "../plan.ts";
import { compare, type Report } from "../report.ts";
import { type BarePlace, rankBare } from "./bare.ts";

const head = { id: "", description: "评分点" };
const value: Aspect = { ...head, kind: "value", max: "0.50", step: "0.05" };
const judgement: Aspect = { ...head, kind: "judgement", max: "0.50", levels: ["差", "中", "良", "优"] };
const rules: SkillRules = { ...offeredRules, tieChain: ["criterion:B"] };

type Skill = {
  readonly scheme: Scheme;
  readonly contestants: readonly Contestant[];
  readonly cells: readonly Cell[];
};

export async function runArithmetic(plan: Plan): Promise<Report> {
  const { skills: count, contestants, pairs } = plan.W9;
  const luck = chance(plan.seed);
  const skills = Array.from({ length: count }, () => inventSkill(contestants, luck));
  const scratch: { product: number; floor: number }[] = [];
  const step: { product: number }[] = [];
  let right = true;
  for (let pair = 0; pair <= pairs; pair += 1) {
    const product = timed(() => skills.map(fromScratch));
    const floor = timed(() => skills.map(({ contestants: field, cells }) => rankBare(field, cells)));
    const one = changeOne(skills[pair % skills.length]!, luck);
    right &&= isSame(product.answer, floor.answer) && one.right;
    // The first pair runs code that is not compiled yet.
    if (pair === 0) continue;
    scratch.push({ product: product.cpuUs / count, floor: floor.cpuUs / count });
    step.push({ product: one.ms });
  }
  return {
    id: "W9",
    title: `算术：${count} 个赛项 × ${contestants} 人 × ${aspectsOf(skills[0]!.scheme).length} 个评分点，名次与奖项`,
    notes: ["基线：同样的数，整数相加、排序、取前三，别无其他"],
    rows: [
      compare("从头算一个赛项 CPU", "µs", scratch, { ratioAtMost: 5 }),
      compare("一个分变动后重排", "ms", step, { productAtMost: 1 }),
    ],
    loadShare: 0,
    right,
    oracle: "名次、总分与前三名同裸算逐人相同",
    detail: { scratch, step },
  };
}

type Placed = { readonly standings: readonly Standing[]; readonly medals: readonly string[] };

/** Nothing is remembered: the cells are grouped anew, so no answer of before is found. */
function fromScratch({ scheme, contestants, cells }: Skill): Placed {
  return place(scheme, contestants, byContestant(cells));
}

function place(scheme: Scheme, contestants: readonly Contestant[], cells: CellsByContestant): Placed {
  const rows = standings(scheme, rules, contestants, cells);
  const plan = planAwards(rows, rules);
  return {
    standings: rows,
    medals: plan.awarded.filter((one) => one.grade !== "excellence").map((one) => one.code),
  };
}

/** One mark moves: its contestant's group is a new one, the others stand. Milliseconds until the places stand anew. */
function changeOne(
  { scheme, contestants, cells }: Skill,
  luck: () => number,
): { ms: number; right: boolean } {
  const groups = byContestant(cells);
  place(scheme, contestants, groups);
  const who = contestants[Math.floor(luck() * contestants.length)]!.id;
  const changed = groups
    .get(who)!
    .map((cell) => (cell.aspectId === "A1.1" ? { ...cell, value: "0.35" } : cell));
  const next = new Map(groups).set(who, changed);
  const began = performance.now();
  const answer = place(scheme, contestants, next);
  const ms = performance.now() - began;
  return { ms, right: isSame([answer], [rankBare(contestants, [...next.values()].flat())]) };
}

const isSame = (product: readonly Placed[], bare: readonly BarePlace[][]): boolean =>
  product.every(({ standings: rows, medals }, at) => {
    const places = new Map(bare[at]!.map((one) => [one.code, one]));
    const first = bare[at]!.filter((one) => one.rank <= 3).map((one) => one.code);
    return (
      rows.every(
        (row) => row.rank === places.get(row.code)!.rank && row.total === places.get(row.code)!.total,
      ) && [...medals].sort().join() === first.sort().join()
    );
  });

function timed<T>(work: () => T): { answer: T; cpuUs: number } {
  const from = process.cpuUsage();
  const answer = work();
  const used = process.cpuUsage(from);
  return { answer, cpuUs: used.user + used.system };
}

/** 10 criteria × 4 sub-criteria × 5 aspects of half a mark; every fifth is a judgement by three. */
function inventSkill(count: number, luck: () => number): Skill {
  const scheme = numberAspects({
    total: "100.00",
    criteria: [..."ABCDEFGHIJ"].map((id) => ({
      id,
      name: id,
      max: "10.00",
      subcriteria: [1, 2, 3, 4].map((n) => ({
        id: `${id}${n}`,
        name: `${id}${n}`,
        day: 1,
        aspects: [value, value, value, value, judgement],
      })),
    })),
  });
  const contestants = Array.from({ length: count }, (_, at) => ({
    id: `c${at}`,
    code: `R-${String(at + 1).padStart(2, "0")}`,
    status: "present" as const,
  }));
  const cells = contestants.flatMap(({ id }) =>
    aspectsOf(scheme).flatMap((aspect): Cell[] => {
      const cell = (seat: number, entered: string): Cell => ({
        contestantId: id,
        aspectId: aspect.id,
        seat,
        round: 1,
        version: 1,
        value: entered,
      });
      if (aspect.kind !== "judgement")
        return [cell(0, `0.${String(Math.floor(luck() * 11) * 5).padStart(2, "0")}`)];
      const low = Math.floor(luck() * 3);
      return [1, 2, 3].map((seat) => cell(seat, String(low + Math.round(luck()))));
    }),
  );
  return { scheme, contestants, cells };
}
