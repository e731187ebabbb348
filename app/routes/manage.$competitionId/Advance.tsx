// The one step an edition can take next; it never goes back, so it asks first.

import type { Words } from "#app/context.ts";
import { useShell } from "#app/frame.tsx";
import { Confirm } from "#app/kit/index.ts";
import type { CompetitionState } from "#domain/competitions/competition.ts";
import { say } from "#words/language.ts";

type Props = { words: Words["manage"]; next: CompetitionState; waiting: number; quiet: boolean };

/** `quiet` while something else comes first. */
export function Advance({ words, next, waiting, quiet }: Props) {
  const { terms } = useShell();
  const said = words.workspace;
  const state = terms.competitionState[next];
  return (
    <Confirm
      key={next}
      trigger={say(said.advance, { state })}
      triggerVariant={quiet ? "secondary" : "primary"}
      title={say(said.advanceTitle, { state })}
      fields={{ to: next }}
      value="advance"
      confirmLabel={say(said.advanceConfirm, { state })}
      cancelLabel={words.cancel}
    >
      <p>{said.advanceText[next]}</p>
      {waiting > 0 && <p>{say(said.advanceWaiting, { n: waiting })}</p>}
      <p>{said.advanceForever}</p>
    </Confirm>
  );
}
