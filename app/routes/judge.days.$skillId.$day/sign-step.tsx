// What a judge can do at a day: sign it, sign it again, or go on, with the hash that was signed and the paper to print.
import { Form } from "@remix-run/react";
import { useDates } from "#app/dates.ts";
import type { FormProblem } from "#app/form-answer.ts";
import { Actions, ButtonLink, Card, FormActions, Notice, Stack, SubmitButton } from "#app/kit/index.ts";
import { PrintButton } from "#app/print-button.tsx";
import { openSubs } from "#app/sheet/day-table.tsx";
import { grouped } from "#app/sheet/paper-seal.tsx";
import { SignatureFields } from "#app/sheet/signature-fields.tsx";
import type { DaySigning } from "#domain/marking/day-summary.ts";
import type { ShownDay } from "#server/results/read-days.ts";
import type { Words } from "#words/index.ts";
import { say } from "#words/language.ts";

export type DayState = DaySigning | "open" | "closed";
type Props = {
  shown: ShownDay;
  state: DayState;
  /** The next day this judge can sign. */
  next: number | null;
  signingPassword: string | null;
  refused: FormProblem | undefined;
  words: Words["judge"] & Pick<Words["desk"], "password" | "passwordHint" | "passwordShown">;
};

export function SignStep(props: Props) {
  const { shown, state, words } = props;
  const told = words.signing;
  if (state === "open") {
    return (
      <Notice tone="amber" title={say(told.open, { day: shown.summary.day })}>
        {say(told.openText, { subs: openSubs(shown.summary, told) })}
      </Notice>
    );
  }
  return state === "signed" || state === "closed" ? <Signed {...props} /> : <ToSign {...props} />;
}

function Signed({ shown, state, next, words }: Props) {
  const dates = useDates();
  const told = words.signing;
  const signed = shown.signers.find((one) => one.mine)?.signed;
  const time = signed ? dates.moment(signed.at) : "";
  return (
    <Card
      title={state === "closed" ? told.closed : told.already}
      lead={signed && say(state === "closed" ? told.closedText : told.alreadyText, { time })}
      tone="celadon"
      edge
    >
      {signed && (
        <p>
          {told.signedHash}
          <br />
          <code className="hash-groups">{grouped(signed.hash)}</code>
        </p>
      )}
      <Actions>
        {next !== null && (
          <ButtonLink to={`/judge/days/${shown.skill.id}/${next}`} variant="primary">
            {say(told.toDay, { day: next })}
          </ButtonLink>
        )}
        <ButtonLink to="/judge" variant={next === null ? "primary" : "secondary"}>
          {told.toJudge}
        </ButtonLink>
        <PrintButton label={told.print} />
      </Actions>
    </Card>
  );
}

function ToSign({ shown, state, signingPassword, refused, words }: Props) {
  const told = words.signing;
  const { hash } = shown.seal!;
  return (
    <Card title={told.sign} lead={told.signLead} tone={state === "stale" ? "cinnabar" : "celadon"} edge>
      {state === "stale" && (
        <Notice tone="cinnabar" title={told.again}>
          {told.againText}
        </Notice>
      )}
      <Form method="post">
        <Stack>
          <p>
            {told.seal.hash}
            <br />
            <code className="hash-groups">{grouped(hash)}</code>
          </p>
          <input type="hidden" name="hash" value={hash} />
          <SignatureFields
            words={{ ...words, pad: told.pad }}
            signingPassword={signingPassword}
            refused={refused}
          />
          <FormActions>
            <SubmitButton name="intent" value="sign-day" size="large">
              {told.signYes}
            </SubmitButton>
          </FormActions>
        </Stack>
      </Form>
    </Card>
  );
}
