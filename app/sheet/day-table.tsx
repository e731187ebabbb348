// The agreed marks of a day, work by work: the same table for the judge who signs and for the sheet that is printed. A figure
// leads to its own sheet for whoever may open it.
import { Link } from "@remix-run/react";
import { useShell } from "#app/frame.tsx";
import { type Column, DataTable } from "#app/kit/index.ts";
import { useCodeWord } from "#app/skill/code-word.ts";
import type { DayRow, DaySummary } from "#domain/marking/day-summary.ts";
import { sheetId } from "#domain/marking/lock.ts";
import type { ContestantStatus } from "#domain/results/ranking.ts";
import type { ShownDay } from "#server/results/read-days.ts";
import type { Words } from "#words/index.ts";
import { say } from "#words/language.ts";

type Said = Words["judge"]["signing"];

export function DayTable({ shown, words }: { shown: ShownDay; words: Said }) {
  const { terms } = useShell();
  const { summary, own } = shown;
  const someoneOut = summary.rows.some((row) => row.status !== "present");
  const columns: Column<DayRow>[] = [
    {
      key: "code",
      head: useCodeWord(shown.codingLayers),
      strong: true,
      nowrap: true,
      phone: "title",
      cell: (row) => row.code,
    },
    ...summary.subcriteria.map((sub, place) => ({
      key: sub.id,
      head: (
        <>
          {sub.id} {sub.name}
          <br />
          <small>{say(words.max, { max: sub.max })}</small>
        </>
      ),
      label: sub.id,
      numeric: true,
      cell: ({ code, marks }: DayRow) => (
        <Figure code={code} contestantId={own[code]} sub={sub.id} mark={marks[place] ?? null} words={words} />
      ),
    })),
    {
      key: "sum",
      head: words.sum,
      label: words.sumShort,
      numeric: true,
      strong: true,
      phone: "end",
      cell: (row) => row.total ?? words.none,
    },
    ...(someoneOut
      ? [
          {
            key: "status",
            head: words.status,
            nowrap: true,
            cell: ({ status }: DayRow) => {
              const said = terms.contestantStatus[status as ContestantStatus];
              // On a phone the rule is not told, only who is out.
              return status === "present" ? <span className="head-whole">{said}</span> : said;
            },
          },
        ]
      : []),
  ];
  return (
    <>
      <Legend summary={summary} words={words} />
      <DataTable
        caption={say(words.caption, { day: summary.day })}
        columns={columns}
        rows={summary.rows}
        rowKey={(row) => row.code}
        dense
        compact
        stickyHead={false}
      />
    </>
  );
}

/** On a phone: what the short names over the figures stand for. */
function Legend({ summary, words }: { summary: DaySummary; words: Said }) {
  return (
    <ul className="day-legend">
      {summary.subcriteria.map((sub) => (
        <li key={sub.id}>
          {sub.id} {sub.name} <small>{say(words.max, { max: sub.max })}</small>
        </li>
      ))}
    </ul>
  );
}

function Figure(props: {
  code: string;
  contestantId: string | undefined;
  sub: string;
  mark: string | null;
  words: Said;
}) {
  const { code, contestantId, sub, mark, words } = props;
  if (mark === null || contestantId === undefined) return mark ?? words.none;
  return (
    <Link
      to={`/judge/sheets/${sheetId(contestantId, sub)}`}
      aria-label={say(words.toSheet, { code, sub, mark })}
    >
      {mark}
    </Link>
  );
}

/** The sub-criteria of a day that are not locked for everybody, in words. */
export const openSubs = ({ subcriteria }: DaySummary, words: Said): string =>
  subcriteria
    .filter((sub) => !sub.locked)
    .map((sub) => `${sub.id} ${sub.name}`)
    .join(words.comma);
