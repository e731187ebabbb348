// One deliberately wrong variant of a rule: the one place it changes, and the test that must catch it.
export type Variant = {
  readonly name: string;
  readonly file: string;
  /** Stands in the file exactly once. */
  readonly find: string;
  readonly replace: string;
  readonly test: string;
};

export const variant = (
  name: string,
  file: string,
  find: string,
  replace: string,
  test: string,
): Variant => ({
  name,
  file: `domain/${file}`,
  find,
  replace,
  test,
});

/** The tests that variants name. */
export const vectors = "tests/domain/scoring-vectors.test.ts";
export const laws = "tests/domain/scoring-laws.test.ts";
export const composition = "tests/domain/results/composition.test.ts";
export const ranking = "tests/domain/results/ranking.test.ts";
export const prizes = "tests/domain/awards/prizes.test.ts";
export const trimmed = "tests/domain/marking/trimmed.test.ts";
export const yields = "tests/domain/marking/yield.test.ts";
export const bundles = "tests/domain/bundles/recompute.test.ts";
