// How many prizes a share of the field makes (domain.md section 5), by one of three roundings.
import type { Policy } from "../competitions/award-policy.ts";
import { type Exact, exact, roundHalfUp, sum } from "../exact.ts";

type Shares = Extract<Policy, { kind: "shares" }>;

/**
 * Prizes by class for `n` people. `half-up` and `floor` round each share alone; `cumulative` rounds the running sum half-up,
 * so that all classes together never stray from their share by more than a half.
 */
export function quotas(shares: Shares["shares"], n: number, rounding: Shares["rounding"]): number[] {
  const of = (share: Exact): Exact => share.mul(exact(n));
  const parts = shares.map((share) => exact(share));
  if (rounding === "floor") return parts.map((share) => Number(of(share).floor().toString()));
  if (rounding === "half-up") return parts.map((share) => Number(roundHalfUp(of(share), 0)));
  const upTo = parts.map((_, at) => Number(roundHalfUp(of(sum(parts.slice(0, at + 1))), 0)));
  return upTo.map((line, at) => line - (upTo[at - 1] ?? 0));
}
