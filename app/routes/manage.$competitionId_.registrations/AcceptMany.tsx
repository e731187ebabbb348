// Accepting several at once: boxes in the list belong to one form here, and a review of the names comes before the deed.
import { Form } from "@remix-run/react";
import { useEffect, useState } from "react";
import type { Words } from "#app/context.ts";
import { ButtonLink, Card, CountBadge, FilterBar, FormActions, Row, SubmitButton } from "#app/kit/index.ts";
import { skillTitle } from "#domain/competitions/skill.ts";
import { say } from "#words/language.ts";
import type { Registration } from "./RegistrationTable.tsx";

export const manyForm = "accept-many";

/** The form the boxes of the list belong to. */
export function AcceptMany({ words }: { words: Words["manage"]["registrations"] }) {
  const ticked = useTicked();
  return (
    <>
      <Form method="post" id={manyForm} />
      <FilterBar>
        <Row>
          <SubmitButton form={manyForm} name="intent" value="accept-many" variant="secondary">
            {words.acceptMany}
          </SubmitButton>
          {ticked > 0 ? (
            <CountBadge tone="celadon">{say(words.ticked, { n: ticked })}</CountBadge>
          ) : (
            <span>{words.acceptManyHint}</span>
          )}
        </Row>
      </FilterBar>
    </>
  );
}

/** How many boxes of the form are ticked, once the page is alive. */
function useTicked(): number {
  const [ticked, setTicked] = useState(0);
  useEffect(() => {
    const count = () => setTicked(document.querySelectorAll(`input[form="${manyForm}"]:checked`).length);
    document.addEventListener("change", count);
    count();
    return () => document.removeEventListener("change", count);
  }, []);
  return ticked;
}

type ReviewProps = { words: Words["manage"]; rows: readonly Registration[]; back: string };

/** The names once more, and the count that is confirmed. */
export function ReviewMany({ words, rows, back }: ReviewProps) {
  const said = words.registrations;
  return (
    <Card title={say(said.reviewTitle, { n: rows.length })} lead={said.reviewText} tone="celadon" edge>
      <ol>
        {rows.map((row) => (
          <li key={row.id}>{`${row.person.name} · ${skillTitle(row.skill)} · ${row.delegation.name}`}</li>
        ))}
      </ol>
      <Form method="post">
        {rows.map((row) => (
          <input key={row.id} type="hidden" name="registrationId" value={row.id} />
        ))}
        <input type="hidden" name="count" value={rows.length} />
        <FormActions>
          <SubmitButton name="intent" value="accept-many">
            {say(said.reviewConfirm, { n: rows.length })}
          </SubmitButton>
          <ButtonLink to={back}>{said.reviewBack}</ButtonLink>
        </FormActions>
      </Form>
    </Card>
  );
}
