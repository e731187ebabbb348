// What a person decides at a cell: both values side by side after a conflict, another round after a spread, a refused form.
import type { FormProblem } from "#app/form-answer.ts";
import { useShell } from "#app/frame.tsx";
import { Button, Facts, Notice } from "#app/kit/index.ts";
import type { Words } from "#words/index.ts";
import { say } from "#words/language.ts";
import { refusalSentence } from "#words/refusals.ts";
import type { Conflict, SheetCell } from "./cells.ts";

type SheetWords = Words["judge"];

export function ConflictBox(props: {
  conflict: Conflict;
  onDecide: (keeps: "theirs" | "mine") => void;
  words: SheetWords;
}) {
  const { conflict, onDecide } = props;
  const { language } = useShell();
  const told = props.words.sheet;
  const stale = conflict.refusal.code === "marking.stale";
  return (
    <Notice
      tone="cinnabar"
      live="alert"
      title={told.conflict}
      actions={
        <>
          <Button onClick={() => onDecide("theirs")}>{stale ? told.keepTheirs : told.drop}</Button>
          {conflict.mayResend && <Button onClick={() => onDecide("mine")}>{told.sendMine}</Button>}
        </>
      }
    >
      <p>{refusalSentence(conflict.refusal, language)}</p>
      <Facts
        plain
        items={[
          ...(conflict.hidden ? [] : [{ label: told.theirs, value: conflict.theirs ?? told.unset }]),
          { label: told.yours, value: conflict.mine ?? told.unset },
        ]}
      />
    </Notice>
  );
}

export function AgainBanner({
  round,
  levels,
  words,
}: {
  round: number;
  levels: readonly number[] | null;
  words: SheetWords;
}) {
  return (
    <Notice tone="cinnabar" live="status" title={say(words.sheet.again, { round })}>
      {levels && say(words.sheet.before, { round: round - 1, levels: levels.join(" / ") })}
    </Notice>
  );
}

/** After a form that was posted without JavaScript: the sentence, what was typed, and the way to post it over what stands now. */
export function PostedProblem(props: {
  problem: FormProblem;
  cell: SheetCell;
  form: string;
  words: SheetWords;
}) {
  const { problem, cell } = props;
  const told = props.words.sheet;
  const typed = problem.values["value"];
  const stale = problem.values["expectedVersion"] !== String(cell.saved?.version ?? 0);
  return (
    <Notice
      tone="cinnabar"
      live="alert"
      title={problem.message}
      actions={
        stale &&
        typed && (
          <Button type="submit" form={props.form} name="value" value={typed}>
            {told.sendMine}
          </Button>
        )
      }
    >
      {typed && say(told.typed, { typed })}
    </Notice>
  );
}
