// What the parts of the rules form are handed: the skill's rules, the words, and how a field gets its value and its error.
import type { Words } from "#app/context.ts";
import type { BoxOf, FieldOf } from "#app/manage/standing-fields.ts";
import type { SkillRules } from "#domain/competitions/rules.ts";

export type RulesProps = {
  readonly rules: SkillRules;
  readonly words: Words["manage"];
  readonly field: FieldOf;
  readonly box: BoxOf;
};

/** The numbers of the rows that are offered: so many, or as many as the skill has. */
export const rowsFor = (list: readonly unknown[] | undefined, least: number): number[] =>
  Array.from({ length: Math.max(least, list?.length ?? 0) }, (_, at) => at + 1);

/** Whether any of the rows has anything in it: then they stand open, so that nothing typed or refused is out of sight. */
export const isAnyFilled = (
  rows: readonly number[],
  parts: readonly string[],
  list: readonly unknown[] | undefined,
  field: FieldOf,
): boolean =>
  (list?.length ?? 0) > 0 ||
  rows.some((row) => parts.some((part) => (field(`${part}${row}`, "").defaultValue ?? "") !== ""));
