// Until when a sub-criterion is to be marked, and the step that sets it.
import { briefTime } from "#app/dates.ts";
import { useShell } from "#app/frame.tsx";
import { Confirm, DateTimeField } from "#app/kit/index.ts";
import type { WallSub } from "#app/sheet/wall.ts";
import { shanghaiDate, shanghaiTime } from "#domain/calendar.ts";
import { say } from "#words/language.ts";
import type { WallWords } from "./wall-page.tsx";

type Props = {
  sub: WallSub;
  /** ISO; null without one. */
  due: string | null;
  open: boolean;
  words: WallWords["onTheDay"];
};

export function DueStep({ sub, due, open, words }: Props) {
  const at = due === null ? null : new Date(due);
  const { now } = useShell();
  const said = at && say(words.dueAt, { time: briefTime(at, now) });
  if (!open) return <>{said ?? words.noDue}</>;
  return (
    <Confirm
      trigger={said ?? words.setDue}
      triggerSize="small"
      triggerVariant="quiet"
      title={say(words.setDueOf, { sub: sub.id })}
      value="due"
      fields={{ subcriterionId: sub.id }}
      confirmLabel={words.save}
      cancelLabel={words.cancel}
      inputs={
        <DateTimeField
          label={words.dueField}
          name="dueAt"
          defaultValue={at ? `${shanghaiDate(at)}T${shanghaiTime(at).slice(0, 5)}` : undefined}
        />
      }
    >
      {words.setDueText}
    </Confirm>
  );
}
