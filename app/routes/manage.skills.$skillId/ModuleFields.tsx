// Modules in the rules form: criteria worked in one session, gathered under a name.
import { Fieldset, TextField } from "#app/kit/index.ts";
import { say } from "#words/language.ts";
import { moduleParts } from "./module-rows.ts";
import { PartsField } from "./PartsField.tsx";
import { type RulesProps, standingId, useRows } from "./rules-fields.ts";

export function ModuleFields({ rules: { modules }, words, field, outline }: RulesProps) {
  const { rows: row, modules: said } = words.skillParts;
  const { rows, isAnyFilled, onInput } = useRows(moduleParts, modules, field);
  return (
    <details open={isAnyFilled} onInput={onInput}>
      <summary>{said.open}</summary>
      <p className="field-hint">{said.hint}</p>
      {rows.map((n) => (
        <Fieldset key={n} legend={say(said.row, { n })}>
          <input type="hidden" {...standingId(field, `moduleId${n}`, modules?.[n - 1])} />
          <TextField
            {...field(`moduleName${n}`, modules?.[n - 1]?.name ?? "")}
            label={row.name}
            hint={said.nameHint}
            maxLength={40}
          />
          <PartsField
            name={`moduleCriteria${n}`}
            stands={modules?.[n - 1]?.criteria ?? []}
            field={field}
            label={row.criteria}
            hint={row.criteriaHint}
            maxLength={80}
            offered={outline}
            unknown={row.unknown}
          />
        </Fieldset>
      ))}
    </details>
  );
}
