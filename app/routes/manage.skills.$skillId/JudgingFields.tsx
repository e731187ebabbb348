// Coding and marking in the rules form: what judges see, how marks are agreed, looked at again and signed.
import { useShell } from "#app/frame.tsx";
import { CheckField, FormRow, RadioCards, SelectField, TextField } from "#app/kit/index.ts";
import { FiguredRule } from "#app/manage/FiguredRule.tsx";
import type { RulesProps } from "./rules-fields.ts";

export function JudgingFields({ rules, words, field, box }: RulesProps) {
  const { terms } = useShell();
  const { skill: said } = words;
  return (
    <>
      <RadioCards
        {...field("codingLayers", String(rules.codingLayers))}
        label={said.codingLayers}
        hint={said.codingHint}
        columns={2}
        options={codingOptions(said.coding, rules.codingLayers)}
      />
      <FormRow>
        <SelectField
          {...field("confirm", rules.confirm)}
          label={said.confirm}
          hint={said.confirmHint}
          options={(["none", "second", "blind"] as const).map((value) => ({
            value,
            label: terms.confirm[value],
          }))}
        />
        <TextField
          {...field("codePrefix", rules.codePrefix)}
          label={said.codePrefix}
          hint={said.codePrefixHint}
          required
          maxLength={2}
        />
      </FormRow>
      <FiguredRule
        name="recheck"
        on="sampled"
        told={terms.recheck}
        rule={rules.recheck}
        usual={{ topAll: 10, sharePercent: 15, limitPercent: 5 }}
        field={field}
      />
      <FiguredRule
        name="doubts"
        on="asked"
        told={terms.doubts}
        rule={rules.doubts}
        usual={{ percent: 50, others: 5 }}
        field={field}
      />
      <CheckField
        {...box("daySignatures", rules.daySignatures ?? false)}
        label={terms.daySignatures.label}
        hint={terms.daySignatures.hint}
      />
    </>
  );
}

/** One layer or none; a skill that was given more keeps its own number among the choices. */
function codingOptions(coding: RulesProps["words"]["skill"]["coding"], layers: number) {
  const offered = [1, 0, ...(layers > 1 ? [layers] : [])];
  return offered.map((value) => ({
    value: String(value),
    label: coding[value === 0 ? "0" : value === 1 ? "1" : "more"],
  }));
}
