// The steps of the chief judge: start marking, register who is out, end marking.
import type { FormProblem } from "#app/form-answer.ts";
import { useShell } from "#app/frame.tsx";
import { Confirm, SelectField, TextAreaField } from "#app/kit/index.ts";
import type { WallContestant } from "#app/sheet/wall.ts";
import { contestantStatuses } from "#domain/results/ranking.ts";
import { say } from "#words/language.ts";
import type { WallWords } from "./wall-page.tsx";

export function StartStep({ words, blocked }: { words: WallWords; blocked: string | undefined }) {
  const told = words.wall;
  return (
    <Confirm
      trigger={told.start}
      triggerVariant="primary"
      title={told.startTitle}
      value="open-scoring"
      confirmLabel={told.startYes}
      cancelLabel={told.cancel}
      blocked={blocked}
    >
      {told.startText}
    </Confirm>
  );
}

export function CompleteStep({ words, open }: { words: WallWords; open: number }) {
  const told = words.wall;
  return (
    <Confirm
      trigger={told.complete}
      triggerVariant="primary"
      title={told.completeTitle}
      value="complete"
      confirmLabel={told.completeYes}
      cancelLabel={told.cancel}
      blocked={open > 0 ? say(told.completeBlocked, { n: open }) : undefined}
      danger
    >
      {told.completeText}
    </Confirm>
  );
}

export function StatusStep(props: {
  contestants: readonly WallContestant[];
  words: WallWords;
  refused: FormProblem | undefined;
}) {
  const { terms } = useShell();
  const told = props.words.wall;
  const before = props.refused?.values["intent"] === "status" ? props.refused : undefined;
  return (
    <Confirm
      trigger={told.status}
      title={told.statusTitle}
      value="status"
      confirmLabel={told.statusYes}
      cancelLabel={told.cancel}
      inputs={
        <>
          <SelectField
            label={told.work}
            name="contestantId"
            required
            placeholder={told.choose}
            defaultValue={before?.values["contestantId"]}
            error={before?.fields["contestantId"]}
            options={props.contestants.map((one) => ({
              value: one.id,
              label:
                one.status === "present" ? one.code : `${one.code} · ${terms.contestantStatus[one.status]}`,
            }))}
          />
          <SelectField
            label={told.newStatus}
            name="status"
            required
            defaultValue={before?.values["status"] ?? "absent"}
            error={before?.fields["status"]}
            options={contestantStatuses.map((status) => ({
              value: status,
              label: terms.contestantStatus[status],
            }))}
          />
          <TextAreaField
            label={told.reason}
            name="reason"
            hint={told.reasonHint}
            maxLength={400}
            rows={2}
            defaultValue={before?.values["reason"]}
            error={before?.fields["reason"]}
          />
        </>
      }
    >
      {told.statusText}
    </Confirm>
  );
}
