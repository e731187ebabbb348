// Compares what a CIS sheet declares with what its aspects add up to, exactly; every difference is a warning,
// because a scheme may be imported unfinished and only locking needs the sums (domain 3.3).
import { exact, formatExact, sum } from "../exact.ts";
import type { Scheme } from "./aspect.ts";
import { type Findings, sumsStand } from "./cis-findings.ts";
import type { Front } from "./cis-front.ts";
import type { Table } from "./cis-row.ts";
import { aspectsOf, criterionTotal, schemeTotal } from "./scheme.ts";

/** Tells the differences of the total, of each criterion and of each section, at the cells that declare them; none where a mark is not read. */
export function tellDifferences(scheme: Scheme, front: Front, table: Table, found: Findings): void {
  if (sumsStand(found)) {
    tellTotal(scheme, table, found);
    tellCriteria(scheme, front, table, found);
    tellSections(scheme, front, found);
  }
  tellUnsectioned(front, table, found);
}

function tellTotal(scheme: Scheme, table: Table, found: Findings): void {
  const total = schemeTotal(scheme);
  const { competition } = table;
  const cell = competition?.cell ?? table.anchor ?? "A1";
  const words = { sum: formatExact(total), total: scheme.total };
  if (!total.equals(exact(scheme.total))) found.warn(cell, "total-differs", words);
  if (!exact(scheme.total).equals(100)) found.warn(cell, "total-not-100", words);
  const shown = competition?.value;
  if (shown && !shown.equals(total) && !shown.equals(exact(scheme.total))) {
    found.warn(cell, "total-cell-differs", { sum: words.sum, shown: formatExact(shown) });
  }
}

function tellCriteria(scheme: Scheme, front: Front, table: Table, found: Findings): void {
  for (const criterion of scheme.criteria) {
    const { id, max } = criterion;
    const total = criterionTotal(criterion);
    if (criterion.subcriteria.length === 0 || exact(max).equals(0) || total.equals(exact(max))) continue;
    const cell = front.criteria.find((one) => one.id === id)?.cell ?? table.criterionTotals.get(id)?.cell;
    found.warn(cell ?? "A1", "criterion-total-differs", { id, max, sum: formatExact(total) });
  }
}

function tellSections(scheme: Scheme, front: Front, found: Findings): void {
  const aspects = aspectsOf(scheme);
  for (const { id, marks, cell } of front.sections) {
    const held = sum(aspects.filter(({ wsos }) => wsos === id).map(({ max }) => exact(max)));
    if (!held.equals(exact(marks))) {
      found.warn(cell, "section-variation", { id, marks, sum: formatExact(held) });
    }
  }
}

function tellUnsectioned(front: Front, table: Table, found: Findings): void {
  if (front.sections.length === 0) return;
  const known = new Set(front.sections.map(({ id }) => id));
  for (const { wsos, wsosCell } of table.subcriteria.flatMap((sub) => sub.aspects)) {
    if (wsos === "") found.warn(wsosCell, "section-missing");
    else if (!known.has(wsos)) found.warn(wsosCell, "section-unknown", { id: wsos });
  }
}
