// What is recorded on the floor (现场记录): incidents, violations with a proposed penalty, time given back; and when.
import type { CompetitionState } from "../competitions/competition.ts";
import { hasReached, type Stage } from "../competitions/skill.ts";
import { type Outcome, ok, refuse } from "../outcome.ts";
import type { Scheme } from "../schemes/aspect.ts";
import { isTold } from "../told.ts";
import { type PenaltyProposal, readPenalty } from "./penalty.ts";

export const recordKinds = ["incident", "violation", "compensation"] as const;
export type RecordKind = (typeof recordKinds)[number];
export const textLimit = 500;
const mostMinutes = 240;

/** One record; an incident may concern the whole skill and nobody in particular. */
export type FloorRecord = { readonly text: string } & (
  | { readonly kind: "incident"; readonly registrationId: string | null }
  | { readonly kind: "violation"; readonly registrationId: string; readonly penalty: PenaltyProposal }
  | { readonly kind: "compensation"; readonly registrationId: string; readonly minutes: number }
);
/** A record as a form hands it in: the parts it needs may be missing or wrong. */
export type RecordForm = {
  readonly kind: RecordKind;
  readonly registrationId: string | null;
  readonly text: string;
  readonly minutes?: number | null;
  readonly penalty?: unknown;
};

/** Reads a record against the skill's locked scheme; refuses what is missing, out of bounds or names nobody. */
export function readRecord(form: RecordForm, scheme: Scheme | null): Outcome<FloorRecord> {
  const { kind, registrationId } = form;
  if (!isTold(form.text, textLimit)) return refuse("floor.text-needed");
  const text = form.text.trim();
  if (kind === "incident") return ok({ kind, registrationId, text });
  if (registrationId === null) return refuse("input.not-found");
  if (kind === "compensation") {
    const minutes = form.minutes ?? 0;
    return Number.isInteger(minutes) && minutes >= 1 && minutes <= mostMinutes
      ? ok({ kind, registrationId, text, minutes })
      : refuse("floor.minutes");
  }
  const penalty = readPenalty(form.penalty, scheme);
  return penalty.ok ? ok({ kind, registrationId, text, penalty: penalty.value }) : penalty;
}

/** Why something is taken back: a check-in, a record. */
export const readReason = (reason: string): Outcome<string> =>
  isTold(reason, textLimit) ? ok(reason.trim()) : refuse("floor.reason-needed");

/**
 * When the floor is open: while the edition is drawing or judging, until the skill's marking is complete; a violation, and
 * taking one back, until the result is signed.
 */
export function floorIsOpen(
  what: "check-in" | RecordKind,
  { competition, stage }: { readonly competition: CompetitionState; readonly stage: Stage },
): Outcome {
  const underWay = competition === "drawing" || competition === "judging";
  const until = what === "violation" ? "signed" : "complete";
  return underWay && !hasReached(stage, until) ? ok() : refuse("floor.closed");
}

/** Who scores the skill reads the floor's record after decoding; everybody else whom the permission lets, at any time. */
export const mayReadReport = (stage: Stage, scores: boolean): Outcome =>
  scores && !hasReached(stage, "decoded") ? refuse("floor.report-sealed") : ok();

export type FloorCounts = {
  readonly compensations: number;
  readonly minutes: number;
  readonly violations: number;
};
/** What may be told without telling whom it concerns; withdrawn records are not counted. */
export function countRecords(
  records: readonly {
    readonly kind: RecordKind;
    readonly minutes: number | null;
    readonly withdrawn: boolean;
  }[],
): FloorCounts {
  const standing = records.filter(({ withdrawn }) => !withdrawn);
  const compensations = standing.filter(({ kind }) => kind === "compensation");
  return {
    compensations: compensations.length,
    minutes: compensations.reduce((sum, { minutes }) => sum + (minutes ?? 0), 0),
    violations: standing.filter(({ kind }) => kind === "violation").length,
  };
}
