// What the parts of the rules form are handed: the skill's rules, the words, and how a field gets its value and its error.
import type { Words } from "#app/context.ts";
import type { FormProblem } from "#app/form-answer.ts";
import type { SkillRules } from "#domain/competitions/rules.ts";

export type FieldOf = (
  name: string,
  stands: string,
) => { name: string; defaultValue: string | undefined; error: string | undefined };
export type BoxOf = (name: string, stands: boolean) => { name: string; defaultChecked: boolean };

export type RulesProps = {
  readonly rules: SkillRules;
  readonly words: Words["manage"];
  readonly field: FieldOf;
  readonly box: BoxOf;
};

/** A refused form keeps what was typed; a field it did not hold shows what stands. */
export function fieldsOf(refused: FormProblem | undefined): { field: FieldOf; box: BoxOf } {
  return {
    field: (name, stands) => ({
      name,
      defaultValue: refused ? (refused.values[name] ?? stands) : stands,
      error: refused?.fields[name],
    }),
    box: (name, stands) => ({
      name,
      defaultChecked: refused ? refused.values[name] !== undefined : stands,
    }),
  };
}

/** Rows of components offered: four, or as many as the skill has. */
export const rowCount = ({ components }: SkillRules): number => Math.max(4, components?.length ?? 0);
