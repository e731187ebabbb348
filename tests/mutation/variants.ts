// Deliberately wrong variants of the scoring rules. Each names the one place it changes and the test that must catch it.
export type Variant = {
  readonly name: string;
  readonly file: string;
  /** Stands in the file exactly once. */
  readonly find: string;
  readonly replace: string;
  readonly test: string;
};

const vectors = "tests/domain/scoring-vectors.test.ts";
const laws = "tests/domain/scoring-laws.test.ts";
const composition = "tests/domain/results/composition.test.ts";
const ranking = "tests/domain/results/ranking.test.ts";
const prizes = "tests/domain/awards/prizes.test.ts";
const trimmed = "tests/domain/marking/trimmed.test.ts";
const yields = "tests/domain/marking/yield.test.ts";
const bundles = "tests/domain/bundles/recompute.test.ts";

const variant = (name: string, file: string, find: string, replace: string, test: string): Variant => ({
  name,
  file: `domain/${file}`,
  find,
  replace,
  test,
});

export const variants: readonly Variant[] = [
  variant(
    "sums in binary floats",
    "exact.ts",
    "  return over.reduce((all, numerator, at) => all.add(new Fraction(numerator, under[at]!)), zero);",
    "  return new Fraction(values.reduce((all, value) => all + value.valueOf(), 0));",
    "tests/domain/exact.test.ts",
  ),
  variant(
    "rounds down instead of half-up",
    "exact.ts",
    "const doubled = (2n * scaled.n + scaled.d) / (2n * scaled.d);",
    "const doubled = scaled.n / scaled.d;",
    vectors,
  ),
  variant(
    "total rounded before it is ranked",
    "results/totals.ts",
    "rules.rounding?.total)",
    "2)",
    composition,
  ),
  variant("component rounded early", "results/totals.ts", "rules.rounding?.component)", "1)", composition),
  variant(
    "trimmed mean rounded before the factor",
    "marking/trimmed.ts",
    "places === undefined ? mean.value : exact(roundHalfUp(mean.value, places))",
    "exact(roundHalfUp(mean.value, places ?? 2))",
    trimmed,
  ),
  variant(
    "unset counts as 0",
    "marking/sheet.ts",
    "const value = own[0]?.value ?? null;",
    'const value = own[0]?.value ?? "0";',
    "tests/domain/results/totals.test.ts",
  ),
  variant(
    "an incomplete total is ranked",
    "results/totals.ts",
    "const complete = sums.agreed === sums.of;",
    "const complete = sums.agreed > 0;",
    laws,
  ),
  variant(
    "absent people are ranked",
    "results/ranking.ts",
    'row.status === "present" && row.total !== null',
    "row.total !== null",
    ranking,
  ),
  variant(
    "ranks by the rounded total",
    "results/ranking.ts",
    "const byTotal = compare(b.total!, a.total!);",
    "const byTotal = Number(b.total!.valueOf().toFixed(2)) - Number(a.total!.valueOf().toFixed(2));",
    ranking,
  ),
  variant(
    "tie chain reversed",
    "results/ranking.ts",
    "for (const [place, tie] of a.ties.entries()) {",
    "for (const [place, tie] of [...a.ties.entries()].reverse()) {",
    ranking,
  ),
  variant(
    "dense ranks 1-2-2-3",
    "results/ranking.ts",
    "placed[place - 1]!.rank : place + 1;",
    "placed[place - 1]!.rank : (placed[place - 1]?.rank ?? 0) + 1;",
    ranking,
  ),
  variant("longer time wins a tie", "results/standings.ts", "sum(given).neg()", "sum(given)", composition),
  variant(
    "the committee's order moves people it does not name",
    "results/ranking.ts",
    "one.length === names.size && one.every((id) => names.has(id))",
    "one.some((id) => names.has(id))",
    composition,
  ),
  variant(
    "a tie at the line stays behind in the heat",
    "results/standings.ts",
    "ranked.filter((row) => row.rank !== null && row.rank <= advance)",
    "ranked.filter((row) => row.rank !== null).slice(0, advance)",
    composition,
  ),
  variant(
    "people go on while a mark of the stage is missing",
    "results/standings.ts",
    'advance === undefined || ranked.some((row) => row.status === "incomplete")',
    "advance === undefined",
    composition,
  ),
  variant(
    "a component is not brought to 100",
    "results/composition.ts",
    "ratio(marks, component.max).mul(exact(100))",
    "marks",
    composition,
  ),
  variant(
    "a module penalty is left out",
    "results/totals.ts",
    "if (struck.includes(module.id) || module.criteria.some(({ id }) => struck.includes(id))) return zero;",
    "",
    composition,
  ),
  variant(
    "a practical penalty after weighting",
    "results/totals.ts",
    'const off = component.id === practicalOf(rules) ? sum(amounts(penalties, "practical")) : zero;',
    'const off = component.id === practicalOf(rules) ? sum(amounts(penalties, "practical")).div(component.weight) : zero;',
    composition,
  ),
  variant(
    "a penalty makes a component negative",
    "results/totals.ts",
    "const left = atLeastZero(outOfHundred(marks, component).sub(off));",
    "const left = outOfHundred(marks, component).sub(off);",
    composition,
  ),
  variant(
    "an aspect made zero gives back what it took",
    "results/totals.ts",
    "zeroed.includes(id) ? smaller(zero, worth) : worth",
    "zeroed.includes(id) ? zero : worth",
    composition,
  ),
  variant(
    "a veto without its cap",
    "marking/yield.ts",
    'entered === "1" ? exact(aspect.cap ?? "0") : null',
    'entered === "1" ? zero : null',
    composition,
  ),
  variant(
    "a veto is ignored",
    "results/totals.ts",
    "return cap === null ? left : smaller(left, cap);",
    "return left;",
    composition,
  ),
  variant(
    "deduction below zero",
    "marking/yield.ts",
    "atLeastZero(exact(max).sub(faults.mul(exact(perFault))))",
    "exact(max).sub(faults.mul(exact(perFault)))",
    vectors,
  ),
  variant(
    "a tolerance exclusive of its edge",
    "marking/yield.ts",
    "compare(off, exact(band.within)) <= 0",
    "compare(off, exact(band.within)) < 0",
    vectors,
  ),
  variant(
    "the widest band instead of the narrowest",
    "marking/yield.ts",
    "compare(exact(band.within), exact(best.within)) < 0",
    "compare(exact(band.within), exact(best.within)) > 0",
    vectors,
  ),
  variant(
    "started intervals counted as complete ones",
    "marking/yield.ts",
    'counting === "started" ? intervals.ceil() : intervals.floor()',
    "intervals.floor()",
    yields,
  ),
  variant("the two highest are dropped", "marking/trimmed.ts", ".slice(1, -1)", ".slice(0, -2)", vectors),
  variant(
    "fewer judges than the least are taken",
    "marking/trimmed.ts",
    "marks.length < minJudges || ",
    "",
    vectors,
  ),
  variant(
    "a missing mark counts as 0",
    "marking/trimmed.ts",
    "cell!.missing ? null : cell!.value",
    'cell!.missing ? "0" : cell!.value',
    trimmed,
  ),
  variant(
    "an unset mark is taken for a missing one",
    "marking/trimmed.ts",
    "if (seats.some((cell) => !cell?.missing && (cell?.value ?? null) === null)) {",
    "if (given === 0) {",
    trimmed,
  ),
  variant(
    "a spread of 2 agrees",
    "marking/judgement.ts",
    "spread(given) <= maxSpread &&",
    "spread(given) <= maxSpread + 1 &&",
    vectors,
  ),
  variant(
    "judgement marks to one decimal",
    "marking/judgement.ts",
    ".mul(exact(max)), 2);",
    ".mul(exact(max)), 1);",
    vectors,
  ),
  variant(
    "the lower of two middle values",
    "results/scale700.ts",
    "sorted[Math.floor(sorted.length / 2)]!];",
    "sorted[Math.floor((sorted.length - 1) / 2)]!];",
    vectors,
  ),
  variant("the scale without its factor", "results/scale700.ts", 'exact("1.4826")', 'exact("1")', vectors),
  variant("a scale for any field", "results/scale700.ts", "complete >= minField", "complete >= 0", vectors),
  variant(
    "near ties chained",
    "awards/near-tie.ts",
    "return ordered.slice(from).filter((one) => compare(pointsOf(one), least) >= 0);",
    `return ordered.slice(from).filter((one, at, rest) => {
      const before = rest.slice(0, at + 1).reverse();
      return before.every((each, back) => compare(pointsOf(each), pointsOf(before[back + 1] ?? anchor).sub(tolerance)) >= 0) || compare(pointsOf(one), least) >= 0;
    });`,
    vectors,
  ),
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
    '"average-points": (one) => delegationPoints(one).average ?? exact(-1),',
    '"average-points": (one) => exact(delegationPoints(one).total),',
    vectors,
  ),
  variant(
    "the recheck limit reached is over it",
    "marking/recheck.ts",
    "errors * 100 > rule.limitPercent * rechecked",
    "errors * 100 >= rule.limitPercent * rechecked",
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
