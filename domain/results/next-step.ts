// What a skill's result waits for, and whose permission each step asks: one answer for the list of the desk and the desk.
import type { Permission } from "../access/permissions.ts";
import type { Stage } from "../competitions/skill.ts";

export const deskSteps = [
  "fix-field",
  "commit-draw",
  "witness-draw",
  "open-scoring",
  "finish-marking",
  "check",
  "sign-chief",
  "sign-supervisor",
  "ask-opening",
  "open-seal",
  "announce",
  "open-notice",
  "publish",
] as const;
export type DeskStep = (typeof deskSteps)[number];

/** The permission that each step asks for; the services ask the same. */
export const permissionOf: Readonly<Record<DeskStep, Permission>> = {
  "fix-field": "competitions.configure",
  "commit-draw": "draws.code",
  "witness-draw": "draws.witness",
  "open-scoring": "competitions.configure",
  "finish-marking": "marking.oversee",
  check: "results.check",
  "sign-chief": "results.sign-as-chief",
  "sign-supervisor": "results.sign-as-supervisor",
  "ask-opening": "draws.code",
  "open-seal": "draws.witness",
  announce: "results.publish",
  "open-notice": "results.publish",
  publish: "results.publish",
};

/** Where a skill stands: `signed` holds the kinds of its signatures, `noticeClosed` is asked of the server's clock. */
export type DeskFacts = {
  readonly stage: Stage;
  readonly coded: boolean;
  readonly onSite: boolean;
  readonly committed: boolean;
  readonly openingAsked: boolean;
  readonly signed: readonly string[];
  readonly noticeClosed: boolean;
};

/** The steps that may be taken now (domain.md section 2); none while a notice runs and once published. */
export function nextSteps(facts: DeskFacts): readonly DeskStep[] {
  switch (facts.stage) {
    case "set-up":
      if (!facts.coded) return ["fix-field"];
      return [facts.committed ? "witness-draw" : "commit-draw"];
    case "drawn":
      return ["open-scoring"];
    case "scoring":
      return ["finish-marking"];
    case "complete":
      return ["check"];
    case "checked":
      return (["chief", "supervisor"] as const)
        .filter((kind) => !facts.signed.includes(kind))
        .map((kind) => `sign-${kind}` as const);
    case "signed":
      return [facts.openingAsked ? "open-seal" : "ask-opening"];
    case "decoded":
      return [facts.onSite ? "announce" : "open-notice"];
    case "announced":
      return ["open-notice"];
    case "notice":
      return facts.noticeClosed ? ["publish"] : [];
    case "published":
      return [];
  }
}

/** Who acted before in this skill; a step that needs another person than one of them is barred to that one. */
export type Acted = {
  readonly committedBy: string | null;
  readonly openingAskedBy: string | null;
  readonly signedBy: readonly string[];
};

/** Whether four eyes keep `accountId` from a step: draw and seal take two people, the signatures three. */
export function isBarred(step: DeskStep, acted: Acted, accountId: string): boolean {
  if (step === "witness-draw") return acted.committedBy === accountId;
  if (step === "open-seal") return acted.openingAskedBy === accountId;
  if (step === "sign-chief" || step === "sign-supervisor") return acted.signedBy.includes(accountId);
  return false;
}
