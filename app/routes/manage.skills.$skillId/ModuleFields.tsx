// Modules in the rules form: criteria worked in one session, gathered under a name.
import { Fieldset, FormRow, TextField } from "#app/kit/index.ts";
import { say } from "#words/language.ts";
import { isAnyFilled, type RulesProps, rowsFor } from "./rules-fields.ts";

export function ModuleFields({ rules: { modules }, words, field }: RulesProps) {
  const { rows: row, modules: said } = words.skillParts;
  const rows = rowsFor(modules, 4);
  return (
    <details open={isAnyFilled(rows, ["moduleName", "moduleCriteria"], modules, field)}>
      <summary>{said.open}</summary>
      <p className="field-hint">{said.hint}</p>
      {rows.map((n) => (
        <Fieldset key={n} legend={say(said.row, { n })}>
          <input type="hidden" name={`moduleId${n}`} value={modules?.[n - 1]?.id ?? ""} />
          <FormRow>
            <TextField
              {...field(`moduleName${n}`, modules?.[n - 1]?.name ?? "")}
              label={row.name}
              hint={said.nameHint}
              maxLength={40}
            />
            <TextField
              {...field(`moduleCriteria${n}`, modules?.[n - 1]?.criteria.join(",") ?? "")}
              label={row.criteria}
              hint={row.criteriaHint}
              maxLength={80}
            />
          </FormRow>
        </Fieldset>
      ))}
    </details>
  );
}
