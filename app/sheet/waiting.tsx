// What waits for a judge, over all skills and before everything else: a spread to score again, a day to sign. Each leads there.
import { Card, type RowItem, RowList } from "#app/kit/index.ts";
import { useViews } from "#app/live/use-view.ts";
import { skillTitle } from "#domain/competitions/skill.ts";
import { sheetId } from "#domain/marking/lock.ts";
import type { Desk } from "#server/marking/load-sheet.ts";
import type { Words } from "#words/index.ts";
import { say } from "#words/language.ts";
import { type DayToSign, isOwed } from "./days.tsx";
import { againOwed, stageOf } from "./panel.ts";

type Props = {
  desks: readonly { readonly desk: Desk; readonly days: readonly DayToSign[] }[];
  words: Words["judge"];
};

export function Waiting({ desks, words }: Props) {
  const ids = desks.map(({ desk }) => desk.skill.id);
  const initial = Object.fromEntries(desks.map(({ desk }) => [desk.skill.id, desk.panel]));
  const { views } = useViews("panel", ids, initial);
  const told = words.desk;
  const items = desks.flatMap(({ desk, days }): RowItem[] => {
    const skill = skillTitle(desk.skill);
    const panel = views[desk.skill.id] ?? desk.panel;
    const again = stageOf(panel) === "scoring" ? againOwed(panel, desk) : [];
    return [
      ...again.map(
        ({ contestant, sub, aspectId }): RowItem => ({
          key: `${contestant.id}/${aspectId}`,
          title: say(told.again, { code: contestant.code, aspect: aspectId }),
          detail: say(told.againDetail, { skill }),
          value: told.scoreAgain,
          tone: "cinnabar",
          to: `/judge/sheets/${sheetId(contestant.id, sub)}#${aspectId}`,
        }),
      ),
      ...days.filter(isOwed).map(
        ({ day, signing }): RowItem => ({
          key: `${desk.skill.id}/${day}`,
          title: `${say(words.signing.title, { day })} · ${words.signing.state[signing]}`,
          detail: skill,
          value: say(words.signing.toDay, { day }),
          tone: signing === "stale" ? "cinnabar" : "amber",
          to: `/judge/days/${desk.skill.id}/${day}`,
        }),
      ),
    ];
  });
  if (items.length === 0) return null;
  const title = say(told.waiting, { n: items.length });
  return (
    <Card title={title} tone={items.some((one) => one.tone === "cinnabar") ? "cinnabar" : "amber"} edge>
      <RowList items={items} label={title} />
    </Card>
  );
}
