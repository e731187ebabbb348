// What the total is made of, in the rules form: up to four weighed parts, and what a pass line costs.
import { Fieldset, FormRow, NumberField, SelectField, TextField } from "#app/kit/index.ts";
import { percentOf } from "#app/manage/percent.ts";
import { say } from "#words/language.ts";
import { isAnyFilled, type RulesProps, rowsFor } from "./rules-fields.ts";

const parts = ["componentName", "componentWeight", "componentCriteria", "componentPassLine"];

export function ComponentFields({ rules, words, field }: RulesProps) {
  const said = words.scoringRules;
  const rows = rowsFor(rules.components, 4);
  return (
    <details open={isAnyFilled(rows, parts, rules.components, field)}>
      <summary>{said.components.open}</summary>
      <p className="field-hint">{said.components.hint}</p>
      {rows.map((row) => (
        <ComponentRow key={row} row={row} rules={rules} words={words} field={field} />
      ))}
      <SelectField
        {...field("belowPassLine", rules.belowPassLine ?? "no-award")}
        label={said.below.label}
        options={(["no-award", "no-rank"] as const).map((value) => ({ value, label: said.below[value] }))}
      />
    </details>
  );
}

function ComponentRow({ row, rules, words, field }: Omit<RulesProps, "box"> & { row: number }) {
  const said = words.scoringRules.components;
  const component = rules.components?.[row - 1];
  const legend = say(said.row, { n: row });
  return (
    <Fieldset legend={legend}>
      <input type="hidden" name={`componentId${row}`} value={component?.id ?? ""} />
      <FormRow>
        <TextField
          {...field(`componentName${row}`, component?.name ?? "")}
          label={said.name}
          hint={said.nameHint}
          maxLength={40}
        />
        <NumberField
          {...field(`componentWeight${row}`, component ? percentOf(component.weight) : "")}
          label={said.weight}
          unit="%"
        />
        <TextField
          {...field(`componentCriteria${row}`, component?.criteria.join(",") ?? "")}
          label={said.criteria}
          hint={said.criteriaHint}
          maxLength={80}
        />
        <NumberField
          {...field(`componentPassLine${row}`, component?.passLine ?? "")}
          label={said.passLine}
          hint={said.passLineHint}
          unit={said.points}
        />
      </FormRow>
    </Fieldset>
  );
}
