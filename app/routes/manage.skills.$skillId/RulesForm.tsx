// The rules of the skill as fields; every rule is data of the skill and stands once the draw is done.
import { Form } from "@remix-run/react";
import type { Words } from "#app/context.ts";
import type { FormProblem } from "#app/form-answer.ts";
import { Refused } from "#app/form-page.tsx";
import { useShell } from "#app/frame.tsx";
import {
  Card,
  CheckField,
  FormActions,
  FormRow,
  FormStack,
  NumberField,
  RadioCards,
  SelectField,
  SubmitButton,
  TextField,
} from "#app/kit/index.ts";
import type { SkillRules } from "#domain/competitions/rules.ts";
import type { SkillSetUp } from "./route.tsx";

type Props = { skill: SkillSetUp; words: Words["manage"]["skill"]; refused: FormProblem | undefined };

export function RulesForm({ skill, words, refused }: Props) {
  const { terms } = useShell();
  const { rules } = skill;
  const field = (name: string, stands: string) => ({
    name,
    defaultValue: refused ? refused.values[name] : stands,
    error: refused?.fields[name],
  });
  const box = (name: string, stands: boolean) => ({
    name,
    defaultChecked: refused ? refused.values[name] !== undefined : stands,
  });
  return (
    <Card title={words.rules} lead={words.rulesLead}>
      <Form method="post">
        <FormStack id="rules">
          <Refused problem={refused} form="rules" />
          <RadioCards
            {...field("codingLayers", String(rules.codingLayers))}
            label={words.codingLayers}
            hint={words.codingHint}
            columns={2}
            options={codingOptions(words, rules.codingLayers)}
          />
          <FormRow>
            <SelectField
              {...field("confirm", rules.confirm)}
              label={words.confirm}
              hint={words.confirmHint}
              options={(["none", "second", "blind"] as const).map((value) => ({
                value,
                label: terms.confirm[value],
              }))}
            />
            <TextField
              {...field("codePrefix", rules.codePrefix)}
              label={words.codePrefix}
              hint={words.codePrefixHint}
              required
              maxLength={2}
            />
          </FormRow>
          <FormRow>
            <NumberField
              {...field("judgementSeats", String(rules.judgementSeats))}
              label={words.judgementSeats}
              unit={words.judgementSeatsUnit}
              required
              whole
            />
            <NumberField
              {...field("maxSpread", String(rules.maxSpread))}
              label={words.maxSpread}
              hint={words.maxSpreadHint}
              unit={words.maxSpreadUnit}
              required
              whole
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
          <TextField
            {...field("tieChain", rules.tieChain.map(letterOf).join(","))}
            label={words.tieChain}
            hint={words.tieChainHint}
            optional
          />
          <SelectField
            {...field("excellenceShare", excellenceOf(rules))}
            label={words.excellenceShare}
            options={(["none", "1/2", "2/3"] as const).map((value) => ({ value, label: words.share[value] }))}
          />
          <CheckField {...box("onSite", rules.onSite)} label={words.onSite} />
          <CheckField
            {...box("openBoard", skill.openBoard)}
            label={words.openBoard}
            hint={words.openBoardHint}
          />
          <FormActions>
            <SubmitButton name="intent" value="rules">
              {words.saveRules}
            </SubmitButton>
          </FormActions>
        </FormStack>
      </Form>
    </Card>
  );
}

type FieldOf = (
  name: string,
  stands: string,
) => { name: string; defaultValue: string | undefined; error: string | undefined };

/** A rule that is asked for or not, with its figures; those usual in the field are offered. */
function FiguredRule<On extends string, Figure extends string>(props: {
  name: string;
  on: On;
  told: {
    readonly label: string;
    readonly hint: string;
    readonly none: string;
    readonly figure: Readonly<Record<Figure, string>>;
    readonly unit: Readonly<Record<Figure, string>>;
  } & Readonly<Record<On, string>>;
  rule: Readonly<Record<Figure, number>> | undefined;
  usual: Readonly<Record<Figure, number>>;
  field: FieldOf;
}) {
  const { name, on, told, rule, usual, field } = props;
  const figures = Object.keys(usual) as Figure[];
  return (
    <>
      <SelectField
        {...field(name, rule ? on : "none")}
        label={told.label}
        hint={told.hint}
        options={[
          { value: "none", label: told.none },
          { value: on, label: told[on] },
        ]}
      />
      <FormRow>
        {figures.map((figure) => (
          <NumberField
            key={figure}
            {...field(figure, String((rule ?? usual)[figure]))}
            label={told.figure[figure]}
            unit={told.unit[figure]}
            required
            whole
          />
        ))}
      </FormRow>
    </>
  );
}

/** One layer or none; a skill that was given more keeps its own number among the choices. */
function codingOptions(words: Words["manage"]["skill"], layers: number) {
  const offered = [1, 0, ...(layers > 1 ? [layers] : [])];
  return offered.map((value) => ({
    value: String(value),
    label: words.coding[value === 0 ? "0" : value === 1 ? "1" : "more"],
  }));
}

/** People write the letter of a criterion; the rule says "criterion:B". */
/** The share of the medal policy; other policies have none of these. */
export const excellenceOf = ({ awards: { policy } }: SkillRules): "none" | "1/2" | "2/3" =>
  "excellence" in policy && typeof policy.excellence === "string" ? policy.excellence : "none";
export const letterOf = (measure: string): string => measure.replace(/^criterion:/, "");
