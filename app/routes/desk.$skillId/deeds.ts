// The steps that are taken at the desk itself, apart from the action, so that the browser loads only their names.
import type { DeskStep } from "#domain/results/next-step.ts";

/** The steps that are taken at this desk; the others belong to the set-up of the skill and to the wall. */
export const deeds = [
  "commit-draw",
  "witness-draw",
  "check",
  "sign-chief",
  "sign-supervisor",
  "ask-opening",
  "open-seal",
  "announce",
  "open-notice",
  "publish",
] as const satisfies readonly DeskStep[];
export type Deed = (typeof deeds)[number];
export const isDeed = (step: string | null): step is Deed =>
  (deeds as readonly (string | null)[]).includes(step);

/** The steps that bind by name: the person gives the password again. */
export const signings = {
  check: "checked",
  "sign-chief": "chief",
  "sign-supervisor": "supervisor",
} as const satisfies Partial<Record<Deed, string>>;
export const isSigning = (step: Deed): step is keyof typeof signings => step in signings;

/** The first characters of a hash, enough to compare two of them by eye. */
export const shortHash = (hash: string): string => `${hash.slice(0, 8)} ${hash.slice(8, 16)}`;
