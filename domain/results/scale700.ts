// The scale of 700 (domain.md section 4): an unofficial comparison across skills, never a basis of awards in small fields.
import { compare, type Exact, exact, ratio, roundHalfUp, sum } from "../exact.ts";

const madFactor = exact("1.4826");

/**
 * `700 + 30 × (raw − median) / (1.4826 × MAD)`, half-up to whole points, in the order of `raws`. The population are the
 * complete totals; null where the median of the deviations is 0. `isScaled` says whether a skill uses it.
 */
export function scale700(raws: readonly Exact[]): number[] | null {
  if (raws.length === 0) return null;
  const middle = median(raws);
  const spread = median(raws.map((raw) => raw.sub(middle).abs()));
  if (spread.equals(0)) return null;
  const unit = spread.mul(madFactor);
  return raws.map((raw) => Number(roundHalfUp(exact(700).add(exact(30).mul(raw.sub(middle)).div(unit)), 0)));
}

/** Whether the field is large enough: at least `minField` complete totals (6 unless the skill says otherwise). */
export const isScaled = (complete: number, minField = 6): boolean => complete >= minField;

/** The middle value, of an even number the mean of the two in the middle. Exact; the list must not be empty. */
export function median(values: readonly Exact[]): Exact {
  const sorted = [...values].sort(compare);
  const [low, high] = [sorted[Math.floor((sorted.length - 1) / 2)]!, sorted[Math.floor(sorted.length / 2)]!];
  return ratio(sum([low, high]), exact(2));
}
