// Trimmed marks of judges who are absent or recused: those recorded as missing, and the form for another.
import { Form } from "@remix-run/react";
import type { FormProblem } from "#app/form-answer.ts";
import { Refused } from "#app/form-page.tsx";
import {
  Card,
  Confirm,
  Fieldset,
  FormActions,
  FormRow,
  FormStack,
  RowList,
  SelectField,
  SubmitButton,
  TextAreaField,
} from "#app/kit/index.ts";
import { say } from "#words/language.ts";
import type { Loaded } from "./route.tsx";

type Props = Loaded & { refused: FormProblem | undefined };
type Gone = Loaded["rulings"]["missing"][number];

export function MissingMarks(props: Props) {
  const { rulings, words, refused } = props;
  const told = words.rulings.missing;
  if (rulings.trimmed.length === 0) return null;
  const declaring = refused?.values["intent"] === "declare-missing" ? refused : undefined;
  const open = rulings.stage === "scoring";
  return (
    <Card id="missing" title={told.title} lead={told.lead}>
      <Refused problem={declaring ? undefined : refused} />
      {rulings.missing.length === 0 ? (
        <p>{told.none}</p>
      ) : (
        <RowList
          label={told.title}
          items={rulings.missing.map((gone) => ({
            key: `${gone.contestantId} ${gone.aspectId} ${gone.seat}`,
            title: say(told.said, { code: gone.code, aspect: gone.aspectId, seat: gone.seat }),
            value: open && <TakeBack gone={gone} words={words} />,
          }))}
        />
      )}
      {open && <Declare {...props} refused={declaring} />}
    </Card>
  );
}

function TakeBack({ gone, words }: { gone: Gone; words: Loaded["words"] }) {
  const { missing: told, reason, reasonHint, cancel } = words.rulings;
  const { contestantId, aspectId, seat, code } = gone;
  return (
    <Confirm
      trigger={told.takeBack}
      triggerVariant="quiet"
      title={say(told.takeBackTitle, { code, aspect: aspectId, seat })}
      value="take-back"
      fields={{ contestantId, aspectId, seat: String(seat) }}
      confirmLabel={told.takeBack}
      cancelLabel={cancel}
      inputs={
        <TextAreaField label={reason} name="reason" hint={reasonHint} required maxLength={300} rows={2} />
      }
    >
      {told.takeBackText}
    </Confirm>
  );
}

function Declare({ rulings, words, refused }: Props) {
  const { missing: told, penalties, reason, reasonHint } = words.rulings;
  const field = (name: string) => ({
    name,
    defaultValue: refused?.values[name],
    error: refused?.fields[name],
  });
  const seats = [...new Set(rulings.trimmed.flatMap((aspect) => aspect.seats))].sort((a, b) => a - b);
  return (
    <Form method="post" action="?#missing">
      <FormStack id="declare">
        <Refused problem={refused} form="declare" />
        <Fieldset legend={told.declare}>
          <FormRow>
            <SelectField
              {...field("contestantId")}
              label={penalties.code}
              placeholder={words.wall.choose}
              required
              options={rulings.contestants.map(({ id, code }) => ({ value: id, label: code }))}
            />
            <SelectField
              {...field("aspectId")}
              label={told.aspect}
              placeholder={words.wall.choose}
              required
              options={rulings.trimmed.map(({ id, description }) => ({
                value: id,
                label: `${id} ${description}`,
              }))}
            />
            <SelectField
              {...field("seat")}
              label={told.seat}
              placeholder={words.wall.choose}
              required
              options={seats.map((n) => ({ value: String(n), label: say(told.seatN, { n }) }))}
            />
          </FormRow>
          <TextAreaField
            {...field("reason")}
            label={reason}
            hint={reasonHint}
            required
            maxLength={300}
            rows={2}
          />
          <FormActions>
            <SubmitButton name="intent" value="declare-missing">
              {told.declare}
            </SubmitButton>
          </FormActions>
        </Fieldset>
      </FormStack>
    </Form>
  );
}
