// Recomputation: standings, awards and the ledger check from a bundle alone, and whether they are what was published.
import { type Awarded, planAwards } from "../awards/policy.ts";
import { byContestant, type Cell, missingCell } from "../marking/mark.ts";
import { type Standing, standings } from "../results/standings.ts";
import type { Penalty } from "../results/totals.ts";
import type { Bundle } from "./bundle.ts";
import { checkLedger, type LedgerCheck } from "./ledger-check.ts";

export type Recomputed = {
  readonly standings: readonly Omit<Standing, "contestantId">[];
  readonly awards: readonly Omit<Awarded, "contestantId">[];
  readonly ledger: LedgerCheck | null;
  /** Codes whose place or award differs from what was published; null where nothing was. */
  readonly differing: readonly string[] | null;
  /** Nothing differs, and the ledger holds where there is one. */
  readonly ok: boolean;
};

/** Works everything out anew by the functions that made the result; totals are decimals as text, with their fraction. */
export function recompute(bundle: Bundle): Recomputed {
  const placed = standings(
    bundle.scheme,
    bundle.rules,
    bundle.competitors,
    byContestant(cellsOfBundle(bundle)),
    { penalties: penaltiesOf(bundle), orders: bundle.orders },
  );
  const competitors = new Map(bundle.competitors.map((one) => [one.id, one]));
  const candidates = placed.map((row) => {
    const { group, mayWin } = competitors.get(row.contestantId)!;
    return { ...row, group: group ?? null, ...(mayWin === false && { mayWin }) };
  });
  const plan = planAwards(candidates, bundle.rules);
  const ledger = bundle.ledger && checkLedger(bundle.ledger, bundle);
  const differing = bundle.published && differingFrom(bundle.published, placed, plan.awarded);
  return {
    standings: placed.map(({ contestantId: _, ...row }) => row),
    awards: plan.awarded.map(({ contestantId: _, ...one }) => one),
    ledger,
    differing,
    ok: (ledger?.ok ?? true) && (differing?.length ?? 0) === 0,
  };
}

/** The newest revision of each cell, and the seats declared missing. */
function cellsOfBundle({ marks, missing }: Bundle): Cell[] {
  const newest = new Map<string, Cell>();
  for (const { competitor, aspect, seat, round, version, value, reopened } of marks) {
    const key = [competitor, aspect, seat, round].join("/");
    if ((newest.get(key)?.version ?? 0) > version) continue;
    newest.set(key, {
      contestantId: competitor,
      aspectId: aspect,
      seat,
      round,
      version,
      value,
      ...(reopened && { reopened }),
    });
  }
  const gone = missing.map(({ competitor, aspect, seat }) => missingCell(competitor, aspect, seat));
  return [...newest.values(), ...gone];
}

function penaltiesOf({ penalties }: Bundle): Map<string, Penalty[]> {
  const byCompetitor = new Map<string, Penalty[]>();
  for (const { competitor, level, target, amount } of penalties) {
    const penalty = (
      level === "aspect" || level === "module" ? { level, target: target! } : { level, amount: amount! }
    ) satisfies Penalty;
    byCompetitor.set(competitor, [...(byCompetitor.get(competitor) ?? []), penalty]);
  }
  return byCompetitor;
}

/** Codes that stand elsewhere, with another total or another award than published, on either side. */
function differingFrom(
  published: NonNullable<Bundle["published"]>,
  placed: readonly Standing[],
  awarded: readonly Awarded[],
): string[] {
  const told = new Map(published.standings.map((row) => [row.code, line(row)]));
  const found = new Map(placed.map((row) => [row.code, line(row)]));
  const toldAwards = new Map(published.awards.map((one) => [one.code, one.grade]));
  const foundAwards = new Map(awarded.map((one) => [one.code, one.grade as string]));
  const codes = new Set([...told.keys(), ...found.keys(), ...toldAwards.keys()]);
  return [...codes]
    .filter((code) => told.get(code) !== found.get(code) || toldAwards.get(code) !== foundAwards.get(code))
    .sort();
}

const line = ({ rank, status, total }: Pick<Standing, "rank" | "status" | "total">) =>
  JSON.stringify([rank, status, total]);
