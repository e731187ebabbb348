// How a field of a form over something that stands gets its value and its error.
import type { FormProblem } from "#app/form-answer.ts";

export type FieldOf = (
  name: string,
  stands: string,
) => { name: string; defaultValue: string | undefined; error: string | undefined };
export type BoxOf = (name: string, stands: boolean) => { name: string; defaultChecked: boolean };

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
