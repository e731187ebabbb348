// The only place that mints proofs: holding a Permit or a JudgeSeat is the permission, services ask for nothing else.
import { may, type Permission } from "#domain/access/permissions.ts";
import { type Scope, scoresIn } from "#domain/access/roles.ts";
import { type Outcome, ok, refuse } from "#domain/outcome.ts";
import type { House } from "../house.ts";
import type { Actor } from "./actor.ts";
import { knowByPassword } from "./sign-in.ts";

declare const proof: unique symbol;
export type Permit<P extends Permission = Permission> = {
  readonly [proof]: true;
  readonly permission: P;
  readonly actor: Actor;
  /** The place it was asked for, completed: a skill knows its competition and county. */
  readonly scope: Scope;
};
export type JudgeSeat = {
  readonly [proof]: true;
  readonly actor: Actor;
  readonly seatId: string;
  readonly skillId: string;
  readonly number: number;
};
/** A recorder's desk in a skill: paper sheets are keyed from it. Whoever holds a seat there has none. */
export type RecorderDesk = {
  readonly [proof]: true;
  readonly desk: "recorder";
  readonly actor: Actor;
  readonly skillId: string;
};
/** That the person at the keyboard is the one who signed in: the password was given again for this request. */
export type Presence = { readonly [proof]: true; readonly accountId: string };

/** Whether the actor may do this there. 401 without a session, 403 without the right. */
export async function authorize<P extends Permission>(
  house: House,
  actor: Actor | null,
  permission: P,
  target: Scope = {},
): Promise<Outcome<Permit<P>>> {
  if (!actor || actor.mustChange) return refuse("access.sign-in-first");
  const scope = await complete(house, target);
  if (!scope) return refuse("input.not-found");
  if (!may(actor.grants, permission, scope)) return refuse("access.not-allowed");
  if (permission === "floor.record" && scoresIn(actor.grants, scope)) return refuse("access.floor-apart");
  return ok({ permission, actor, scope } as Permit<P>);
}

/** The seat of a judge in a skill. The database asks again inside each mark's transaction. */
export function takeSeat(actor: Actor | null, skillId: string): Outcome<JudgeSeat> {
  if (!actor || actor.mustChange) return refuse("access.sign-in-first");
  const seat = actor.seats.find((one) => one.skillId === skillId);
  if (!seat) return refuse("access.not-allowed");
  return ok({ actor, seatId: seat.id, skillId, number: seat.number } as JudgeSeat);
}

/** The recorder's desk in a skill; refused to a judge seated there. The database asks again inside each mark's transaction. */
export async function takeRecorderDesk(
  house: House,
  actor: Actor | null,
  skillId: string,
): Promise<Outcome<RecorderDesk>> {
  const permit = await authorize(house, actor, "marking.record", { skillId });
  if (!permit.ok) return permit;
  if (permit.value.actor.seats.some((one) => one.skillId === skillId))
    return refuse("marking.judge-may-not-record");
  return ok({ desk: "recorder", actor: permit.value.actor, skillId } as RecorderDesk);
}

/** Asks the password again before an act that binds by name; wrong guesses count with those at the door. */
export async function provePresence(
  house: House,
  actor: Actor,
  password: string,
  from: string,
): Promise<Outcome<Presence>> {
  const known = await knowByPassword(house, actor.login, password, from);
  if (known.ok) return ok({ accountId: actor.accountId } as Presence);
  return known.refusal.code === "access.wrong-password" ? refuse("access.not-confirmed") : known;
}

/** An id as the database writes it. */
export const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

async function complete(house: House, target: Scope): Promise<Scope | null> {
  for (const id of [target.skillId, target.delegationId, target.competitionId]) {
    if (id != null && !uuid.test(id)) return null;
  }
  const { prisma } = house.database;
  if (target.skillId) {
    const skill = await prisma.skill.findUnique({
      where: { id: target.skillId },
      select: { competition: true },
    });
    return skill && { ...target, competitionId: skill.competition.id, county: skill.competition.county };
  }
  if (target.delegationId) {
    const unit = await prisma.delegation.findUnique({
      where: { id: target.delegationId },
      select: { competition: true },
    });
    return unit && { ...target, competitionId: unit.competition.id, county: unit.competition.county };
  }
  if (!target.competitionId) return target;
  const competition = await prisma.competition.findUnique({ where: { id: target.competitionId } });
  return competition && { ...target, county: competition.county };
}
