// Criteria or sub-criteria of a part: boxes to tick once a scheme stands, letters to type while there is none.
import { CheckGroup, TextField } from "#app/kit/index.ts";
import { separated } from "#app/manage/form-fields.ts";
import type { FieldOf } from "#app/manage/standing-fields.ts";
import { say } from "#words/language.ts";

export function PartsField(props: {
  name: string;
  stands: readonly string[];
  field: FieldOf;
  label: string;
  hint: string;
  maxLength: number;
  /** Empty: nothing can be offered yet. */
  offered: readonly { readonly id: string; readonly name: string }[];
  /** Of an id that stands in the rules and not in the scheme. */
  unknown: string;
}) {
  const { name, stands, label, hint, offered } = props;
  const field = props.field(name, stands.join(","));
  if (offered.length === 0)
    return <TextField {...field} label={label} hint={hint} maxLength={props.maxLength} />;
  const ticked = separated(field.defaultValue ?? "");
  const strange = ticked.filter((id) => offered.every((one) => one.id !== id));
  return (
    <div className="parts">
      {/* With every box empty the form still says so. */}
      <input type="hidden" name={name} value="" />
      <CheckGroup
        name={name}
        error={field.error}
        legend={label}
        defaultValues={ticked}
        options={[
          ...offered.map((one) => ({ value: one.id, label: `${one.id} ${one.name}` })),
          ...strange.map((id) => ({ value: id, label: say(props.unknown, { id }) })),
        ]}
      />
    </div>
  );
}
