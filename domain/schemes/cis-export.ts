// A marking scheme as the rows of a CIS sheet: what `readCisRows` reads back as the same scheme.
import type { Decimal } from "../exact.ts";
import { type Outcome, ok, refuse } from "../outcome.ts";
import type { Aspect, Scheme, SubCriterion } from "./aspect.ts";
import type { CisCell, CisGrid } from "./cis-cell.ts";
import { aspectsOf } from "./scheme.ts";

const columns = [
  "Sub Criterion ID",
  "Sub Criterion Name",
  "Day of Marking",
  "Aspect Type M = Meas J = Judg",
  "Aspect - Description",
  "Judg Score",
  "Extra Aspect Description",
  "Requirement",
  "WSOS Section",
  "Max Mark",
] as const;

/**
 * The rows of the sheet: sections, criteria, then a table per criterion. Refuses `scheme.not-cis` where an aspect is of a
 * kind that CIS does not have (it knows full-or-nothing measurement and judgement alone).
 */
export function cisRows(scheme: Scheme): Outcome<CisGrid> {
  const foreign = aspectsOf(scheme).find((aspect) => !isCis(aspect));
  if (foreign) return refuse("scheme.not-cis", { aspect: foreign.id });
  const sections = scheme.sections ?? [];
  return ok([
    ...(sections.length > 0 ? [["Section", "", "WSOS Marks"]] : []),
    ...sections.map(({ id, name, marks }) => [id, name, numberOf(marks)]),
    ...(sections.length > 0 ? [[]] : []),
    ["ID", "Criterion", "Marks"],
    ...scheme.criteria.map(({ id, name, max }) => [id, name, numberOf(max)]),
    [],
    ...scheme.criteria.flatMap(({ id, max, subcriteria }) => [
      [...columns, `Criterion ${id}`, numberOf(max)],
      ...subcriteria.flatMap(subcriterionRows),
    ]),
    [...Array<CisCell>(columns.length).fill(null), "Competition", numberOf(scheme.total)],
  ]);
}

/** Whether CIS has every kind of aspect of this scheme, and there is one at all. */
export const isCisScheme = (scheme: Scheme): boolean =>
  aspectsOf(scheme).length > 0 && aspectsOf(scheme).every(isCis);

const isCis = (aspect: Aspect): boolean =>
  aspect.kind === "judgement" || (aspect.kind === "measurement" && !aspect.how);

const subcriterionRows = ({ id, name, day, aspects }: SubCriterion): CisCell[][] => [
  [id, name, day],
  ...aspects.flatMap(aspectRows),
];

function aspectRows(aspect: Aspect): CisCell[][] {
  const { description, requirement, wsos, max } = aspect;
  const type = aspect.kind === "judgement" ? "J" : "M";
  const row = [
    null,
    null,
    null,
    type,
    description,
    null,
    null,
    requirement ?? null,
    wsos ?? null,
    numberOf(max),
  ];
  const levels = aspect.kind === "judgement" ? aspect.levels : [];
  return [row, ...levels.map((text, level) => [null, null, null, null, null, level, text])];
}

/** A workbook holds numbers: the shortest one that is written as this decimal, which reads back as the same decimal. */
const numberOf = (mark: Decimal): number => Number(mark);
