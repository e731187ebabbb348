// A note or a photo as evidence for a mark (文字说明、照片): what may be attached, when, and who may read it. Evidence of a
// judgement may tell its level, so it is as secret as the level until all seats are in.
import type { SkillRules } from "../competitions/rules.ts";
import { type Outcome, ok, refuse } from "../outcome.ts";
import { type Aspect, isPerSeat } from "../schemes/aspect.ts";
import { hasWords, isTold } from "../told.ts";
import type { AspectState } from "./states.ts";

/** Characters of a note and of the reason of a withdrawal; how much of each kind may stand at one aspect of one work. */
export const evidenceLimits = { note: 500, reason: 200, photos: 6, notes: 20 } as const;
export type EvidenceKind = "note" | "photo";

/** A note without the space around it. Refuses an empty one and one that is too long. */
export function readNote(typed: string): Outcome<string> {
  const note = typed.replace(/\r\n?/g, "\n").trim();
  if (isTold(note, evidenceLimits.note)) return ok(note);
  return refuse("marking.note-length", { most: evidenceLimits.note, length: [...note].length });
}

/** The reason of a withdrawal, cut to its length. Refuses an empty one. */
export function readReason(typed: string): Outcome<string> {
  const reason = [...typed.trim()].slice(0, evidenceLimits.reason).join("");
  return hasWords(reason) ? ok(reason) : refuse("marking.reason-needed");
}

/** Whether evidence of this work may be attached or withdrawn now: as long as its marks may be entered. */
export function isOpenForEvidence(at: {
  readonly stage: string;
  readonly contestantStatus: string;
  readonly locked: boolean;
}): Outcome {
  if (at.stage !== "scoring") return refuse("marking.not-open");
  if (at.contestantStatus !== "present") return refuse("marking.competitor-out");
  return at.locked ? refuse("marking.evidence-locked") : ok();
}

/** What stands at one aspect of one work; `withdrawn` ones do not count. */
export type Standing = {
  readonly kind: EvidenceKind;
  readonly accountId: string;
  readonly withdrawn: boolean;
};

/**
 * Whether one more of this kind may stand there. Of a judgement only the judge's own are counted: a refusal must not tell
 * what colleagues attached.
 */
export function hasRoom(
  aspect: Aspect,
  kind: EvidenceKind,
  accountId: string,
  all: readonly Standing[],
): Outcome {
  const counted = all.filter(
    (one) => one.kind === kind && !one.withdrawn && (!isPerSeat(aspect) || one.accountId === accountId),
  ).length;
  const most = kind === "photo" ? evidenceLimits.photos : evidenceLimits.notes;
  return counted < most ? ok() : refuse("marking.evidence-full", { most });
}

export type Reader = {
  readonly accountId: string;
  /** `judge`: marks this work; `confirmer`: looks at it a second time. */
  readonly as: "judge" | "confirmer";
};
export type Written = {
  readonly accountId: string;
  /** The round that was open when it was attached; 1 where there are none. */
  readonly round: number;
};
export type Place = {
  readonly aspect: Aspect;
  readonly now: Pick<AspectState, "state" | "round">;
  /** Accounts that declared a conflict of interest with this competitor. */
  readonly conflicted: ReadonlySet<string>;
  readonly confirm: SkillRules["confirm"];
  /** The sheet as it stands was looked at by a second person. */
  readonly confirmed: boolean;
};

/**
 * Whether somebody may read one piece of evidence now. Whoever declared a conflict reads nothing of that competitor, and
 * their evidence is read by no colleague any more; of a judgement colleagues' evidence is unseen while its round is open;
 * a blind second reading must not be helped.
 */
export function mayReadEvidence(reader: Reader, one: Written, place: Place): boolean {
  const { aspect, now, conflicted } = place;
  if (conflicted.has(reader.accountId)) return false;
  if (one.accountId === reader.accountId) return true;
  if (reader.as === "judge" && conflicted.has(one.accountId)) return false;
  if (isPerSeat(aspect) && now.state !== "agreed" && one.round >= now.round) return false;
  return reader.as === "judge" || place.confirm !== "blind" || place.confirmed;
}
