// The decision on one registration: accept at once, return or reject with the reason the leader will read.
import { Form } from "@remix-run/react";
import type { Words } from "#app/context.ts";
import { Actions, Confirm, SubmitButton, TextAreaField } from "#app/kit/index.ts";
import { say } from "#words/language.ts";
import type { Registration } from "./RegistrationTable.tsx";

type Props = { row: Registration; words: Words["manage"] };

export function Decide({ row, words }: Props) {
  if (row.state !== "submitted" || row.skill.stage !== "set-up") return null;
  const said = words.registrations;
  return (
    <Actions>
      <Form method="post">
        <input type="hidden" name="registrationId" value={row.id} />
        <input type="hidden" name="to" value="accepted" />
        <SubmitButton
          size="small"
          variant="secondary"
          name="intent"
          value="decide"
          pending={false}
          aria-label={`${said.accept} ${row.person.name}`}
        >
          {said.accept}
        </SubmitButton>
      </Form>
      <WithReason row={row} words={words} to="returned" />
      <WithReason row={row} words={words} to="rejected" />
    </Actions>
  );
}

function WithReason({ row, words, to }: Props & { to: "returned" | "rejected" }) {
  const said = words.registrations;
  const { name } = row.person;
  const returning = to === "returned";
  return (
    <Confirm
      trigger={said[to]}
      triggerSize="small"
      triggerVariant="quiet"
      title={say(returning ? said.returnTitle : said.rejectTitle, { name })}
      fields={{ registrationId: row.id, to }}
      value="decide"
      inputs={
        <TextAreaField
          label={said.reasonLabel}
          name="reason"
          hint={said.reasonHint}
          required
          rows={3}
          maxLength={300}
        />
      }
      confirmLabel={returning ? said.confirmReturn : said.confirmReject}
      cancelLabel={words.cancel}
      danger={!returning}
    >
      <p>{returning ? said.returnText : said.rejectText}</p>
    </Confirm>
  );
}
