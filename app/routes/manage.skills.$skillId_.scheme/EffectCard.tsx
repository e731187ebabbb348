// What keeps a version out of force, or whom it would move; and for the chief judge the way to put it into force.
import type { Words } from "#app/context.ts";
import { Actions, Badge, Card, Confirm, Notice, TextAreaField } from "#app/kit/index.ts";
import { MovedTable } from "#app/sheet/moved-table.tsx";
import type { Stage } from "#domain/competitions/skill.ts";
import type { VersionEffect } from "#server/schemes/versions.ts";
import { say } from "#words/language.ts";

type Said = Words["manage"]["scheme"]["versions"];

/** Rules or marks that the draft does not fit, for whoever writes it. */
export function HeldBack({ words, refusal }: { words: Said; refusal: string }) {
  return (
    <Notice tone="cinnabar" title={words.heldBack}>
      {refusal}
    </Notice>
  );
}

type Props = {
  words: Words["manage"];
  judging: Words["judge"];
  address: string;
  version: number;
  stage: Stage;
  /** Null while something but the draft's own errors keeps it out of force. */
  effect: VersionEffect | null;
  /** Of the draft whose changes are shown. */
  seen: string;
  refusal: string | null;
  /** Problems of the draft that stand against it. */
  errors: number;
  writtenByMe: boolean;
  reason: string;
  /** Numbers of the aspects that it takes away: marks given in them count no more. */
  gone: readonly string[];
};

export function EffectCard(props: Props) {
  const {
    words,
    judging,
    address,
    version,
    stage,
    effect,
    seen,
    refusal,
    errors,
    writtenByMe,
    reason,
    gone,
  } = props;
  const said = words.scheme.versions;
  const blocked =
    errors > 0
      ? say(said.notYet, { n: errors })
      : refusal !== null
        ? said.heldBack
        : writtenByMe
          ? said.ownDraft
          : undefined;
  const moved = effect?.moved ?? [];
  const follows = effect && consequences(effect, gone, stage, said).map((line) => <p key={line}>{line}</p>);
  const marks = stage === "scoring" || effect?.complete === false;
  return (
    <Card
      title={said.effect}
      lead={said.effectLead}
      badges={moved.length > 0 && <Badge tone="amber">{say(said.moves, { n: moved.length })}</Badge>}
      tone="amber"
      edge
      id="effect"
    >
      {refusal !== null && <HeldBack words={said} refusal={refusal} />}
      {moved.length > 0 && <MovedTable moved={moved} words={judging} />}
      {follows}
      <Actions>
        <Confirm
          trigger={said.enforce}
          triggerVariant="primary"
          title={say(said.enforceTitle, { n: version })}
          action={address}
          value="enforce-version"
          fields={{ seenHash: seen }}
          confirmLabel={said.enforceConfirm}
          cancelLabel={words.cancel}
          blocked={blocked}
          danger
          inputs={
            marks && (
              <TextAreaField
                label={said.tell}
                name="text"
                hint={said.tellHint}
                rows={3}
                maxLength={300}
                defaultValue={say(said.tellText, { n: version, reason }).slice(0, 300)}
              />
            )
          }
        >
          {moved.length > 0 && <p>{say(said.willMove, { n: moved.length })}</p>}
          {follows}
          <p>{said.enforceText}</p>
        </Confirm>
      </Actions>
    </Card>
  );
}

/** What follows besides the figures: nobody moves, locks that open, signatures that fall. */
function consequences(
  { moved, compared, opened, complete }: VersionEffect,
  gone: readonly string[],
  stage: Stage,
  said: Said,
) {
  return [
    ...(moved.length > 0 ? [] : [compared ? said.nothingMoves : said.noneFinished]),
    ...(gone.length > 0 ? [say(said.dropped, { aspects: gone.join("、") })] : []),
    ...(opened.length > 0 ? [say(said.opened, { subs: opened.join("、") })] : []),
    stage === "scoring" ? said.stillScoring : complete ? said.complete : said.incomplete,
  ];
}
