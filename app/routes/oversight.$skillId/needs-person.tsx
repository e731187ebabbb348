// What needs a person stands first: disagreements, sheets for a second person, sub-criteria that can be locked.
import { Card, type RowItem, RowList } from "#app/kit/index.ts";
import { useTicking } from "#app/live/server-clock.ts";
import { vacantIn } from "#app/sheet/conflicts.tsx";
import {
  lateSubs,
  type SubStanding,
  sheetOf,
  tellAbout,
  tileOf,
  totalOf,
  wallStage,
} from "#app/sheet/wall.ts";
import { hasReached } from "#domain/competitions/skill.ts";
import type { View } from "#domain/live/diff.ts";
import { sheetId } from "#domain/marking/lock.ts";
import { sharedRanks } from "#domain/results/ranking.ts";
import type { WaitingBatch } from "#server/marking/waiting-batches.ts";
import type { WaitingVersion } from "#server/schemes/versions.ts";
import { say } from "#words/language.ts";
import { silentSeats } from "./devices.tsx";
import type { Wall, WallWords } from "./wall-page.tsx";

export function NeedsPerson(props: {
  wall: Wall;
  version: WaitingVersion | null;
  /** Re-scoring batches that nobody has decided. */
  batches: readonly ShownBatch[];
  view: View;
  subs: readonly SubStanding[];
  words: WallWords;
}) {
  const { wall, version, batches, view, subs } = props;
  const told = props.words.wall;
  const now = useTicking();
  const over = hasReached(wallStage(view), "complete");
  const waiting = [
    ...(version ? [versionItem(wall.skill.id, version, told)] : []),
    ...(batches.length > 0 ? [batchesItem(wall.skill.id, batches, props.words)] : []),
  ];
  if (over && waiting.length === 0) return null;
  const marking = [
    ...vacancies(wall, view, props.words),
    ...late(wall.skill.id, view, subs, now, props.words),
    ...silentSeats({ seats: wall.seats, view, words: props.words, now }),
    ...listNeeds(wall, view, subs, props.words),
  ];
  const items = over ? waiting : [...waiting, ...marking];
  return (
    <Card
      title={say(told.todo, { n: items.length })}
      tone={items.some((item) => item.tone === "cinnabar") ? "cinnabar" : undefined}
    >
      {items.length === 0 ? (
        <p>{told.nothingLead}</p>
      ) : (
        <RowList items={items} label={say(told.todo, { n: items.length })} />
      )}
    </Card>
  );
}

/** A revision of the scheme: somebody has to put it into force, and until then marking goes by the version before. */
const versionItem = (
  skillId: string,
  { version, reason, ready, writtenByMe }: WaitingVersion,
  { version: told }: WallWords["wall"],
): RowItem => ({
  title: say(!ready ? told.unfinished : writtenByMe ? told.mine : told.waiting, { n: version }),
  detail: say(told.reason, { reason }),
  tone: !ready || writtenByMe ? undefined : "amber",
  to: `/manage/skills/${skillId}/scheme`,
});

export type ShownBatch = Pick<WaitingBatch, "aspectId" | "changes">;

const batchesItem = (
  skillId: string,
  batches: readonly ShownBatch[],
  { rescoring, wall }: WallWords,
): RowItem => ({
  title: rescoring.waits,
  detail: batches
    .map(({ aspectId, changes }) => say(rescoring.batch, { aspect: aspectId, n: changes }))
    .join(wall.comma),
  to: `/oversight/${skillId}/rescoring`,
});

/** Works whose judge declared a conflict and that nobody judges on that seat. */
const vacancies = (wall: Wall, view: View, { conflict, wall: { comma } }: WallWords): RowItem[] =>
  wall.contestants
    .filter((one) => one.status === "present" && vacantIn(view, one.id).length > 0)
    .map((one) => ({
      title: say(conflict.needs, { code: one.code, seats: vacantIn(view, one.id).join(comma) }),
      detail: conflict.needsDetail,
      tone: "cinnabar",
      to: "#conflicts",
    }));

/** Sub-criteria past the time that was set for them, the longest first. */
const late = (
  skillId: string,
  view: View,
  subs: readonly SubStanding[],
  now: Date,
  words: WallWords,
): RowItem[] =>
  lateSubs(view, subs, now)
    .sort((a, b) => b.minutes - a.minutes)
    .map(({ sub, minutes, codes }) => ({
      title: say(words.onTheDay.late, { sub: sub.id, n: minutes }),
      detail: say(words.onTheDay.lateDetail, { codes: codes.join(words.wall.comma) }),
      tone: "cinnabar",
      to: "#locks",
      action: { label: words.wall.tell, to: tellAbout(skillId, sub.id) },
    }));

/** Codes whose rank somebody else has too. */
function sharingRanks(wall: Wall, view: View): string[] {
  const rows = wall.contestants.map(({ id, code }) => ({
    contestantId: id,
    code,
    rank: totalOf(view, id).rank,
  }));
  return sharedRanks(rows)
    .flat()
    .map(({ code }) => code);
}

function listNeeds(wall: Wall, view: View, subs: readonly SubStanding[], words: WallWords): RowItem[] {
  const told = words.wall;
  const stage = wallStage(view);
  if (stage === "set-up" || stage === "drawn")
    return [{ title: told.openable, detail: told.openableLead, to: "#main" }];
  if (stage !== "scoring") return [];
  const disagreeing = subs.flatMap(({ sub }) =>
    wall.contestants
      .filter((one) => tileOf(view, one.id, sub.id).state === "disagree")
      .map(
        (one): RowItem => ({
          title: say(told.disagreeAt, { code: one.code, sub: sub.id }),
          detail: told.disagree,
          tone: "cinnabar",
          to: sheetOf(wall.skill.id, one.id, sub.id),
          action: { label: told.tell, to: tellAbout(wall.skill.id, sheetId(one.id, sub.id)) },
        }),
      ),
  );
  const awaiting = subs.flatMap(({ sub, held }): RowItem[] => {
    const n = held.find((one) => one.why === "awaiting")?.codes.length ?? 0;
    return n === 0
      ? []
      : [
          {
            title: say(told.awaitingAt, { sub: sub.id }),
            value: say(told.awaiting, { n }),
            to: `/oversight/${wall.skill.id}/confirm`,
          },
        ];
  });
  const lockable = subs
    .filter((one) => !one.locked && one.held.length === 0)
    .map(
      ({ sub }): RowItem => ({
        title: say(told.lockableAt, { sub: sub.id }),
        detail: told.lockable,
        to: "#locks",
      }),
    );
  const over = subs.length > 0 && subs.every((one) => one.locked);
  const tied = over && wall.rules.noSharedRanks ? sharingRanks(wall, view) : [];
  if (tied.length > 0) {
    const { rulings } = words;
    return [
      {
        title: say(rulings.needs, { codes: tied.join(told.comma) }),
        detail: rulings.needsDetail,
        tone: "cinnabar",
        to: `/oversight/${wall.skill.id}/rulings#ties`,
      },
    ];
  }
  return [
    ...disagreeing,
    ...awaiting,
    ...lockable,
    ...(over ? [{ title: told.completable, detail: told.completableLead, to: "#main" }] : []),
  ];
}
