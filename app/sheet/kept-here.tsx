// What this device still keeps: marks on their way, and conflicts that wait for a person, each with the way to its sheet.
import { ButtonLink, Notice } from "#app/kit/index.ts";
import { addressOf } from "#app/live/intention.ts";
import { useOutbox } from "#app/live/use-outbox.ts";
import { placeName } from "#domain/marking/record.ts";
import type { Words } from "#words/index.ts";
import { say } from "#words/language.ts";

type Coded = { readonly id: string; readonly code: string };

export function KeptHere(props: {
  words: Words["judge"];
  contestants: readonly Coded[];
  /** Where somebody whose sign-in ended comes back to. */
  home?: string;
}) {
  const { words, contestants } = props;
  const { intentions, ended } = useOutbox();
  const waiting = intentions.filter((one) => one.standing !== "conflict").length;
  const disputed = intentions.filter((one) => one.standing === "conflict");
  const codeOf = (id: string): string => contestants.find((one) => one.id === id)?.code ?? "";
  return (
    <>
      {ended && (
        <Notice
          tone="cinnabar"
          live="alert"
          title={words.sheet.ended}
          actions={<SignIn words={words} to={props.home} />}
        >
          {words.sheet.endedLead}
        </Notice>
      )}
      {disputed.length > 0 && (
        <Notice
          tone="cinnabar"
          live="status"
          title={say(words.desk.conflicts, { n: disputed.length })}
          actions={disputed.map((one) => (
            <ButtonLink key={one.requestId} to={addressOf(one)} size="small">
              {say(words.desk.conflictAt, {
                code: codeOf(one.contestantId),
                aspect: placeName(one.aspectId, one.seat),
              })}
            </ButtonLink>
          ))}
        />
      )}
      {waiting > 0 && (
        <Notice tone="amber" live="status" title={say(words.desk.kept, { n: waiting })}>
          {words.desk.keptLead}
        </Notice>
      )}
    </>
  );
}

export function SignIn({ words, to = "/judge" }: { words: Words["judge"]; to?: string }) {
  return (
    <ButtonLink to={`/sign-in?to=${to}`} reloadDocument>
      {words.sheet.signIn}
    </ButtonLink>
  );
}
