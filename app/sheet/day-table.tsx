// The agreed marks of a day, work by work: the same table for the judge who signs and for the sheet that is printed.
import { useShell } from "#app/frame.tsx";
import { type Column, DataTable } from "#app/kit/index.ts";
import type { DayRow, DaySummary } from "#domain/marking/day-summary.ts";
import type { ContestantStatus } from "#domain/results/ranking.ts";
import type { Words } from "#words/index.ts";
import { say } from "#words/language.ts";

type Said = Words["judge"]["signing"];

export function DayTable({ summary, words }: { summary: DaySummary; words: Said }) {
  const { terms } = useShell();
  const someoneOut = summary.rows.some((row) => row.status !== "present");
  const columns: Column<DayRow>[] = [
    { key: "code", head: words.code, strong: true, nowrap: true, phone: "title", cell: (row) => row.code },
    ...summary.subcriteria.map((sub, place) => ({
      key: sub.id,
      head: (
        <>
          {sub.id} {sub.name}
          <br />
          <small>{say(words.max, { max: sub.max })}</small>
        </>
      ),
      label: `${sub.id} ${sub.name}`,
      numeric: true,
      cell: (row: DayRow) => row.marks[place] ?? words.none,
    })),
    { key: "sum", head: words.sum, numeric: true, strong: true, cell: (row) => row.total ?? words.none },
    ...(someoneOut
      ? [
          {
            key: "status",
            head: words.status,
            nowrap: true,
            cell: (row: DayRow) => terms.contestantStatus[row.status as ContestantStatus],
          },
        ]
      : []),
  ];
  return (
    <DataTable
      caption={say(words.caption, { day: summary.day })}
      columns={columns}
      rows={summary.rows}
      rowKey={(row) => row.code}
      dense
      stickyHead={false}
    />
  );
}

/** The sub-criteria of a day that are not locked for everybody, in words. */
export const openSubs = ({ subcriteria }: DaySummary, words: Said): string =>
  subcriteria
    .filter((sub) => !sub.locked)
    .map((sub) => `${sub.id} ${sub.name}`)
    .join(words.comma);
