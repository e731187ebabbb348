// The mark summary of a day on paper: the marks by code, the judges' places to sign, the seal.
import { useDates } from "#app/dates.ts";
import { PrintSheet } from "#app/kit/index.ts";
import { skillTitle } from "#domain/competitions/skill.ts";
import type { ShownDay } from "#server/results/read-days.ts";
import type { Words } from "#words/index.ts";
import { say } from "#words/language.ts";
import { DayTable } from "./day-table.tsx";
import { PaperSeal } from "./paper-seal.tsx";

export function DayPaper(props: {
  shown: ShownDay;
  /** When the page was made, ISO. */
  printed: string;
  words: Words["judge"]["signing"];
}) {
  const { shown, printed, words } = props;
  const { skill, summary, seal } = shown;
  const dates = useDates();
  return (
    <PrintSheet
      title={say(words.title, { day: summary.day })}
      subtitle={skill.competition}
      meta={[
        { label: words.skill, value: skillTitle(skill) },
        { label: words.day, value: say(words.dayOf, { day: summary.day }) },
        { label: words.works, value: summary.rows.length },
        { label: words.printed, value: dates.moment(printed) },
      ]}
      signatures={shown.signers.map(({ seat, name, signed }) => ({
        who: say(words.pen, { seat }),
        notes: signed ? [name, dates.moment(signed.at)] : [`${name} · ${words.unsigned}`],
        drawn: signed?.drawn ? { address: signed.drawn, label: say(words.pad.of, { name }) } : null,
      }))}
      footer={seal && <PaperSeal seal={seal} words={words.seal} />}
    >
      <DayTable shown={shown} words={words} />
    </PrintSheet>
  );
}
