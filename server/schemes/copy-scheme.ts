// A scheme to start from: a template, or the locked scheme of another skill that the editor may see.
import { may } from "#domain/access/permissions.ts";
import { type Outcome, refuse } from "#domain/outcome.ts";
import type { Scheme } from "#domain/schemes/aspect.ts";
import { readScheme } from "#domain/schemes/scheme-form.ts";
import { templateCalled, templates } from "#domain/schemes/templates.ts";
import type { Permit } from "../access/proofs.ts";
import type { House } from "../house.ts";
import { replaceScheme } from "./edit-scheme.ts";

export type SchemeSource = { readonly id: string; readonly name: string };
type SourceRow = {
  readonly id: string;
  readonly number: number;
  readonly name: string;
  readonly competition_id: string;
  readonly competition: string;
  readonly year: number;
  readonly county: string | null;
  readonly published: boolean;
};

/** Templates, and the newest locked schemes of other skills: published ones, and those this person may edit anyway. */
export async function listSchemeSources(
  house: House,
  permit: Permit<"schemes.edit">,
): Promise<{
  readonly templates: readonly SchemeSource[];
  readonly skills: readonly (SourceRow & SchemeSource)[];
}> {
  const rows = await house.database.query<SourceRow>(
    `SELECT s.id, s.number, s.name, c.id AS competition_id, c.name AS competition, c.year, c.county, s.stage = 'published' AS published
     FROM skill s JOIN competition c ON c.id = s.competition_id
     WHERE s.scheme_id IS NOT NULL AND s.id <> $1 ORDER BY c.year DESC, c.created_at DESC, s.number LIMIT 500`,
    [permit.scope.skillId!],
  );
  const { grants } = permit.actor;
  return {
    templates: templates.map(({ id, name }) => ({ id, name })),
    skills: rows.filter(
      ({ id, competition_id, county, published }) =>
        published ||
        may(grants, "schemes.edit", {
          skillId: id,
          competitionId: competition_id,
          ...(county && { county }),
        }),
    ),
  };
}

/** Makes the draft a copy of `from`, a template's or a skill's id. Refuses `input.not-found` where it is not among the sources. */
export async function copyScheme(
  house: House,
  permit: Permit<"schemes.edit">,
  from: string,
): Promise<Outcome<Scheme>> {
  const scheme = templateCalled(from)?.scheme ?? (await schemeOf(house, permit, from));
  return scheme ? replaceScheme(house, permit, () => readScheme(scheme)) : refuse("input.not-found");
}

async function schemeOf(
  house: House,
  permit: Permit<"schemes.edit">,
  skillId: string,
): Promise<Scheme | null> {
  const { skills } = await listSchemeSources(house, permit);
  if (!skills.some(({ id }) => id === skillId)) return null;
  const [row] = await house.database.query<{ content: Scheme }>(
    "SELECT v.content FROM skill s JOIN scheme_version v ON v.id = s.scheme_id WHERE s.id = $1",
    [skillId],
  );
  return row?.content ?? null;
}
