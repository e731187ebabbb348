// What the chief judge decides besides marks, on one page: penalties by code, ties that wait for the committee, missing marks.
import { isCorrectable } from "#domain/competitions/skill.ts";
import { type PenaltyProposal, penaltyLevelsOf, readPenalty } from "#domain/floor/penalty.ts";
import type { SkillState } from "#domain/live/views.ts";
import { seatsOfAspect } from "#domain/marking/seats.ts";
import { type Outcome, ok, refuse } from "#domain/outcome.ts";
import { sharedRanks } from "#domain/results/ranking.ts";
import { type Standing, standings } from "#domain/results/standings.ts";
import type { Penalty } from "#domain/results/totals.ts";
import { aspectsOf } from "#domain/schemes/scheme.ts";
import type { Permit } from "../access/proofs.ts";
import type { House } from "../house.ts";
import { loadSkillState } from "./load-skill.ts";
import { type TiesNow, tiesToDecide } from "./opened.ts";
import { readPenalties, standsAlready } from "./penalties.ts";

export type TiedGroup = {
  readonly rank: number;
  readonly tied: readonly { readonly id: string; readonly code: string }[];
  /** The committee's order, the first first, while it counts. */
  readonly order: readonly string[] | null;
};

/** The rulings of a skill by code, and what may still be ruled. */
export async function readRulings(house: House, permit: Permit<"marking.oversee">) {
  const state = (await loadSkillState(house.database, permit.scope.skillId!))!;
  const { scheme, rules, contestants, stage } = state;
  const codeOf = new Map(contestants.map((one) => [one.id, one.code]));
  const { byCode, withdrawn, sealed } = await readPenalties(house, permit);
  const ties = await tiesToDecide(house.database, state);
  return {
    stage,
    open: isCorrectable(stage),
    /** Also once decoded, for the ties that the floor's penalties opened. */
    tiesOpen: ties !== null && (isCorrectable(stage) || ties.groups.length > 0),
    scheme,
    modules: rules.modules ?? [],
    levels: penaltyLevelsOf(rules),
    noSharedRanks: rules.noSharedRanks === true,
    contestants: contestants.map(({ id, code }) => ({ id, code })),
    penalties: byCode.map(({ number: _, contestantId, ...row }) => ({
      ...row,
      code: codeOf.get(contestantId!)!,
    })),
    withdrawn: withdrawn.map(({ contestantId, ...row }) => ({ ...row, code: codeOf.get(contestantId)! })),
    sealed,
    ties: tiedGroups(state, ties ?? { rulings: state.rulings, groups: undecided(state) }),
    trimmed: aspectsOf(scheme)
      .filter((aspect) => aspect.kind === "trimmed")
      .map((aspect) => ({
        id: aspect.id,
        description: aspect.description,
        seats: seatsOfAspect(aspect, rules),
      })),
    missing: contestants.flatMap(({ id, code }) =>
      (state.cells.get(id) ?? [])
        .filter((cell) => cell.missing)
        .map(({ aspectId, seat }) => ({ contestantId: id, code, aspectId, seat })),
    ),
  };
}

const undecided = ({ scheme, rules, contestants, cells, rulings }: SkillState): Standing[][] =>
  sharedRanks(standings(scheme, rules, contestants, cells, { ...rulings, orders: [] }));

/** Every group that shares a rank, with the committee's order that counts for it. */
function tiedGroups(state: SkillState, { rulings, groups }: TiesNow): TiedGroup[] {
  const { scheme, rules, contestants, cells } = state;
  const settled = standings(scheme, rules, contestants, cells, rulings);
  const open = new Set(sharedRanks(settled).flatMap((rows) => rows.map((row) => row.contestantId)));
  return groups.map((rows) => {
    const ids = new Set(rows.map((row) => row.contestantId));
    const decided = rows.every((row) => !open.has(row.contestantId));
    return {
      rank: rows[0]!.rank!,
      tied: rows.map(({ contestantId, code }) => ({ id: contestantId, code })),
      order: decided ? settled.filter((row) => ids.has(row.contestantId)).map((row) => row.code) : null,
    };
  });
}

type Placed = Pick<Standing, "total" | "rank" | "status" | "agreed" | "of">;
export type PenaltyEffect = {
  readonly code: string;
  readonly penalty: PenaltyProposal;
  readonly before: Placed;
  readonly after: Placed;
};

/** What a penalty would leave of one work's total and rank, none while it is not complete; nothing is recorded. Refuses as setting it would. */
export async function previewPenalty(
  house: House,
  permit: Permit<"marking.oversee">,
  contestantId: string,
  proposed: unknown,
): Promise<Outcome<PenaltyEffect>> {
  const state = (await loadSkillState(house.database, permit.scope.skillId!))!;
  if (!isCorrectable(state.stage)) return refuse("results.step-not-open", { stage: state.stage });
  const read = readPenalty(proposed, state.scheme, state.rules.modules, "marking");
  if (!read.ok) return read;
  const same = await standsAlready(house.database, contestantId, read.value);
  if (same) return refuse("marking.penalty-same", same);
  const before = standingOf(state, contestantId, []);
  const after = standingOf(state, contestantId, [read.value]);
  return before && after
    ? ok({ code: before.code, penalty: read.value, before, after })
    : refuse("input.not-found");
}

function standingOf(state: SkillState, contestantId: string, more: readonly Penalty[]): Standing | undefined {
  const { scheme, rules, contestants, cells, rulings } = state;
  const own = [...(rulings.penalties.get(contestantId) ?? []), ...more];
  const penalties = new Map(rulings.penalties).set(contestantId, own);
  return standings(scheme, rules, contestants, cells, { ...rulings, penalties }).find(
    (row) => row.contestantId === contestantId,
  );
}
