// What the open seal adds to a signed result: the floor's penalties by competition number, which then meet their codes.
import { hasReached, isCorrectable } from "#domain/competitions/skill.ts";
import type { SkillState } from "#domain/live/views.ts";
import { sharedRanks } from "#domain/results/ranking.ts";
import { type Rulings, type Standing, standings } from "#domain/results/standings.ts";
import type { Sql } from "../database/connection.ts";
import { loadPenalties, openedRulings } from "./load-rulings.ts";
import { loadSkillState } from "./load-skill.ts";

/** The rulings with those penalties; null before decoding, and where the seal hid none. */
async function rulingsSince(sql: Sql, state: SkillState): Promise<Rulings | null> {
  if (!hasReached(state.stage, "decoded") || state.sealedPenalties.length === 0) return null;
  return openedRulings(sql, state.skillId, state.rulings);
}

const placesUnder = ({ scheme, rules, contestants, cells }: SkillState, rulings: Rulings): Standing[] =>
  standings(scheme, rules, contestants, cells, rulings);

/** The standings with those penalties; null where the signed ones stand as they are. */
export async function standingsSince(sql: Sql, state: SkillState): Promise<Standing[] | null> {
  const rulings = await rulingsSince(sql, state);
  return rulings && placesUnder(state, rulings);
}

/** The same of a skill that is not loaded: whether any penalty came by number is asked first. */
export async function penalizedSince(sql: Sql, skillId: string): Promise<Standing[] | null> {
  const isByNumber = (await loadPenalties(sql, skillId)).some((row) => row.number !== null);
  return isByNumber ? standingsSince(sql, (await loadSkillState(sql, skillId))!) : null;
}

/** The codes that share a rank through those penalties where the skill shares none: the committee's order is missing. */
export async function tiedSince(sql: Sql, state: SkillState): Promise<string[]> {
  const rows = state.rules.noSharedRanks ? await standingsSince(sql, state) : null;
  return sharedRanks(rows ?? [])
    .flat()
    .map((row) => row.code);
}

/** The codes that come through to a later stage by those penalties alone, without a mark there: nothing can be published. */
export async function unmarkedSince(sql: Sql, state: SkillState): Promise<string[]> {
  const rows = state.rules.contestStages?.length ? await standingsSince(sql, state) : null;
  return (rows ?? []).filter((row) => row.status === "incomplete").map((row) => row.code);
}

export type TiesNow = {
  readonly rulings: Rulings;
  /** Everybody who shares a rank before the committee's orders. */
  readonly groups: readonly (readonly Standing[])[];
};

/**
 * The ties that the committee may decide now: until the signatures all of them; once decoded, before anything is announced,
 * those that only the floor's penalties opened, because what was signed is not decided again. Null at any other time.
 */
export async function tiesToDecide(sql: Sql, state: SkillState): Promise<TiesNow | null> {
  const tiesUnder = (rulings: Rulings) => sharedRanks(placesUnder(state, { ...rulings, orders: [] }));
  if (isCorrectable(state.stage)) return { rulings: state.rulings, groups: tiesUnder(state.rulings) };
  if (state.stage !== "decoded" || !state.rules.noSharedRanks) return null;
  const opened = await rulingsSince(sql, state);
  if (!opened) return null;
  const signed = tiesUnder(state.rulings);
  const isSigned = (group: readonly Standing[]): boolean => signed.some((one) => isSameGroup(one, group));
  return { rulings: opened, groups: tiesUnder(opened).filter((group) => !isSigned(group)) };
}

/** Whether these are the same people, in any order and each once. */
export const isSameGroup = (
  group: readonly { readonly contestantId: string }[],
  others: readonly { readonly contestantId: string }[],
): boolean => {
  const ids = new Set(group.map((row) => row.contestantId));
  const named = new Set(others.map((row) => row.contestantId));
  return named.size === others.length && named.size === ids.size && [...named].every((id) => ids.has(id));
};
