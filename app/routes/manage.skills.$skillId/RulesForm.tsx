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
          <RecheckFields rule={rules.recheck} field={field} />
          <DoubtFields rule={rules.doubts} field={field} />
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
            {...field("excellenceShare", rules.excellenceShare)}
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

/** The recheck with its three figures; those usual in the field are offered. */
function RecheckFields({ rule, field }: { rule: SkillSetUp["rules"]["recheck"]; field: FieldOf }) {
  const told = useShell().terms.recheck;
  const figures = { topAll: 10, sharePercent: 15, limitPercent: 5, ...rule };
  return (
    <>
      <SelectField
        {...field("recheck", rule ? "sampled" : "none")}
        label={told.label}
        hint={told.hint}
        options={(["none", "sampled"] as const).map((value) => ({ value, label: told[value] }))}
      />
      <FormRow>
        {(["topAll", "sharePercent", "limitPercent"] as const).map((name) => (
          <NumberField
            key={name}
            {...field(name, String(figures[name]))}
            label={told.figure[name]}
            unit={told.unit[name]}
            required
            whole
          />
        ))}
      </FormRow>
    </>
  );
}

/** Plausibility with its two figures. */
function DoubtFields({ rule, field }: { rule: SkillSetUp["rules"]["doubts"]; field: FieldOf }) {
  const told = useShell().terms.doubts;
  const figures = { percent: 50, others: 5, ...rule };
  return (
    <>
      <SelectField
        {...field("doubts", rule ? "asked" : "none")}
        label={told.label}
        hint={told.hint}
        options={(["none", "asked"] as const).map((value) => ({ value, label: told[value] }))}
      />
      <FormRow>
        {(["percent", "others"] as const).map((name) => (
          <NumberField
            key={name}
            {...field(name, String(figures[name]))}
            label={told.figure[name]}
            unit={told.unit[name]}
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
export const letterOf = (measure: string): string => measure.replace(/^criterion:/, "");
