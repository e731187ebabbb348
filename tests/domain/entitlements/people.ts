// Short ways to write a person for the tests, and the pack they are evaluated under.
import { evaluate } from "#domain/entitlements/evaluate.ts";
import { packInForce } from "#domain/entitlements/packs/in-force.ts";
import {
  type Award,
  type CompetitionAward,
  competitionAward,
  honourAward,
} from "#domain/entitlements/person.ts";
import type {
  AwardState,
  Competition,
  EntitlementCode,
  Grade,
  Honour,
} from "#domain/entitlements/vocabulary.ts";

export const pack = packInForce();
export const day = "2024-06-01";

export const prize = (
  competition: Competition,
  grade: Grade,
  more: Partial<Omit<CompetitionAward, "kind">> = {},
): CompetitionAward => competitionAward({ competition, grade, ...more });

export const honour = (code: Honour, state: AwardState = "final"): Award =>
  honourAward({ honour: code, state });

export const evaluated = (awards: readonly Award[], asOf = day) => evaluate({ awards }, asOf, pack);

/** The outcome of one code: that of its first reason. */
export const outcomeOf = (awards: readonly Award[], code: EntitlementCode, asOf = day) =>
  evaluated(awards, asOf).reasons.find((reason) => reason.code === code)?.outcome;

/** 正高, 副高 and green channel, abbreviated as the tables of these tests write them. */
export const outcomesOf = (awards: readonly Award[], asOf = day) =>
  (["senior-title-direct", "associate-senior-title-direct", "institution-green-channel"] as const).map(
    (code) => outcomeOf(awards, code, asOf),
  );
