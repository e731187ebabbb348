// The floor of W9: the same numbers added up as whole hundredths, sorted, placed; no scheme, no rules, no states.
import type { Cell } from "#domain/marking/mark.ts";
import type { Contestant } from "#domain/results/standings.ts";

export type BarePlace = { readonly code: string; readonly rank: number; readonly total: string };

/** Places by total, then by criterion B; a judgement of half a mark is worth its levels' ninths, half-up to a hundredth. */
export function rankBare(contestants: readonly Contestant[], cells: readonly Cell[]): BarePlace[] {
  const sums = new Map(contestants.map((one) => [one.id, { code: one.code, total: 0n, tie: 0n }]));
  const add = (id: string, aspectId: string, hundredths: bigint): void => {
    const sum = sums.get(id)!;
    sum.total += hundredths;
    if (aspectId.startsWith("B")) sum.tie += hundredths;
  };
  let levels = 0n;
  for (const { contestantId, aspectId, seat, value } of cells) {
    if (seat === 0) add(contestantId, aspectId, BigInt(value!.slice(2)));
    else {
      levels += BigInt(value!);
      if (seat < 3) continue;
      add(contestantId, aspectId, (2n * levels * 50n + 9n) / 18n);
      levels = 0n;
    }
  }
  const order = (a: { total: bigint; tie: bigint }, b: { total: bigint; tie: bigint }): number =>
    a.total !== b.total ? (a.total < b.total ? 1 : -1) : a.tie === b.tie ? 0 : a.tie < b.tie ? 1 : -1;
  const rows = [...sums.values()].sort(order);
  let rank = 0;
  return rows.map((row, at) => {
    if (at === 0 || order(rows[at - 1]!, row) !== 0) rank = at + 1;
    const digits = row.total.toString().padStart(3, "0");
    return { code: row.code, rank, total: `${digits.slice(0, -2)}.${digits.slice(-2)}` };
  });
}
