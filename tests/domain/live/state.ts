// One skill as the server holds it, in the middle of marking: the tests of the views change one thing of it.
import fc from "fast-check";
import type { SkillState } from "#domain/live/views.ts";
import { byContestant, type Cell } from "#domain/marking/mark.ts";
import { noRulings } from "#domain/results/standings.ts";
import { soundScheme } from "../schemes/examples.ts";
import { cell, contestant, levelCells, type Marks, rules } from "../skills.ts";

export const full: Marks = { "A1.1": "30.00", "A1.2": "10.00", "A2.1": [3, 3, 3], "B1.1": "40.00" };
export type Change = Partial<Omit<SkillState, "cells">> & { readonly cells?: readonly Cell[] };
export const state = ({ cells = [], ...change }: Change = {}): SkillState => ({
  skillId: "skill-17",
  stage: "scoring",
  openBoard: false,
  scheme: soundScheme(),
  rules,
  contestants: [contestant(1), contestant(2), contestant(3)],
  cells: byContestant(cells),
  confirmed: new Set(),
  locked: new Set(),
  reopened: new Set(),
  differing: new Map(),
  vacant: new Map(),
  rulings: noRulings,
  sealedPenalties: [],
  day: { due: new Map(), messages: [], devices: new Map() },
  ...change,
});

const level = fc.option(fc.integer({ min: 0, max: 3 }));
const anyRounds = fc.array(fc.tuple(level, level, level), { maxLength: 3 });
/** Random cells of every kind for three contestants: A2.1 is the judgement, with up to three rounds each. */
export const anyCells: fc.Arbitrary<Cell[]> = fc
  .tuple(
    ...[1, 2, 3].map((place) =>
      fc.tuple(
        fc.constant(`contestant-${place}`),
        anyRounds,
        fc.option(fc.constantFrom("0", "9.5")),
        fc.option(fc.constantFrom("0", "40.00")),
      ),
    ),
  )
  .map((people) =>
    people.flatMap(([id, rounds, value, measured]) => [
      ...rounds.flatMap((levels, at) => levelCells(id, "A2.1", levels, at + 1)),
      ...(value === null ? [] : [cell(id, "A1.2", value)]),
      ...(measured === null ? [] : [cell(id, "B1.1", measured)]),
    ]),
  );
