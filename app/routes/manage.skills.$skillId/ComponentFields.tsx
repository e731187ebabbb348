// What the total is made of, in the rules form: up to four weighed parts, what a pass line costs, where is rounded.
import { Fieldset, FormRow, NumberField, SelectField, TextField } from "#app/kit/index.ts";
import { percentOf } from "#app/manage/percent.ts";
import { say } from "#words/language.ts";
import { type RulesProps, rowCount } from "./rules-fields.ts";

export function ComponentFields({ rules, words, field }: RulesProps) {
  const said = words.scoringRules;
  const rows = Array.from({ length: rowCount(rules) }, (_, at) => at + 1);
  const decimals = ["exact", "0", "1", "2", "3", "4"].map((value) => ({
    value,
    label: value === "exact" ? said.rounding.exact : say(said.rounding.places, { n: value }),
  }));
  /** Rows with anything in them stand open, so that nothing typed or refused is out of sight. */
  const isFilled = (row: number): boolean =>
    ["Name", "Weight", "Criteria", "PassLine"].some(
      (part) => field(`component${part}${row}`, rules.components?.[row - 1]?.name ?? "").defaultValue !== "",
    );
  const rounding = (name: string, step: "total" | "component" | "aspect") => (
    <SelectField
      {...field(name, String(rules.rounding?.[step] ?? "exact"))}
      label={said.rounding[step]}
      options={decimals}
    />
  );
  return (
    <>
      <details open={rows.some(isFilled)}>
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
      <Fieldset legend={said.rounding.label} hint={said.rounding.hint}>
        <FormRow>
          {rounding("roundTotal", "total")}
          {rounding("roundComponent", "component")}
          {rounding("roundAspect", "aspect")}
        </FormRow>
      </Fieldset>
    </>
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
