// The versions of a locked scheme: what stood, why it was revised, and the draft that follows.
import type { Words } from "#app/context.ts";
import type { FormProblem } from "#app/form-answer.ts";
import { Refused } from "#app/form-page.tsx";
import { ButtonLink, Card, Confirm, Notice, RowList, TextAreaField } from "#app/kit/index.ts";
import { useDayWords } from "#app/manage/day-words.ts";
import { say } from "#words/language.ts";

type Said = Words["manage"]["scheme"]["versions"];
export type ShownVersion = {
  readonly version: number;
  readonly reason: string | null;
  readonly lockedAt: string | null;
  readonly lockedBy: string | null;
};

type Props = {
  words: Words["manage"];
  address: string;
  versions: readonly ShownVersion[];
  /** Whether a revision may begin now. */
  revisable: boolean;
  refused: FormProblem | undefined;
};

export function VersionsCard({ words, address, versions, revisable, refused }: Props) {
  const said = words.scheme.versions;
  const { moment } = useDayWords();
  const inForce = versions.find(({ lockedAt }) => lockedAt !== null);
  return (
    <Card title={said.title} id="versions">
      <RowList
        label={said.title}
        items={versions.map((one) => ({
          key: String(one.version),
          title: `${say(said.version, { n: one.version })} · ${stateOf(one, inForce, said)}`,
          detail: [
            one.lockedAt &&
              say(said.lockedBy, { name: one.lockedBy ?? "", at: moment(new Date(one.lockedAt)) }),
            one.reason && say(said.reason, { reason: one.reason }),
          ]
            .filter(Boolean)
            .join("　"),
          to: one.lockedAt && one !== inForce ? `${address}?version=${one.version}` : undefined,
        }))}
      />
      {revisable && (
        <Confirm
          trigger={said.start}
          title={said.startTitle}
          action={address}
          value="start-version"
          confirmLabel={said.startConfirm}
          cancelLabel={words.cancel}
          stays
          open={refused !== undefined}
          inputs={
            <>
              <Refused problem={refused} />
              <TextAreaField
                label={said.reasonLabel}
                name="reason"
                rows={3}
                hint={said.reasonHint}
                required
                maxLength={500}
                defaultValue={refused?.values["reason"]}
              />
            </>
          }
        >
          {said.startText}
        </Confirm>
      )}
    </Card>
  );
}

function stateOf(one: ShownVersion, inForce: ShownVersion | undefined, said: Said): string {
  if (one.lockedAt === null) return said.draft;
  return one === inForce ? said.inForce : said.replaced;
}

type DraftProps = {
  words: Words["manage"];
  address: string;
  version: number;
  reason: string;
  marked: boolean;
  /** To the chief judge who wrote none of it the draft is shown to be read: who writes in it cannot put it into force. */
  toRead: boolean;
};

/** Says which version is being written, and lets it be given up or, by a chief judge, be written in. */
export function DraftNotice({ words, address, version, reason, marked, toRead }: DraftProps) {
  const said = words.scheme.versions;
  return (
    <Notice
      tone="amber"
      actions={
        <>
          {toRead && (
            <ButtonLink to={`${address}?write`} size="small">
              {said.write}
            </ButtonLink>
          )}
          <Confirm
            trigger={said.drop}
            triggerSize="small"
            triggerVariant="quiet"
            title={say(said.dropTitle, { n: version })}
            action={address}
            value="drop-version"
            confirmLabel={said.dropConfirm}
            cancelLabel={words.cancel}
            danger
          >
            {said.dropText}
          </Confirm>
        </>
      }
    >
      <p>{say(said.drafting, { n: version, before: version - 1, reason })}</p>
      <p>{toRead ? said.toRead : said.numbersStand}</p>
      {marked && !toRead && <p>{said.marked}</p>}
    </Notice>
  );
}
