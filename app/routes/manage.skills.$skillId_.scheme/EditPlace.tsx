// The forms of a criterion and of a sub-criterion, new or standing; a standing one can be removed from here.
import { Form } from "@remix-run/react";
import type { ReactNode } from "react";
import type { Words } from "#app/context.ts";
import type { FormProblem } from "#app/form-answer.ts";
import { Refused } from "#app/form-page.tsx";
import {
  ButtonLink,
  Card,
  Confirm,
  FormActions,
  FormRow,
  FormStack,
  NumberField,
  SubmitButton,
  TextField,
} from "#app/kit/index.ts";
import { say } from "#words/language.ts";
import { Seen, useSeen } from "./Seen.tsx";
import type { CriterionView, SubCriterionView } from "./scheme-view.ts";

type Common = { words: Words["manage"]; address: string; refused: FormProblem | undefined };

export function EditCriterion({
  words,
  address,
  criterion,
  refused,
}: Common & { criterion: CriterionView | null }) {
  const said = words.scheme;
  const field = fieldsOf(refused, { name: criterion?.name, max: criterion?.max });
  return (
    <EditCard
      title={criterion ? say(said.editCriterion, { id: criterion.id }) : said.newCriterion}
      remove={
        criterion && (
          <Remove what="criterion" id={criterion.id} name={criterion.name} words={words} address={address} />
        )
      }
    >
      <Form method="post">
        <FormStack id="place">
          <Refused problem={refused} form="place" />
          {criterion && <input type="hidden" name="id" value={criterion.id} />}
          <FormRow>
            <TextField {...field("name")} label={said.name} required maxLength={200} autoFocus />
            <NumberField {...field("max")} label={said.max} unit={said.unit} required />
          </FormRow>
          <Answer words={words} address={address} intent={criterion ? "change-criterion" : "add-criterion"} />
        </FormStack>
      </Form>
    </EditCard>
  );
}

type SubProps = Common & { under: string; subcriterion: SubCriterionView | null };

export function EditSubCriterion({ words, address, under, subcriterion, refused }: SubProps) {
  const said = words.scheme;
  const field = fieldsOf(refused, { name: subcriterion?.name, day: String(subcriterion?.day ?? 1) });
  return (
    <EditCard
      title={
        subcriterion
          ? say(said.editSubCriterion, { id: subcriterion.id })
          : say(said.newSubCriterion, { id: under })
      }
      remove={
        subcriterion && (
          <Remove
            what="subcriterion"
            id={subcriterion.id}
            name={subcriterion.name}
            words={words}
            address={address}
          />
        )
      }
    >
      <Form method="post">
        <FormStack id="place">
          <Refused problem={refused} form="place" />
          <input type="hidden" name="under" value={under} />
          {subcriterion && <input type="hidden" name="id" value={subcriterion.id} />}
          <FormRow>
            <TextField {...field("name")} label={said.name} required maxLength={200} autoFocus />
            <NumberField {...field("day")} label={said.dayLabel} hint={said.dayHint} required whole />
          </FormRow>
          <Answer
            words={words}
            address={address}
            intent={subcriterion ? "change-subcriterion" : "add-subcriterion"}
          />
        </FormStack>
      </Form>
    </EditCard>
  );
}

/** What was typed before a refusal, else what stands: a field that was not there then has nothing typed. */
export const fieldsOf =
  (refused: FormProblem | undefined, stands: Readonly<Record<string, string | undefined>>) =>
  (name: string) => ({
    name,
    defaultValue: refused?.values[name] ?? stands[name],
    error: refused?.fields[name],
  });

export function EditCard({
  title,
  remove,
  children,
}: {
  title: string;
  remove: ReactNode;
  children: ReactNode;
}) {
  return (
    <Card id="edit" level={3} title={title} tone="celadon" edge actions={remove}>
      {children}
    </Card>
  );
}

export function Answer({
  words,
  address,
  intent,
}: {
  words: Words["manage"];
  address: string;
  intent: string;
}) {
  return (
    <FormActions>
      {intent.startsWith("change-") && <Seen />}
      <SubmitButton name="intent" value={intent}>
        {words.scheme.save}
      </SubmitButton>
      <ButtonLink to={address} preventScrollReset>
        {words.scheme.close}
      </ButtonLink>
    </FormActions>
  );
}

type RemoveProps = {
  what: "criterion" | "subcriterion" | "aspect";
  id: string;
  name: string;
  words: Words["manage"];
  address: string;
};

export function Remove({ what, id, name, words, address }: RemoveProps) {
  const said = words.scheme;
  const seen = useSeen();
  return (
    <Confirm
      trigger={said.remove}
      triggerSize="small"
      triggerVariant="quiet"
      title={say(said.removeTitle, { id, name })}
      action={address}
      fields={{ id, seen }}
      value={`remove-${what}`}
      confirmLabel={said.removeConfirm}
      cancelLabel={words.cancel}
      danger
    >
      <p>{what === "aspect" ? said.removeAspectText : said.removeText}</p>
    </Confirm>
  );
}
