// What the total is made of, in the rules form: weighed parts, and what a pass line costs.
import { Fieldset, FormRow, NumberField, SelectField, TextField } from "#app/kit/index.ts";
import { percentOf } from "#app/manage/percent.ts";
import { say } from "#words/language.ts";
import { componentParts } from "./component-rows.ts";
import { PartsField } from "./PartsField.tsx";
import { type RulesProps, standingId, useRows } from "./rules-fields.ts";

export function ComponentFields(props: RulesProps) {
  const { rules, words, field } = props;
  const said = words.scoringRules;
  const { rows, isAnyFilled, onInput } = useRows(componentParts, rules.components, field);
  return (
    <details open={isAnyFilled} onInput={onInput}>
      <summary>{said.components.open}</summary>
      <p className="field-hint">{said.components.hint}</p>
      {rows.map((row) => (
        <ComponentRow key={row} row={row} {...props} />
      ))}
      <SelectField
        {...field("belowPassLine", rules.belowPassLine ?? "no-award")}
        label={said.below.label}
        options={(["no-award", "no-rank"] as const).map((value) => ({ value, label: said.below[value] }))}
      />
    </details>
  );
}

function ComponentRow({ row, rules, words, field, outline }: RulesProps & { row: number }) {
  const said = words.scoringRules.components;
  const component = rules.components?.[row - 1];
  const legend = say(said.row, { n: row });
  return (
    <Fieldset legend={legend}>
      <input type="hidden" {...standingId(field, `componentId${row}`, component)} />
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
        <NumberField
          {...field(`componentPassLine${row}`, component?.passLine ?? "")}
          label={said.passLine}
          hint={said.passLineHint}
          unit={said.points}
        />
      </FormRow>
      <PartsField
        name={`componentCriteria${row}`}
        stands={component?.criteria ?? []}
        field={field}
        label={said.criteria}
        hint={said.criteriaHint}
        maxLength={80}
        offered={outline}
        unknown={words.skillParts.rows.unknown}
      />
    </Fieldset>
  );
}
