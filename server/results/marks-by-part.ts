// The marks behind a published list, gathered by criterion or by section of the standards, for the organizer's exports.
import { competed } from "#domain/awards/candidate.ts";
import type { Exact } from "#domain/exact.ts";
import { cellsOf } from "#domain/marking/mark.ts";
import { type Outcome, ok, refuse } from "#domain/outcome.ts";
import { highestTotal } from "#domain/results/made-of.ts";
import { criterionParts, marksOfParts, type Part, sectionParts } from "#domain/results/parts.ts";
import { tally } from "#domain/results/totals.ts";
import type { Permit } from "../access/proofs.ts";
import type { Sql } from "../database/connection.ts";
import { inSnapshot } from "../database/transaction.ts";
import type { House } from "../house.ts";
import { openedRulings } from "../marking/load-rulings.ts";
import { loadSkillState } from "../marking/load-skill.ts";
import type { ResultLine } from "./public-result.ts";

export type MarksByPart = {
  readonly skill: { readonly number: number; readonly name: string };
  readonly parts: readonly Part[];
  /** The highest total there is without bonuses. */
  readonly max: Exact;
  /** The published list with exact marks in the order of the parts: null is unset, or not competed. */
  readonly lines: readonly (ResultLine & { readonly marks: readonly (Exact | null)[] })[];
};

/** Refused until the result is published. Marks stand before modules, weights and penalties off the total. */
export const readMarksByPart = (
  house: House,
  permit: Permit<"competitions.configure">,
  by: "criterion" | "section",
): Promise<Outcome<MarksByPart>> =>
  inSnapshot(house.database, async (sql) => {
    const skillId = permit.scope.skillId!;
    const [skill] = await sql.query<{ number: number; name: string; content: readonly ResultLine[] }>(
      `SELECT s.number, s.name, p.content FROM skill s JOIN result_snapshot p ON p.skill_id = s.id
       WHERE s.id = $1 AND s.stage = 'published' AND p.kind = 'published'`,
      [skillId],
    );
    if (!skill) return refuse("results.not-published");
    const { scheme, rules, cells, rulings } = (await loadSkillState(sql, skillId))!;
    const { penalties } = await openedRulings(sql, skillId, rulings);
    const parts = by === "criterion" ? criterionParts(scheme) : sectionParts(scheme);
    const contestants = await contestantsByNumber(sql, skillId);
    const marksOf = (line: ResultLine): readonly (Exact | null)[] => {
      if (competed([line]).length === 0) return parts.map(() => null);
      const id = contestants.get(line.number)!;
      return marksOfParts(parts, tally(scheme, cellsOf(cells, id), rules, penalties.get(id)));
    };
    const { number, name, content } = skill;
    return ok({
      skill: { number, name },
      parts,
      max: highestTotal(scheme, rules),
      lines: content.map((line) => ({ ...line, marks: marksOf(line) })),
    });
  });

async function contestantsByNumber(sql: Sql, skillId: string): Promise<ReadonlyMap<string, string>> {
  const rows = await sql.query<{ id: string; number: string }>(
    "SELECT c.id, r.number FROM contestant c JOIN registration r ON r.id = c.registration_id WHERE c.skill_id = $1",
    [skillId],
  );
  return new Map(rows.map(({ id, number }) => [number, id]));
}
