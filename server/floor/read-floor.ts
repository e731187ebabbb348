// Reading the floor: for its judge names and records, for the chief judge three figures and nobody's name, after decoding the whole report.
import { scoresIn } from "#domain/access/roles.ts";
import { countPresent, isWanted, readWanted } from "#domain/floor/entrants.ts";
import {
  countRecords,
  type FloorCounts,
  floorIsOpen,
  mayReadReport,
  type RecordKind,
} from "#domain/floor/record.ts";
import { type Outcome, ok, refuse } from "#domain/outcome.ts";
import type { Actor } from "../access/actor.ts";
import { authorize, type Permit } from "../access/proofs.ts";
import type { House } from "../house.ts";
import {
  type Entrant,
  type FloorSkill,
  loadEntrants,
  loadFloorSkill,
  loadLockedScheme,
  loadPenaltyLevels,
  loadRecords,
} from "./load-floor.ts";

export type ShownEntrant = Omit<Entrant, "personId">;

/** The floor of one skill for its judge: entrants, records, the locked scheme and the levels to propose penalties in, and what is open. */
export async function readFloor(house: House, permit: Permit<"floor.record">) {
  const skillId = permit.scope.skillId!;
  const skill = await loadFloorSkill(house.database, skillId);
  const entrants = (await loadEntrants(house.database, skillId)).map(shown);
  return {
    skill,
    entrants,
    ...countPresent(entrants),
    records: await loadRecords(house.database, skillId),
    scheme: await loadLockedScheme(house.database, skillId),
    levels: await loadPenaltyLevels(house.database, skillId),
    open: { records: floorIsOpen("incident", skill).ok, violations: floorIsOpen("violation", skill).ok },
  };
}

const shown = ({ personId: _, ...entrant }: Entrant): ShownEntrant => entrant;

/** Entrants by part of a name, part of a competition number, or one resident ID through its keyed index; refuses an ID that is none. */
export async function findEntrants(
  house: House,
  permit: Permit<"floor.record">,
  typed: string,
): Promise<Outcome<readonly ShownEntrant[]>> {
  const wanted = readWanted(typed);
  if (!wanted.ok) return wanted;
  const entrants = await loadEntrants(house.database, permit.scope.skillId!);
  if (wanted.value.by !== "resident-id")
    return ok(entrants.filter((one) => isWanted(wanted.value, one)).map(shown));
  const [person] = await house.database.query<{ id: string }>("SELECT id FROM person WHERE id_index = $1", [
    house.vault.index(wanted.value.id),
  ]);
  return ok(entrants.filter((one) => one.personId === person?.id).map(shown));
}

/** The skills on whose floor somebody judges, open ones first; refused for somebody who judges on none. */
export async function listFloors(
  house: House,
  actor: Actor | null,
): Promise<Outcome<readonly (FloorSkill & { present: number; expected: number; open: boolean })[]>> {
  if (!actor || actor.mustChange) return refuse("access.sign-in-first");
  const ids = [
    ...new Set(
      actor.grants.flatMap(({ role, skillId }) => (role === "floor-judge" && skillId ? [skillId] : [])),
    ),
  ];
  if (ids.length === 0) return refuse("access.not-allowed");
  const floors = await Promise.all(
    ids.map(async (skillId) => {
      if (!(await authorize(house, actor, "floor.record", { skillId })).ok) return null;
      const skill = await loadFloorSkill(house.database, skillId);
      const counts = countPresent(await loadEntrants(house.database, skillId));
      return { ...skill, ...counts, open: floorIsOpen("violation", skill).ok };
    }),
  );
  return ok(
    floors
      .filter((one) => one !== null)
      .sort((a, b) => Number(b.open) - Number(a.open) || a.number - b.number),
  );
}

/** How many and how long, for the chief judge, who learns neither names nor stations before decoding. */
export async function floorCounts(house: House, permit: Permit<"marking.oversee">): Promise<FloorCounts> {
  const rows = await house.database.query<{ kind: RecordKind; minutes: number | null; withdrawn: boolean }>(
    `SELECT f.kind, f.minutes, w.record_id IS NOT NULL AS withdrawn
     FROM floor_record f LEFT JOIN floor_withdrawal w ON w.record_id = f.id WHERE f.skill_id = $1`,
    [permit.scope.skillId!],
  );
  return countRecords(rows);
}

/** Everything the floor recorded, oldest first, for paper; whoever scores the skill reads it after decoding only. */
export async function readFloorReport(house: House, permit: Permit<"floor.read">) {
  const skillId = permit.scope.skillId!;
  const skill = await loadFloorSkill(house.database, skillId);
  const allowed = mayReadReport(skill.stage, scoresIn(permit.actor.grants, permit.scope));
  if (!allowed.ok) return allowed;
  const entrants = (await loadEntrants(house.database, skillId)).map(shown);
  const records = (await loadRecords(house.database, skillId)).reverse();
  return ok({ skill, entrants, records, ...countPresent(entrants) });
}
