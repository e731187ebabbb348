// What the chief judge has told the panel, who has read it, and the form for the next word.
import { Form } from "@remix-run/react";
import { useEffect, useRef } from "react";
import { briefTime } from "#app/dates.ts";
import type { FormProblem } from "#app/form-answer.ts";
import { useShell } from "#app/frame.tsx";
import {
  Card,
  FormActions,
  FormStack,
  RowList,
  SelectField,
  SubmitButton,
  TextAreaField,
} from "#app/kit/index.ts";
import { missingIn, type SubStanding, tileOf } from "#app/sheet/wall.ts";
import type { Stage } from "#domain/competitions/skill.ts";
import { longestMessage, messagesIn, type PanelMessage } from "#domain/live/day.ts";
import type { View } from "#domain/live/diff.ts";
import { type Panel, panelOf } from "#domain/marking/seats.ts";
import { say } from "#words/language.ts";
import type { Wall, WallWords } from "./wall-page.tsx";

/** The word that is offered: about a spread of a sheet, or about what a late sub-criterion still lacks; empty for anything else. */
export function draftAbout(
  about: string | null,
  { wall, view, subs, words }: { wall: Wall; view: View; subs: readonly SubStanding[]; words: WallWords },
): string {
  const [before = "", after] = (about ?? "").split("~");
  const sub = subs.find((one) => one.sub.id === (after ?? before));
  if (!sub) return "";
  if (after === undefined) {
    const codes = missingIn(sub).join(words.wall.comma);
    return codes === "" ? "" : say(words.wall.aboutLate, { sub: sub.sub.id, codes });
  }
  const work = wall.contestants.find((one) => one.id === before);
  return work && tileOf(view, work.id, sub.sub.id).state === "disagree"
    ? say(words.wall.aboutSpread, { sub: sub.sub.id, code: work.code })
    : "";
}

/** The panel that a word about a sub-criterion is offered to; empty for everybody. */
export const panelAbout = (about: string | null, { rules }: Wall): string =>
  panelOf(rules, (about ?? "").split("~").at(-1)!)?.id ?? "";

export function Messages(props: {
  /** Of the next message. */
  id: string;
  /** What is offered as its text. */
  draft: string;
  /** The panel it is offered to; empty for everybody. */
  to: string;
  panels: readonly Panel[];
  seats: Wall["seats"];
  view: View;
  stage: Stage;
  words: WallWords;
  refused: FormProblem | undefined;
}) {
  const { draft, seats, panels, view, stage, words, refused } = props;
  const { now } = useShell();
  const told = words.onTheDay;
  const messages = messagesIn(view).reverse();
  const open = stage === "drawn" || stage === "scoring";
  const form = useRef<HTMLFormElement>(null);
  // The offered text is to be read and sent: the link that offered it may stand far above.
  useEffect(() => {
    if (draft !== "") form.current?.querySelector("textarea")?.focus();
  }, [draft]);
  if (!open && messages.length === 0) return null;
  const panelNamed = (id: string | undefined) => panels.find((one) => one.id === id);
  const readBy = ({ read, panel }: PanelMessage): string =>
    read.length === 0
      ? told.unread
      : seats.every(
            ({ number, reserve }) =>
              reserve || read.includes(number) || panelNamed(panel)?.seats.includes(number) === false,
          )
        ? told.readAll
        : say(told.read, { seats: read.join(words.wall.comma) });
  const before = refused?.values["intent"] === "tell" ? refused : undefined;
  return (
    <Card id="messages" title={told.messages} lead={open ? told.messagesLead : undefined}>
      {messages.length > 0 && (
        <RowList
          label={told.messages}
          items={messages.map((one) => ({
            key: one.id,
            title: one.text,
            detail: [briefTime(one.at, now), panelNamed(one.panel)?.name, readBy(one)]
              .filter(Boolean)
              .join(" · "),
          }))}
        />
      )}
      {open && (
        // A new form after each message: what was sent does not stay in it.
        <Form method="post" key={`${messages[0]?.id} ${draft}`} ref={form}>
          <input type="hidden" name="id" value={props.id} />
          <FormStack>
            {panels.length > 0 && (
              <SelectField
                label={told.toPanel}
                name="panel"
                defaultValue={before?.values["panel"] ?? props.to}
                options={[
                  { value: "", label: told.everyJudge },
                  ...panels.map(({ id, name }) => ({ value: id, label: name })),
                ]}
              />
            )}
            <TextAreaField
              label={told.message}
              name="text"
              hint={say(told.messageHint, { max: longestMessage })}
              rows={2}
              maxLength={longestMessage}
              required
              defaultValue={before?.values["text"] ?? draft}
              error={before?.message}
            />
            <FormActions>
              <SubmitButton name="intent" value="tell" variant="secondary">
                {told.send}
              </SubmitButton>
            </FormActions>
          </FormStack>
        </Form>
      )}
    </Card>
  );
}
