// The closed lists of the entitlement rules with their names: a rule can only speak of what stands here,
// so the whole input domain is finite and can be tested cell by cell.

export const competitions = [
  "world-skills",
  "international-abilympics",
  "national-prc",
  "national-disabled",
  "national-industry-first-class",
  "national-industry-second-class",
  "national-vocational-college",
  "world-skills-selection",
  "world-skills-training-squad",
  "world-skills-asia",
  "brics",
  "provincial-comprehensive",
  "provincial-industry-first-class",
  "provincial-industry-second-class",
  "city",
  "county",
  "special",
  "industry",
  "enterprise",
  "school",
] as const;
export const grades = ["gold", "silver", "bronze", "excellence", "participation", "special"] as const;
/** The states of the truth table; an award under appeal is `suspended` besides. */
export const settledStates = [
  "claimed",
  "verified",
  "public-notice",
  "final",
  "rejected",
  "revoked",
] as const;
export const states = [...settledStates, "suspended"] as const;
export const roles = ["competitor", "coach", "expert", "judge", "organization"] as const;
export const categories = ["official", "demonstration", "exhibition"] as const;
export const honours = [
  "china-skills-grand-award",
  "zhongyuan-skills-grand-award",
  "zhongyuan-skills-master",
  "zhongyuan-artisan",
  "national-technical-expert",
  "henan-technical-expert",
  "city-technical-expert",
  "may-day-medal",
  "post-expert",
  "government-allowance",
] as const;
export const schoolingClasses = ["intermediate", "advanced", "preparatory-technician"] as const;
export const institutions = ["technical-school", "other"] as const;
/** In the order in which every result lists them. */
export const entitlementCodes = [
  "senior-title-direct",
  "associate-senior-title-direct",
  "institution-green-channel",
  "education-equivalence-secondary",
  "education-equivalence-college",
  "education-equivalence-bachelor",
] as const;
/** From best to worst: the order of the reasons of one code, the first being the code's own outcome. */
export const outcomes = ["granted", "pending", "review", "not"] as const;

export type Competition = (typeof competitions)[number];
export type Grade = (typeof grades)[number];
export type AwardState = (typeof states)[number];
export type AwardRole = (typeof roles)[number];
export type Category = (typeof categories)[number];
export type Honour = (typeof honours)[number];
export type SchoolingClass = (typeof schoolingClasses)[number];
export type Institution = (typeof institutions)[number];
export type EntitlementCode = (typeof entitlementCodes)[number];
export type EntitlementOutcome = (typeof outcomes)[number];

/** What people read for a code, in both languages. */
export type Name = { readonly zh: string; readonly en: string };
