// Roles and their scopes: who somebody is in this system, and where.

export const roles = [
  "administrator",
  "organizer",
  "chief-judge",
  "judge",
  "recorder",
  "floor-judge",
  "coding-officer",
  "supervisor",
  "delegation-leader",
  "award-verifier",
  "hr-officer",
  "competitor",
] as const;
export type Role = (typeof roles)[number];

/** A place in the city's competitions; a scope left out does not narrow. */
export type Scope = {
  readonly competitionId?: string | null;
  readonly skillId?: string | null;
  readonly county?: string | null;
  readonly delegationId?: string | null;
};

/** A role somebody holds, narrowed to its scope. `unit` names the office of an HR officer, the employer of a judge. */
export type Grant = Scope & { readonly role: Role; readonly unit?: string | null };

/** Which scope a role must carry when it is given out. */
export const requiredScope: Readonly<Record<Role, "none" | "competition" | "skill" | "delegation" | "unit">> =
  {
    administrator: "none",
    organizer: "none",
    "chief-judge": "skill",
    judge: "skill",
    recorder: "skill",
    "floor-judge": "skill",
    "coding-officer": "competition",
    supervisor: "competition",
    "delegation-leader": "delegation",
    "award-verifier": "none",
    "hr-officer": "unit",
    competitor: "none",
  };

/** Whether a grant reaches a target: every scope it carries must be the target's own. */
export function covers(grant: Scope, target: Scope): boolean {
  const keys = ["competitionId", "skillId", "county", "delegationId"] as const;
  return keys.every((key) => grant[key] == null || grant[key] === target[key]);
}

/** Who gives, confirms or locks marks. */
const scoringRoles: readonly Role[] = ["judge", "chief-judge", "recorder"];

/** The roles that nobody holds beside this one in one skill: the floor knows names, scoring knows codes. */
export function rolesApartFrom(role: Role): readonly Role[] {
  if (role === "floor-judge") return scoringRoles;
  return scoringRoles.includes(role) ? ["floor-judge"] : [];
}

/** Whether one of these grants scores there. */
export const scoresIn = (grants: readonly Grant[], target: Scope): boolean =>
  grants.some((grant) => scoringRoles.includes(grant.role) && covers(grant, target));
