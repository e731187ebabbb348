// The ledger inside a bundle: whether its chain holds, and whether the marks and penalties are those it recorded.
import { parseExact } from "../exact.ts";
import { canonical, genesis, hashShown } from "../ledger/chain.ts";
import type { Bundle } from "./bundle.ts";

type Ledger = NonNullable<Bundle["ledger"]>;
export type LedgerCheck = {
  readonly lines: number;
  /** Lines whose open part is shown and proved by its hash. */
  readonly shown: number;
  /** The first line that does not follow from the one before it; null when the chain holds. */
  readonly brokenAt: number | null;
  /** Lines by sequence that record another mark or penalty than the bundle holds, or one it lacks. */
  readonly differing: readonly number[];
  readonly ok: boolean;
};

/** Every line links to the one before; every line shown has its hash; what the lines recorded is what the bundle holds. */
export function checkLedger({ chain, lines }: Ledger, bundle: Bundle): LedgerCheck {
  let previous = genesis;
  let brokenAt: number | null = null;
  for (const [place, line] of lines.entries()) {
    const follows = line.seq === place + 1 && line.previous === previous;
    const proved =
      !line.shown ||
      hashShown({ chain, seq: line.seq, previous: line.previous, ...line.shown }) === line.hash;
    if (!follows || !proved) {
      brokenAt = place + 1;
      break;
    }
    previous = line.hash;
  }
  const differing = [...marksAstray(lines, bundle), ...penaltiesAstray(lines, bundle)].sort((a, b) => a - b);
  return {
    lines: lines.length,
    shown: lines.filter((line) => line.shown).length,
    brokenAt,
    differing,
    ok: brokenAt === null && differing.length === 0,
  };
}

const linesOf = (lines: Ledger["lines"], deed: string) =>
  lines.flatMap(({ seq, shown }) => (shown?.deed === deed ? [{ seq, open: shown.open }] : []));

/** Marks against the lines they name, and recorded marks that the bundle does not hold. */
function marksAstray(lines: Ledger["lines"], { marks }: Bundle): number[] {
  const recorded = new Map(linesOf(lines, "mark-entered").map(({ seq, open }) => [seq, open]));
  const hidden = new Set(lines.filter((line) => !line.shown).map((line) => line.seq));
  const astray = marks.flatMap(({ seq, competitor, aspect, seat, round, version, value }) => {
    if (seq === undefined || hidden.has(seq)) return [];
    const open = recorded.get(seq);
    const told = { contestantId: competitor, aspectId: aspect, seat, round, version, value };
    return open && isSame(told, open) ? [] : [seq];
  });
  const held = new Set(marks.map((mark) => mark.seq));
  return [...astray, ...[...recorded.keys()].filter((seq) => !held.has(seq))];
}

/** Recorded penalties that were not taken back, against those the bundle holds. */
function penaltiesAstray(lines: Ledger["lines"], { penalties }: Bundle): number[] {
  const withdrawn = new Set(linesOf(lines, "penalty-withdrawn").map(({ open }) => open["penaltyId"]));
  const held = new Map(penalties.map((one) => [one.id, one]));
  return linesOf(lines, "penalty-set")
    .filter(({ open }) => {
      const one = held.get(String(open["penaltyId"]));
      if (withdrawn.has(open["penaltyId"])) return one !== undefined;
      if (!one) return true;
      const { level, target, amount } = one;
      return !isSame({ level, target, amount }, open);
    })
    .map(({ seq }) => seq);
}

/** Every field that is given stands the same in the line; a decimal is the same number however it is written. */
const isSame = (given: Readonly<Record<string, unknown>>, open: Readonly<Record<string, unknown>>): boolean =>
  Object.entries(given).every(
    ([name, value]) =>
      canonical(value ?? null) === canonical(open[name] ?? null) || isSameDecimal(value, open[name]),
  );

function isSameDecimal(a: unknown, b: unknown): boolean {
  const [left, right] = [a, b].map((one) => (typeof one === "string" ? parseExact(one) : null));
  return left != null && right != null && left.equals(right);
}
