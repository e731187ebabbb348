// The award policy of a skill as data (domain.md section 5); domain/awards works it out.
import { z } from "zod/mini";

const decimal = z.string().check(z.regex(/^\d{1,6}(\.\d{1,6})?$/));
const count = z.int().check(z.minimum(0), z.maximum(999));
/** A share above 0 and up to 1. */
const share = z.string().check(
  z.regex(/^(0\.\d{1,4}|1(\.0{1,4})?)$/),
  z.refine((text) => Number(text) > 0),
);

/** Who gets excellence (优胜奖): nobody, the ranks within a share of those ranked (rounded down), or a mark on the scale of 700. */
const excellence = z.union([
  z.enum(["none", "1/2", "2/3"]),
  z.object({ scaleAtLeast: z.int().check(z.minimum(0), z.maximum(2000)) }),
]);
export type Excellence = z.infer<typeof excellence>;

const policy = z.discriminatedUnion("kind", [
  /** Gold, silver, bronze to the ranks 1, 2, 3. */
  z.object({ kind: z.literal("places"), excellence }),
  /** Medals within a tolerance of the first of each medal group, not chained (WorldSkills). */
  z.object({
    kind: z.literal("near-tie"),
    /** Points of the scale of 700 or marks of the total. */
    basis: z.enum(["scale", "total"]),
    tolerance: decimal,
    /** Bronze beside several silvers where it is within the tolerance of the last silver. */
    bronzeAfterTiedSilver: z.boolean(),
    excellence,
  }),
  /** So many first, second and third prizes. */
  z.object({ kind: z.literal("counts"), counts: z.tuple([count, count, count]), excellence }),
  /** First, second and third prizes to shares of the field. */
  z.object({
    kind: z.literal("shares"),
    shares: z.tuple([share, share, share]),
    rounding: z.enum(["half-up", "floor", "cumulative"]),
    /** What the shares are of: those who competed (absent and withdrawn left out) or those with a rank. */
    of: z.enum(["competed", "ranked"]),
  }),
  /** First, second, third prize and excellence from a total on; null gives none. */
  z.object({
    kind: z.literal("bands"),
    atLeast: z.tuple([decimal, z.nullable(decimal), z.nullable(decimal), z.nullable(decimal)]),
  }),
]);
export type Policy = z.infer<typeof policy>;

export const awardPolicy = z.object({
  policy,
  /** Awards count within each group where the skill has groups. */
  perGroup: z.boolean(),
  /** Foreign examples, off by default: no award below `cancelBelow`; with few competitors only the first grades. */
  minimumField: z.optional(
    z.object({
      cancelBelow: count,
      /** Up to this many people only the first grade, only the first two grades. */
      oneGradeUpTo: count,
      twoGradesUpTo: count,
    }),
  ),
});
export type AwardPolicy = z.infer<typeof awardPolicy>;
