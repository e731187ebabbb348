// Puts the lists and the table of a CIS sheet together into one tree, in the sheet's own order.
import { type Decimal, exact, formatExact, sum } from "../exact.ts";
import type { Aspect, Criterion, Scheme, SubCriterion } from "./aspect.ts";
import type { Findings } from "./cis-findings.ts";
import type { Front, FrontCriterion } from "./cis-front.ts";
import type { AspectDraft, SubDraft, Table } from "./cis-row.ts";
import { aspectIdAt, schemeLimits } from "./scheme.ts";

/** The scheme, its ids given by place; null, an error told, when the table holds no aspect. */
export function schemeFrom(front: Front, table: Table, found: Findings): Scheme | null {
  if (table.subcriteria.every(({ aspects }) => aspects.length === 0)) {
    if (found.errors.length === 0) found.error(table.anchor ?? "A1", "scheme-without-aspects");
    return null;
  }
  const listed = new Set(front.criteria.map(({ id }) => id));
  const letters = new Set(table.subcriteria.map(({ id }) => id[0]!));
  const others = [...letters].filter((letter) => !listed.has(letter));
  const criteria = [...front.criteria, ...others.map((letter) => undeclared(letter, table, found))].map(
    (one) => criterionFrom(one, table, found),
  );
  const sections = front.sections.map(({ id, name, marks }) => ({ id, name, marks }));
  const scheme = { total: declaredTotal(front, table), criteria };
  return sections.length > 0 ? { ...scheme, sections } : scheme;
}

function declaredTotal(front: Front, table: Table): Decimal {
  const marks = front.criteria.map(({ max }) => exact(max));
  const isWhole = marks.length > 0 && marks.every((mark) => !mark.equals(0));
  if (isWhole) return formatExact(sum(marks));
  return table.competition?.value ? formatExact(table.competition.value) : "100.00";
}

/** A criterion that only the table knows: its mark is the total its header shows, else what it holds. */
function undeclared(letter: string, table: Table, found: Findings): FrontCriterion {
  const subs = table.subcriteria.filter(({ id }) => id.startsWith(letter));
  const held = sum(subs.flatMap(({ aspects }) => aspects.map(({ max }) => exact(max))));
  const max = formatExact(table.criterionTotals.get(letter)?.value ?? held);
  const cell = subs[0]!.cell;
  found.warn(cell, "criterion-undeclared", { id: letter, max });
  return { id: letter, name: letter, max, cell };
}

function criterionFrom({ id, name, max, cell }: FrontCriterion, table: Table, found: Findings): Criterion {
  const drafts = table.subcriteria.filter((sub) => sub.id.startsWith(id));
  if (drafts.length === 0) found.warn(cell, "criterion-empty", { id });
  if (drafts.length > schemeLimits.subcriteria) {
    found.error(drafts[schemeLimits.subcriteria]!.cell, "too-many-subcriteria", {
      id,
      limit: schemeLimits.subcriteria,
    });
  }
  return { id, name, max, subcriteria: drafts.map((draft) => subcriterionFrom(draft, found)) };
}

function subcriterionFrom({ id, name, day, aspects, cell }: SubDraft, found: Findings): SubCriterion {
  if (aspects.length === 0) found.warn(cell, "subcriterion-empty", { id });
  const beyond = aspects[schemeLimits.aspects];
  if (beyond) found.error(beyond.typeCell, "too-many-aspects", { id, limit: schemeLimits.aspects });
  return { id, name, day, aspects: aspects.map((draft, at) => aspectFrom(draft, aspectIdAt(id, at), found)) };
}

function aspectFrom(draft: AspectDraft, id: string, found: Findings): Aspect {
  const { description, requirement, max, wsos, row, levels, typeCell } = draft;
  const head = {
    id,
    description,
    max,
    ...(requirement && { requirement }),
    ...(wsos && { wsos }),
    row,
  };
  if (draft.kind === "measurement") return { ...head, kind: "measurement" };
  const missing = [0, 1, 2, 3].filter((level) => !levels[level]);
  if (missing.length > 0) found.warn(typeCell, "levels-missing", { levels: missing.join("、") });
  const [none = "", some = "", good = "", excellent = ""] = levels;
  return { ...head, kind: "judgement", levels: [none, some, good, excellent] };
}
