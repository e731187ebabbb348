// Aspect rows of a CIS table, and the four level rows under a judgement (domain 3.2, 3.3).
import { addressOf, foldLetters, readMark, textOf } from "./cis-cell.ts";
import { cellAt, lettersAt, maximumAt } from "./cis-marks.ts";
import { type AspectDraft, has, type Place, textAt } from "./cis-row.ts";
import { saysLevels } from "./table-levels.ts";

/** Reads an aspect row (M or J) into the sub-criterion above it. */
export function readAspect(place: Place): void {
  const { columns, row, found } = place;
  const match = lettersAt(place, row, columns.type, /^(?:(M|MEAS.*|测量)|(J|JUDG.*|评价))$/);
  const text = textOf(cellAt(place, row, columns.type));
  const levels = !match && saysLevels(text);
  if (levels) found.warn(addressOf(row, columns.type), "rule-as-levels", { text });
  else if (!match) found.error(addressOf(row, columns.type), "type-unreadable", { text });
  const isJudged = levels || match?.[2] !== undefined;
  addAspect(place, isJudged ? "judgement" : "measurement");
  if (isJudged && has(place, "score")) readLevel(place);
}

/** Adds the row as an aspect of a kind; an aspect with an unreadable maximum keeps its place at "0.00". */
export function addAspect(place: Place, kind: AspectDraft["kind"]): void {
  const { columns, row, found, sub } = place;
  const hasOwnLevel = kind === "judgement" && has(place, "score");
  const extra = hasOwnLevel ? "" : textAt(place, "extra");
  const draft: AspectDraft = {
    kind,
    description: textAt(place, "description"),
    requirement: [extra, textAt(place, "requirement")].filter(Boolean).join("\n"),
    max: maximumAt(place, row, columns.max),
    wsos: foldLetters(textAt(place, "wsos")).text,
    wsosCell: addressOf(row, columns.wsos ?? columns.max),
    typeCell: addressOf(row, columns.type),
    row: row + 1,
    levels: [undefined, undefined, undefined, undefined],
  };
  if (draft.description === "") found.warn(addressOf(row, columns.description), "description-empty");
  if (sub) sub.aspects.push(draft);
  else found.error(draft.typeCell, "aspect-without-subcriterion");
}

/** Reads a level row 0–3 into the judgement above it. */
export function readLevel(place: Place): void {
  const { columns, row, found } = place;
  const at = addressOf(row, columns.score!);
  const aspect = place.sub?.aspects.at(-1);
  const mark = readMark(cellAt(place, row, columns.score));
  const level = mark.kind === "mark" ? Number(mark.value.toString()) : Number.NaN;
  if (![0, 1, 2, 3].includes(level)) {
    found.warn(at, "level-unreadable", { text: textOf(cellAt(place, row, columns.score)) });
  } else if (aspect?.kind !== "judgement") found.warn(at, "level-stray");
  else if (aspect.levels[level] !== undefined) found.warn(at, "level-repeated", { level });
  else aspect.levels[level] = textAt(place, "extra") || textAt(place, "description");
}
