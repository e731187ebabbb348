// What the parts of the rules form are handed: the skill's rules, the words, how a field gets its value and its error, and the
// criteria of the scheme where one stands.
import { type FormEvent, useState } from "react";
import type { Words } from "#app/context.ts";
import type { BoxOf, FieldOf } from "#app/manage/standing-fields.ts";
import type { SkillRules } from "#domain/competitions/rules.ts";
import type { Outline } from "./outline.ts";

export type RulesProps = {
  readonly rules: SkillRules;
  readonly words: Words["manage"];
  readonly field: FieldOf;
  readonly box: BoxOf;
  /** Empty while no criterion was typed. */
  readonly outline: Outline;
};

/**
 * The numbers of the rows that are offered: those with anything in them and an empty one, up to `most`. Alive, another empty one
 * comes with the first thing that is typed or ticked in the last (`onInput` of what holds the rows).
 */
export function useRows(
  parts: readonly string[],
  list: readonly unknown[] | undefined,
  field: FieldOf,
  most = 26,
) {
  const isFilled = (row: number): boolean =>
    parts.some((part) => (field(`${part}${row}`, "").defaultValue ?? "") !== "");
  const all = Array.from({ length: most }, (_, at) => at + 1);
  const filled = Math.max(list?.length ?? 0, ...all.filter(isFilled));
  const [more, setMore] = useState(0);
  const count = Math.min(most, Math.max(filled + 1, more));
  const onInput = (event: FormEvent) => {
    const { name, value } = event.target as HTMLInputElement;
    if (value !== "" && parts.some((part) => name === `${part}${count}`)) setMore(count + 1);
  };
  return {
    rows: all.slice(0, count),
    /** Rows with anything in them stand open, so that nothing typed or refused is out of sight. */
    isAnyFilled: filled > 0,
    onInput,
  };
}

/** The id that a row keeps while its name changes: what was posted, else what stands. */
export function standingId(field: FieldOf, name: string, part: { readonly id: string } | undefined) {
  return { name, defaultValue: field(name, part?.id ?? "").defaultValue };
}
