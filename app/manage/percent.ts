// Shares of one as people write them: 0.3 is 30 in the form, exactly and both ways.
import { exact, formatExact, parseExact } from "#domain/exact.ts";

export const percentOf = (share: string): string => formatExact(exact(share).mul(exact(100)), 0);

/** A percentage above 0 and up to 100 with at most two decimals as a share of one; null otherwise. */
export function shareOf(percent: string): string | null {
  const value = /^\d{1,3}(\.\d{1,2})?$/.test(percent) ? parseExact(percent) : null;
  if (!value || value.compare(0) <= 0 || value.compare(100) > 0) return null;
  return formatExact(value.div(exact(100)), 0);
}
