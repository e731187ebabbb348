// Evidence at one aspect, under its row: a quiet way in beside the state, then notes and photos, and the forms for more. It is
// no dialog: the sheet stays in sight, and keys typed here mark nothing (sheet-keys.ts).
import type { ChangeEvent, FormEvent, ReactNode } from "react";
import type { FormProblem } from "#app/form-answer.ts";
import { Button, FileField, Notice, TextAreaField, TextField } from "#app/kit/index.ts";
import { EvidenceList } from "#app/sheet/evidence-list.tsx";
import { evidenceLimits } from "#domain/marking/evidence.ts";
import { say } from "#words/language.ts";
import type { SheetWords } from "./sheet-page.tsx";
import type { EvidenceDesk } from "./use-evidence.ts";

type Props = {
  aspectId: string;
  desk: EvidenceDesk;
  words: SheetWords["evidence"];
  /** Whether more may be attached and one's own withdrawn. */
  mayChange: boolean;
};

const panelId = (aspectId: string): string => `evidence-${aspectId}`;
const itemsOf = ({ desk, aspectId }: Props) => desk.items.filter((one) => one.aspectId === aspectId);

/** 附件 (n): a link that draws the page with the panel open, a button once the page is alive. */
export function EvidenceToggle(props: Props) {
  const { aspectId, desk, words } = props;
  const n = itemsOf(props).filter((one) => one.withdrawn === null).length;
  if (itemsOf(props).length === 0 && !props.mayChange) return null;
  const label = n > 0 ? say(words.counted, { n }) : words.name;
  const open = desk.open[aspectId] === true;
  const common = { className: "evidence-toggle", "aria-label": `${aspectId} ${label}` };
  if (!desk.alive) {
    return (
      <a {...common} href={`?evidence=${encodeURIComponent(aspectId)}#${aspectId}`}>
        {label}
      </a>
    );
  }
  return (
    <button
      {...common}
      type="button"
      // Tab goes from mark to mark; where there is no evidence yet the way in is its key.
      tabIndex={n > 0 || open ? undefined : -1}
      aria-expanded={open}
      aria-controls={panelId(aspectId)}
      onClick={() => desk.show(aspectId, !open)}
    >
      {label}
    </button>
  );
}

export function EvidencePanel(props: Props & { problem: FormProblem | undefined; blind: boolean }) {
  const { aspectId, desk, words, mayChange, problem } = props;
  const open = desk.open[aspectId];
  if (open === undefined && !problem) return null;
  const items = itemsOf(props);
  return (
    <section
      id={panelId(aspectId)}
      className="evidence"
      aria-label={say(words.of, { id: aspectId })}
      hidden={open === false}
    >
      {items.length === 0 && <p className="evidence-by">{words.none}</p>}
      <EvidenceList
        items={items}
        words={words}
        actions={(one) =>
          one.own && one.withdrawn === null && mayChange && <Withdraw {...props} id={one.id} />
        }
      />
      {mayChange ? (
        <>
          <NoteForm {...props} />
          <PhotoForm {...props} />
          <p className="evidence-by">
            {words.lead}
            {props.blind && words.blind}
          </p>
        </>
      ) : (
        <p className="evidence-by">{words.closed}</p>
      )}
      {problem && <Notice tone="cinnabar" live="alert" title={problem.message} />}
      <SaidHere {...props} />
    </section>
  );
}

/** A form of ours that the script sends once the page is alive; sent, it is empty again. */
function EvidenceForm(props: Props & { intent: string; multipart?: boolean; children: ReactNode }) {
  const { aspectId, desk, intent } = props;
  const onSubmit = async (event: FormEvent<HTMLFormElement>) => {
    if (!desk.alive) return;
    event.preventDefault();
    const form = event.currentTarget;
    if (await desk.send(aspectId, new FormData(form))) form.reset();
  };
  return (
    <form
      method="post"
      encType={props.multipart ? "multipart/form-data" : undefined}
      className="evidence-form"
      onSubmit={(event) => void onSubmit(event)}
    >
      <input type="hidden" name="intent" value={intent} />
      <input type="hidden" name="aspectId" value={aspectId} />
      {props.children}
    </form>
  );
}

function NoteForm(props: Props & { problem: FormProblem | undefined }) {
  const { words } = props;
  return (
    <EvidenceForm {...props} intent="attach-note">
      <TextAreaField
        label={words.note}
        name="note"
        hint={words.noteHint}
        rows={2}
        maxLength={evidenceLimits.note}
        defaultValue={props.problem?.values["note"]}
      />
      <Button type="submit" size="small">
        {words.saveNote}
      </Button>
    </EvidenceForm>
  );
}

/** With a script a chosen photo goes at once; without one it is a field and a button. */
function PhotoForm(props: Props) {
  const { aspectId, desk, words } = props;
  const accept = "image/jpeg,image/png";
  if (!desk.alive) {
    return (
      <EvidenceForm {...props} intent="attach-photo" multipart>
        <FileField label={words.photo} name="photo" accept={accept} capture="environment" required />
        <Button type="submit" size="small">
          {words.upload}
        </Button>
      </EvidenceForm>
    );
  }
  const chosen = ({ currentTarget }: ChangeEvent<HTMLInputElement>) => {
    const file = currentTarget.files?.[0];
    if (file) void desk.sendPhoto(aspectId, file).finally(() => (currentTarget.value = ""));
  };
  return (
    <div className="actions">
      {([words.camera, words.choose] as const).map((label, place) => (
        <label key={label} className={`button secondary small photo-choice${place === 0 ? " camera" : ""}`}>
          {label}
          <input
            type="file"
            accept={accept}
            capture={place === 0 ? "environment" : undefined}
            className="hidden-text"
            onChange={chosen}
          />
        </label>
      ))}
    </div>
  );
}

function Withdraw(props: Props & { id: string }) {
  const { words } = props;
  return (
    <details className="evidence-withdraw">
      <summary>{words.withdraw}</summary>
      <EvidenceForm {...props} intent="withdraw-evidence">
        <input type="hidden" name="evidenceId" value={props.id} />
        <TextField
          label={words.reason}
          name="reason"
          hint={words.reasonHint}
          maxLength={evidenceLimits.reason}
          required
        />
        <Button type="submit" size="small" variant="danger">
          {words.withdrawYes}
        </Button>
      </EvidenceForm>
    </details>
  );
}

function SaidHere({ aspectId, desk, words }: Props) {
  const said = desk.said[aspectId];
  const again = said?.again;
  return (
    <div role="status">
      {said && (
        <Notice
          tone={said.tone}
          title={said.text}
          actions={again && <Button onClick={() => void desk.send(aspectId, again)}>{words.again}</Button>}
        />
      )}
    </div>
  );
}
