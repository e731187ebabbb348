// The one permission table: which role may do what, within the scope of its grant.
import { covers, type Grant, type Role, type Scope } from "./roles.ts";

export const permissions = {
  "accounts.manage": ["administrator"],
  "competitions.create": ["organizer"],
  "competitions.configure": ["organizer"],
  "competitions.oversee": ["organizer", "supervisor", "chief-judge", "coding-officer", "recorder"],
  "schemes.edit": ["organizer", "chief-judge"],
  "registrations.submit": ["delegation-leader"],
  "registrations.decide": ["organizer"],
  "draws.code": ["coding-officer"],
  "draws.witness": ["supervisor"],
  "marking.oversee": ["chief-judge"],
  "marking.record": ["recorder"],
  "marking.confirm": ["chief-judge", "recorder"],
  "marking.approve": ["supervisor"],
  "floor.record": ["floor-judge"],
  "floor.read": ["organizer", "supervisor", "floor-judge", "chief-judge"],
  "marking.read-days": ["chief-judge", "recorder", "supervisor"],
  "results.read-judges": ["chief-judge", "supervisor"],
  "results.check": ["recorder", "chief-judge"],
  "results.sign-as-chief": ["chief-judge"],
  "results.sign-as-supervisor": ["supervisor"],
  "results.publish": ["organizer"],
  "awards.register-external": ["hr-officer", "award-verifier"],
  "awards.verify-external": ["award-verifier"],
  "entitlements.look-up": ["hr-officer"],
} as const satisfies Record<string, readonly Role[]>;

export type Permission = keyof typeof permissions;

/** Whether somebody with these grants may do this there. A judge's marks need a seat besides (server/access/proofs). */
export function may(grants: readonly Grant[], permission: Permission, target: Scope): boolean {
  const allowed: readonly Role[] = permissions[permission];
  return grants.some((grant) => allowed.includes(grant.role) && covers(grant, target));
}

/** Whether a role of these grants may do this anywhere: decides what a menu offers, never what a service does. */
export function mayAnywhere(grants: readonly Grant[], permission: Permission): boolean {
  const allowed: readonly Role[] = permissions[permission];
  return grants.some((grant) => allowed.includes(grant.role));
}
