// Seeded chance, percentiles, and the clock that all processes of this machine share.

/** Milliseconds of the monotonic clock, the same in every process. */
export const clockMs = (): number => Number(process.hrtime.bigint()) / 1e6;

/** Uniform numbers in [0, 1) decided by the seed (mulberry32). */
export function chance(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 0x1_0000_0000;
  };
}

/** Poisson arrivals: instants in [0, lengthMs) at `perSecond` on average. */
export function arrivals(perSecond: number, lengthMs: number, luck: () => number): number[] {
  const instants: number[] = [];
  for (let at = 0; ; ) {
    at += (-Math.log(1 - luck()) / perSecond) * 1000;
    if (at >= lengthMs) return instants;
    instants.push(at);
  }
}

/** The value that a share `q` of the values does not exceed; NaN of nothing. */
export function percentile(values: readonly number[], q: number): number {
  const sorted = Float64Array.from(values).sort();
  return sorted[Math.max(0, Math.ceil(sorted.length * q) - 1)] ?? Number.NaN;
}

export type Range = { readonly median: number; readonly min: number; readonly max: number };

export function rangeOf(values: readonly number[]): Range {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = sorted.length >> 1;
  const median = sorted.length % 2 ? sorted[middle]! : (sorted[middle - 1]! + sorted[middle]!) / 2;
  return { median, min: sorted[0]!, max: sorted.at(-1)! };
}
