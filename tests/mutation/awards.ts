// Wrong variants of awards, delegations and recomputation.
import { bundles, composition, prizes, type Variant, variant, vectors } from "./variant.ts";

export const awards: readonly Variant[] = [
  variant(
    "bronze from the first silver",
    "awards/near-tie.ts",
    "const bronzes = rule.bronzeAfterTiedSilver ? within(after, silvers.at(-1)!) : [];",
    "const bronzes = rule.bronzeAfterTiedSilver ? within(after, silvers[0]!) : [];",
    vectors,
  ),
  variant(
    "quotas rounded down",
    "awards/quota.ts",
    'if (rounding === "half-up") return parts.map((share) => Number(roundHalfUp(of(share), 0)));',
    'if (rounding === "half-up") return parts.map((share) => Number(of(share).floor().toString()));',
    vectors,
  ),
  variant(
    "cumulative quotas rounded one by one",
    "awards/quota.ts",
    "of(sum(parts.slice(0, at + 1)))",
    "sum(parts.slice(0, at + 1).map((share) => exact(roundHalfUp(of(share), 0))))",
    prizes,
  ),
  variant(
    "shares of everybody entered",
    "awards/policy.ts",
    'policy.of === "ranked" ? ranked : competed(field).length',
    "field.length",
    prizes,
  ),
  variant(
    "a tie at the line passes nobody",
    "awards/by-place.ts",
    "line.filter((one) => one.place > given && one.place <= upTo);",
    "line.slice(given, upTo);",
    prizes,
  ),
  variant(
    "the next class does not shrink",
    "awards/by-place.ts",
    "    upTo += count;",
    "    upTo = Math.max(upTo, given) + count;",
    prizes,
  ),
  variant(
    "excellence rounded up",
    "awards/policy.ts",
    'share === "1/2" ? Math.floor(ranked / 2)',
    'share === "1/2" ? Math.ceil(ranked / 2)',
    "tests/domain/awards/policy.test.ts",
  ),
  variant(
    "places do not pass down",
    "awards/candidate.ts",
    "place: 1 + line.filter((other) => other.rank! < candidate.rank!).length,",
    "place: candidate.rank!,",
    prizes,
  ),
  variant("an award below the pass line", "awards/candidate.ts", " && !one.below?.length", "", composition),
  variant(
    "average points not averaged",
    "awards/delegations.ts",
    '"average-points": (one) => delegationPoints(one).average!,',
    '"average-points": (one) => exact(delegationPoints(one).total),',
    vectors,
  ),
  variant(
    "recomputation ignores its ledger",
    "bundles/ledger-check.ts",
    "    ok: brokenAt === null && differing.length === 0,",
    "    ok: true,",
    bundles,
  ),
  variant(
    "recomputation takes the oldest mark",
    "bundles/recompute.ts",
    "if ((newest.get(key)?.version ?? 0) > version) continue;",
    "if (newest.has(key)) continue;",
    bundles,
  ),
];
