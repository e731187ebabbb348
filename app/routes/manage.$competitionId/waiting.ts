// What still stands in the way of an edition, counted by kind: who must act next, and on which skills.
import type { Services } from "#app/context.ts";

export type Edition = Awaited<ReturnType<Services["competitions"]["readEdition"]>>;
export type EditionSkill = Edition["skills"][number];

export const waitKinds = [
  "submitted",
  "scheme",
  "seats",
  "draw",
  "opening",
  "check",
  "sign",
  "decode",
  "notice",
  "publish",
] as const;
export type WaitKind = (typeof waitKinds)[number];

const isPreparing = (skill: EditionSkill): boolean => skill.stage === "set-up" || skill.stage === "drawn";
const hasSeats = (skill: EditionSkill): boolean => skill.missing.length === 0;

/** Which kinds a skill waits in; `closed` are the skills whose notice has run out. */
export function waitsOf(skill: EditionSkill, state: string, closed: ReadonlySet<string>): WaitKind[] {
  const drawing = state === "drawing" || state === "judging";
  const standing: Readonly<Record<WaitKind, boolean>> = {
    submitted: skill.submitted > 0 && skill.stage === "set-up",
    scheme: isPreparing(skill) && !skill.schemeLocked,
    seats: isPreparing(skill) && !hasSeats(skill),
    draw: drawing && skill.stage === "set-up" && skill.accepted > 0,
    opening: skill.stage === "drawn" && skill.schemeLocked && hasSeats(skill),
    check: skill.stage === "complete",
    sign: skill.stage === "checked",
    decode: skill.stage === "signed",
    notice: skill.stage === "decoded" || skill.stage === "announced",
    publish: closed.has(skill.id),
  };
  return waitKinds.filter((kind) => standing[kind]);
}

export type Waiting = {
  readonly kind: WaitKind;
  /** People for registrations, skills for everything else. */
  readonly count: number;
  /** The one skill concerned, where there is only one. */
  readonly skillId: string | null;
};

/** Every kind that somebody waits in, in the order of the work. */
export function waitingIn(edition: Edition, closed: ReadonlySet<string>): Waiting[] {
  return waitKinds.flatMap((kind) => {
    const skills = edition.skills.filter((skill) => waitsOf(skill, edition.state, closed).includes(kind));
    if (skills.length === 0) return [];
    const count =
      kind === "submitted" ? skills.reduce((people, skill) => people + skill.submitted, 0) : skills.length;
    return [{ kind, count, skillId: skills.length === 1 ? skills[0]!.id : null }];
  });
}
