// How the marks of a skill become a total and a rank, as data (domain.md sections 3 and 4); domain/results works it out.
import { z } from "zod/mini";

const id = z.string().check(z.regex(/^[a-z][a-z0-9-]{0,19}$/));
const name = z.string().check(z.minLength(1), z.maxLength(40));
const letter = z.string().check(z.regex(/^[A-Z]$/));
const letters = z.array(letter).check(z.minLength(1), z.maxLength(26));
const places = z.int().check(z.minimum(0), z.maximum(4));
const fraction = z.string().check(z.regex(/^(0(\.\d{1,4})?|1(\.0{1,4})?)$/));

/**
 * What a tie is broken by: the total of a criterion, module or component, the mark of one aspect, or `time`, the seconds of
 * one time aspect or of all, where less is better.
 */
const measure = z
  .string()
  .check(
    z.regex(
      /^(criterion:[A-Z]|module:[A-Z]|(module|component):[a-z][a-z0-9-]{0,19}|aspect:[A-Z]\d{1,2}\.\d{1,3}|time(:[A-Z]\d{1,2}\.\d{1,3})?)$/,
    ),
  );
const tieChain = z.array(measure).check(z.maxLength(12));

export const scoringRules = {
  /** Criteria worked in one session (模块); a criterion that none names is a module of its own. */
  modules: z.optional(z.array(z.object({ id, name, criteria: letters }))),
  /** Parts of the total (成绩构成), each brought to 100 before its weight; criteria that none names are added as they are. */
  components: z.optional(
    z.array(
      z.object({
        id,
        name,
        weight: fraction,
        criteria: letters,
        /** Out of 100. */
        passLine: z.optional(z.string().check(z.regex(/^\d{1,3}(\.\d{1,2})?$/))),
      }),
    ),
  ),
  /** What a component below its pass line costs: the award, or the rank as well. */
  belowPassLine: z.optional(z.enum(["no-award", "no-rank"])),
  /** Stages of the contest (初赛、决赛) in order. */
  contestStages: z.optional(
    z.array(
      z.object({
        id,
        name,
        criteria: letters,
        /** The ranks that go on to the next stage, a tie at the line included; absent in the last one. */
        advance: z.optional(z.int().check(z.minimum(1), z.maximum(999))),
        /** The share of the score so far that counts on in this stage. */
        carry: z.optional(fraction),
        tieChain: z.optional(tieChain),
      }),
    ),
  ),
  /** Half-up to so many decimals at each step that is named; exact where nothing is. */
  rounding: z.optional(
    z.object({
      /** A trimmed mean before its factor. */
      mean: z.optional(places),
      /** The mark of an aspect that is worked out. */
      aspect: z.optional(places),
      component: z.optional(places),
      total: z.optional(places),
    }),
  ),
  /** Seats that give trimmed marks, and how many of them must be present. */
  trimmed: z.optional(
    z.object({
      seats: z.int().check(z.minimum(3), z.maximum(15)),
      minJudges: z.int().check(z.minimum(3), z.maximum(15)),
    }),
  ),
  /** Measures that break ties, first first. */
  tieChain,
  /** No two share a rank: a tie after the chain waits for the committee's order with its reason. */
  noSharedRanks: z.optional(z.boolean()),
  /** The scale of 700 is worked out from this many complete totals on; absent: 6. */
  minField: z.optional(z.int().check(z.minimum(0), z.maximum(999))),
};
