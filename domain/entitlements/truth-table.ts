// The whole input domain, cell by cell: small enough to test exhaustively and to print as a page an officer can read.
import type { LocalDate } from "../calendar.ts";
import { groundsFor } from "./grounds.ts";
import { type Award, competitionAward, honourAward } from "./person.ts";
import type { LoadedPack } from "./rules.ts";
import {
  competitions,
  type EntitlementCode,
  type EntitlementOutcome,
  entitlementCodes,
  grades,
  honours,
  roles,
  settledStates,
} from "./vocabulary.ts";

/** The 3,660 awards: 20 competitions × 6 grades × 6 states × 5 roles and 10 honours × 6 states. */
export function* everyAward(): Generator<Award> {
  for (const competition of competitions)
    for (const grade of grades)
      for (const state of settledStates)
        for (const role of roles) yield competitionAward({ competition, grade, state, role });
  for (const honour of honours) for (const state of settledStates) yield honourAward({ honour, state });
}

export type Cell = {
  readonly award: Award;
  readonly outcomes: Readonly<Record<EntitlementCode, EntitlementOutcome>>;
};

/** What each award by itself comes to under `pack` as of a day, undated and identity matched. */
export function truthTable(pack: LoadedPack, asOf: LocalDate): readonly Cell[] {
  return [...everyAward()].map((award) => {
    const outcome = (code: EntitlementCode): EntitlementOutcome =>
      groundsFor({ awards: [award] }, [[0]], code, asOf, pack)[0]?.outcome ?? "not";
    const outcomes = Object.fromEntries(entitlementCodes.map((code) => [code, outcome(code)]));
    return { award, outcomes: outcomes as Cell["outcomes"] };
  });
}
