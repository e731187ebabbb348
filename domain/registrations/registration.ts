// The life of a registration (报名): submitted by the leader, accepted, returned with a reason, or withdrawn.
import { skillNumber } from "../competitions/skill.ts";
import { type Outcome, ok, refuse } from "../outcome.ts";
import { hasWords } from "../told.ts";

export const registrationStates = [
  "draft",
  "submitted",
  "accepted",
  "returned",
  "rejected",
  "withdrawn",
] as const;
export type RegistrationState = (typeof registrationStates)[number];

const steps: Readonly<Record<RegistrationState, readonly RegistrationState[]>> = {
  draft: ["submitted", "withdrawn"],
  submitted: ["accepted", "returned", "rejected", "withdrawn"],
  accepted: ["withdrawn"],
  returned: ["submitted", "withdrawn"],
  rejected: [],
  withdrawn: [],
};
const needsReason: readonly RegistrationState[] = ["returned", "rejected"];

/** One step of a registration; returned and rejected ask for a reason. */
export function move(
  from: RegistrationState,
  to: RegistrationState,
  reason = "",
): Outcome<RegistrationState> {
  if (!steps[from].includes(to)) return refuse("registration.step-not-open", { from, to });
  return needsReason.includes(to) && !hasWords(reason) ? refuse("registration.reason-needed") : ok(to);
}

/** The competition number (参赛号): skill number and running number, "17-003". */
export const competitionNumber = (skill: number, running: number): string =>
  `${skillNumber(skill)}-${String(running).padStart(3, "0")}`;
