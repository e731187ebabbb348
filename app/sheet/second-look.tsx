// The frame of every second look at sheets: the queue beside the sheet that is open, and the form that says what was found.
// Confirmation and recheck share it.
import { Form } from "@remix-run/react";
import type { ReactNode } from "react";
import type { FormProblem } from "#app/form-answer.ts";
import { Refused } from "#app/form-page.tsx";
import { Frame } from "#app/frame.tsx";
import { Badge, Columns, Crumbs, PageHead, Stack } from "#app/kit/index.ts";
import { sheetId } from "#domain/marking/lock.ts";
import type { Words } from "#words/index.ts";

export function SecondLook(props: {
  title: string;
  /** What this is for; said over the queue, not again over every sheet. */
  lead: ReactNode;
  skill: string | null;
  refused: FormProblem | undefined;
  notices?: ReactNode;
  queue: ReactNode;
  /** Beside the queue while no sheet is open. */
  about?: ReactNode;
  sheet: ReactNode;
  words: Words["judge"];
}) {
  const { title, queue, about, sheet, words } = props;
  return (
    <Frame>
      <PageHead
        above={
          <Crumbs
            label={words.oversight.path}
            items={[{ to: "/oversight", label: words.oversight.title }, { label: title }]}
          />
        }
        title={title}
        badges={props.skill && <Badge>{props.skill}</Badge>}
        lead={sheet ? undefined : props.lead}
      />
      <Refused problem={props.refused} />
      {props.notices}
      {sheet ? (
        <Columns aside={queue}>{sheet}</Columns>
      ) : about ? (
        <Columns aside={about}>{queue}</Columns>
      ) : (
        queue
      )}
    </Frame>
  );
}

type Place = { readonly contestantId: string; readonly subcriterionId: string };
export const isSame = (a: Place, b: Place | null): boolean =>
  a.contestantId === b?.contestantId && a.subcriterionId === b.subcriterionId;

/** The form about the open sheet; `seen` is what the page was drawn for. Give it a key, so that the next sheet begins empty. */
export function LookForm(props: { here: string; place: Place; seen: string; children: ReactNode }) {
  const { contestantId, subcriterionId } = props.place;
  return (
    <Form method="post" action={`${props.here}?sheet=${sheetId(contestantId, subcriterionId)}`}>
      <input type="hidden" name="contestantId" value={contestantId} />
      <input type="hidden" name="subcriterionId" value={subcriterionId} />
      <input type="hidden" name="seen" value={props.seen} />
      <Stack>{props.children}</Stack>
    </Form>
  );
}
