// The versions of a locked scheme: what stood, why it was revised, the draft that follows, and what it would move.
import type { Words } from "#app/context.ts";
import type { FormProblem } from "#app/form-answer.ts";
import { Refused } from "#app/form-page.tsx";
import { Actions, Badge, Card, Confirm, Notice, RowList, TextField } from "#app/kit/index.ts";
import { useDayWords } from "#app/manage/day-words.ts";
import { MovedTable } from "#app/sheet/moved-table.tsx";
import type { SchemeEffect } from "#domain/results/revision.ts";
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
              <TextField
                label={said.reasonLabel}
                name="reason"
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
};

/** Says which version is being written, and lets it be given up. */
export function DraftNotice({ words, address, version, reason, marked }: DraftProps) {
  const said = words.scheme.versions;
  return (
    <Notice
      tone="amber"
      actions={
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
      }
    >
      <p>{say(said.drafting, { n: version, before: version - 1, reason })}</p>
      <p>{said.numbersStand}</p>
      {marked && <p>{said.marked}</p>}
    </Notice>
  );
}

export type ShownEffect =
  | ({ readonly refused: null; readonly writtenByMe: boolean; readonly hash: string } & SchemeEffect)
  | { readonly refused: string };

type EffectProps = {
  words: Words["manage"];
  judging: Words["judge"];
  address: string;
  version: number;
  effect: ShownEffect;
  /** Problems of the draft that stand against it. */
  errors: number;
};

/** For the chief judge: every total and rank that the draft would move, and the way to put it into force. */
export function EffectCard({ words, judging, address, version, effect, errors }: EffectProps) {
  const said = words.scheme.versions;
  if (effect.refused !== null) return <Notice tone="cinnabar">{effect.refused}</Notice>;
  const { moved, opened, complete, writtenByMe, hash } = effect;
  const blocked = errors > 0 ? say(said.notYet, { n: errors }) : writtenByMe ? said.ownDraft : undefined;
  return (
    <Card
      title={said.effect}
      lead={said.effectLead}
      badges={moved.length > 0 && <Badge tone="amber">{say(said.moves, { n: moved.length })}</Badge>}
      tone="amber"
      edge
      id="effect"
    >
      <MovedTable moved={moved} words={judging} />
      {opened.length > 0 && <p>{say(said.opened, { subs: opened.join("、") })}</p>}
      <p>{complete ? said.complete : said.incomplete}</p>
      <Actions>
        <Confirm
          trigger={said.enforce}
          triggerVariant="primary"
          title={say(said.enforceTitle, { n: version })}
          action={address}
          value="enforce-version"
          fields={{ seenHash: hash }}
          confirmLabel={said.enforceConfirm}
          cancelLabel={words.cancel}
          blocked={blocked}
          danger
        >
          {said.enforceText}
        </Confirm>
      </Actions>
    </Card>
  );
}
