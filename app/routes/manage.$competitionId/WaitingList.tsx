// What waits for a person, in the order of the work; each line leads to where it is done.

import type { Words } from "#app/context.ts";
import { Card, RowList } from "#app/kit/index.ts";
import { deskOf } from "#app/manage/desk-address.ts";
import { say } from "#words/language.ts";
import type { EditionView } from "./edition-view.ts";
import type { Waiting, WaitKind } from "./waiting.ts";

type Said = Words["manage"]["workspace"];

/** Kinds that are done at the results desk rather than in the set-up of a skill. */
const atDesk: readonly WaitKind[] = ["check", "sign", "decode", "notice", "publish"];

export function WaitingList({ edition, words }: { edition: EditionView; words: Said }) {
  return (
    <Card
      id="waiting"
      title={
        edition.waiting.length > 0 ? say(words.waitingCount, { n: edition.waiting.length }) : words.waiting
      }
    >
      {edition.waiting.length === 0 ? (
        <p>{words.nothingWaits}</p>
      ) : (
        <RowList
          label={words.waiting}
          items={edition.waiting.map((one) => ({
            key: one.kind,
            title: words.waits[one.kind].title,
            detail: words.waits[one.kind].next,
            value: say(words.waits[one.kind].unit, { n: one.count }),
            to: whereTo(one, edition.id),
          }))}
        />
      )}
    </Card>
  );
}

function whereTo({ kind, skillId }: Waiting, editionId: string): string {
  if (kind === "submitted") return `/manage/${editionId}/registrations?state=submitted`;
  if (skillId && kind === "scheme") return `/manage/skills/${skillId}/scheme`;
  if (skillId && !atDesk.includes(kind)) return `/manage/skills/${skillId}`;
  if (skillId) return deskOf(skillId);
  return `/manage/${editionId}?waiting=${kind}#skills`;
}
