// The fields of the judging rules that a set holds: spread and rounds of a judgement, its judges, trimmed marks, rounding.
import type { Words } from "#app/context.ts";
import { Fieldset, FormRow, NumberField, SelectField } from "#app/kit/index.ts";
import type { SetRules } from "#domain/competitions/rule-set.ts";
import { say } from "#words/language.ts";
import { FiguredRule } from "./FiguredRule.tsx";
import { roundedSteps, roundingField } from "./set-form.ts";
import type { FieldOf } from "./standing-fields.ts";

export function SetFields({
  rules,
  words,
  field,
}: {
  rules: SetRules;
  words: Words["manage"];
  field: FieldOf;
}) {
  const { skill: said, ruleSets } = words;
  const { trimmed, rounding } = words.scoringRules;
  const { unit } = trimmed;
  const decimals = ["exact", "0", "1", "2", "3", "4"].map((value) => ({
    value,
    label: value === "exact" ? rounding.exact : say(rounding.places, { n: value }),
  }));
  return (
    <>
      <FormRow>
        <NumberField
          {...field("judgementSeats", String(rules.judgementSeats))}
          label={said.judgementSeats}
          unit={said.judgementSeatsUnit}
          required="told"
          whole
        />
        <NumberField
          {...field("maxSpread", String(rules.maxSpread))}
          label={said.maxSpread}
          hint={said.maxSpreadHint}
          unit={said.maxSpreadUnit}
          required="told"
          whole
        />
        <NumberField
          {...field("maxRounds", rules.maxRounds === undefined ? "" : String(rules.maxRounds))}
          label={ruleSets.maxRounds.label}
          hint={ruleSets.maxRounds.hint}
          unit={ruleSets.maxRounds.unit}
          optional
          whole
        />
      </FormRow>
      <FiguredRule
        name="trimmed"
        on="set"
        told={{
          ...trimmed,
          figure: { seats: trimmed.seats, minJudges: trimmed.minJudges },
          unit: { seats: unit, minJudges: unit },
        }}
        rule={rules.trimmed}
        usual={{ seats: 5, minJudges: 5 }}
        field={field}
      />
      <Fieldset legend={rounding.label} hint={rounding.hint}>
        <FormRow>
          {roundedSteps.map((step) => (
            <SelectField
              key={step}
              {...field(roundingField[step], String(rules.rounding?.[step] ?? "exact"))}
              label={step === "mean" ? ruleSets.mean : rounding[step]}
              options={decimals}
            />
          ))}
        </FormRow>
      </Fieldset>
    </>
  );
}
