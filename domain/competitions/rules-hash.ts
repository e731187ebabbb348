// What a form over the rules of a skill was filled in over: another hash, and somebody has changed them since.
import { sha256Hex } from "../chance.ts";
import { canonical } from "../ledger/chain.ts";
import type { SkillRules } from "./rules.ts";

/** SHA-256 of the canonical JSON of the rules with the set they follow and whether the board is open. */
export const rulesHash = (held: {
  readonly rules: SkillRules;
  readonly openBoard: boolean;
  readonly ruleSetId: string | null;
}): string => {
  const { rules, openBoard, ruleSetId } = held;
  return sha256Hex(canonical({ rules, openBoard, ruleSetId }));
};
