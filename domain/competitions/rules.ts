// The rules of a skill (赛项). Every rule is data of the skill; the defaults here are only offered.
import { z } from "zod/mini";
import { awardPolicy } from "./award-policy.ts";
import { panels } from "./panels.ts";
import { scoringRules } from "./scoring-rules.ts";

export const skillRules = z.object({
  /** Renamings before judging: 0 shows the competition number, 1 a code that only the sealed map undoes. */
  codingLayers: z.int().check(z.minimum(0), z.maximum(3)),
  /** Second-person confirmation of each sheet. */
  confirm: z.enum(["none", "second", "blind"]),
  /** Largest spread of judgement levels that needs no second round. */
  maxSpread: z.int().check(z.minimum(0), z.maximum(3)),
  /** In this round of a judgement the spread is accepted whatever it is; absent: none is, however many rounds it takes. */
  maxRounds: z.optional(z.int().check(z.minimum(1), z.maximum(9))),
  /** Seats whose levels make one judgement. */
  judgementSeats: z.int().check(z.minimum(1), z.maximum(15)),
  /** Who marks which sub-criteria; absent: every seat marks everything. A panel's size stands for `judgementSeats` and `trimmed.seats` there. */
  panels: z.optional(panels),
  /** Sheets looked at again before the first signature: all of the ranks up to `topAll`, a share of the others; absent: none. */
  recheck: z.optional(
    z.object({
      topAll: z.int().check(z.minimum(0), z.maximum(999)),
      sharePercent: z.int().check(z.minimum(0), z.maximum(100)),
      /** More errors than this among those rechecked: everybody is. */
      limitPercent: z.int().check(z.minimum(0), z.maximum(100)),
    }),
  ),
  /** A mark this share of the maximum away from the saved one, or from those of at least `others` works, is asked about; absent: none. */
  doubts: z.optional(
    z.object({
      others: z.int().check(z.minimum(3), z.maximum(999)),
      percent: z.int().check(z.minimum(1), z.maximum(100)),
    }),
  ),
  /** Every judge signs the mark summary of each day before the chief judge signs the result; absent: not asked. */
  daySignatures: z.optional(z.boolean()),
  ...scoringRules,
  /** Announced on site before the public notice. */
  onSite: z.boolean(),
  awards: awardPolicy,
  /** Letter before the code that judges see: "R" gives R-07. */
  codePrefix: z.string().check(z.regex(/^[A-Z]{1,2}$/)),
});
export type SkillRules = z.infer<typeof skillRules>;

export const offeredRules: SkillRules = {
  codingLayers: 1,
  confirm: "none",
  maxSpread: 1,
  judgementSeats: 3,
  tieChain: [],
  onSite: false,
  awards: { policy: { kind: "places", excellence: "1/2" }, perGroup: false },
  codePrefix: "R",
};
