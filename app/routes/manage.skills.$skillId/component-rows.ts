// The rows of the components (成绩构成) as the organizer's form posts them; a row left empty is none.
import type { z } from "zod";
import type { Words } from "#app/context.ts";
import { separated } from "#app/manage/form-fields.ts";
import { percentOf, shareOf } from "#app/manage/percent.ts";
import type { SkillRules } from "#domain/competitions/rules.ts";
import { compare, exact, formatExact, parseExact, sum } from "#domain/exact.ts";
import { say } from "#words/language.ts";

type Component = NonNullable<SkillRules["components"]>[number];
export type Posted = Readonly<Record<string, unknown>>;
type Told = (path: string, message: string) => void;

const textOf = (posted: Posted, name: string): string => String(posted[name] ?? "").trim();
const tell =
  (context: z.core.$RefinementCtx): Told =>
  (path, message) =>
    context.addIssue({ code: "custom", path: [path], message });

/** The components in the order of the rows; what is wrong is told at its field. */
export function readComponents(
  posted: Posted,
  context: z.core.$RefinementCtx,
  words: Words["manage"]["scoringRules"]["components"],
): Component[] {
  const told = tell(context);
  const components: Component[] = [];
  for (let row = 1; row <= 26 && `componentName${row}` in posted; row += 1) {
    const parts = ["Name", "Weight", "Criteria"].map((part) => textOf(posted, `component${part}${row}`));
    const [name, weight, letters] = parts as [string, string, string];
    if (parts.every((part) => part === "") && textOf(posted, `componentPassLine${row}`) === "") continue;
    const share = shareOf(weight);
    const criteria = lettersOf(letters);
    const passLine = textOf(posted, `componentPassLine${row}`);
    if (name === "" || name.length > 40) told(`componentName${row}`, words.nameLong);
    if (components.some((one) => one.name === name)) told(`componentName${row}`, words.nameTwice);
    if (share === null) told(`componentWeight${row}`, words.weightWrong);
    if (criteria === null) told(`componentCriteria${row}`, words.criteriaWrong);
    if (!isPassLine(passLine)) told(`componentPassLine${row}`, words.passLineWrong);
    const id = idOf(textOf(posted, `componentId${row}`), components, row);
    components.push({
      id,
      name,
      weight: share ?? "0",
      criteria: criteria ?? [],
      ...(passLine !== "" && { passLine }),
    });
  }
  const weights = sum(components.map(({ weight }) => exact(weight)));
  const weighed = components.length > 0 && components.every(({ weight }) => weight !== "0");
  if (weighed && !weights.equals(1)) {
    told("componentWeight1", say(words.weightsWrong, { sum: percentOf(formatExact(weights, 0)) }));
  }
  return components;
}

/** "ab", "A, B" and "A、B" are the same letters. */
function lettersOf(typed: string): string[] | null {
  const pieces = separated(typed.toUpperCase()).flatMap((piece) =>
    /^[A-Z ]+$/.test(piece) ? piece.replaceAll(" ", "").split("") : [piece],
  );
  return pieces.length > 0 && pieces.every((piece) => /^[A-Z]$/.test(piece)) ? [...new Set(pieces)] : null;
}

function isPassLine(text: string): boolean {
  if (text === "") return true;
  const value = /^\d{1,3}(\.\d{1,2})?$/.test(text) ? parseExact(text) : null;
  return value !== null && compare(value, exact(100)) <= 0;
}

/** A component keeps its id while its name changes; a new one is called by its row. */
function idOf(posted: string, before: readonly Component[], row: number): string {
  const isFree = (id: string): boolean => before.every((one) => one.id !== id);
  if (/^[a-z][a-z0-9-]{0,19}$/.test(posted) && isFree(posted)) return posted;
  const offered = `part-${row}`;
  return isFree(offered) ? offered : `part-${row + 26}`;
}
