// The figures of every judge in one table. Too few marks leave a figure empty with the reason, never at 0.
import { Badge, type Column, DataTable } from "#app/kit/index.ts";
import { say } from "#words/language.ts";
import { seatOf, signed } from "./figures.ts";
import type { Loaded } from "./route.tsx";

type Statistics = Loaded["statistics"];
type Row = Statistics["rows"][number];
type Words = Loaded["words"];

export function JudgeTable({ rows, words }: Statistics & { words: Words }) {
  const columns: Column<Row>[] = [
    {
      key: "judge",
      head: words.judge,
      phone: "title",
      strong: true,
      nowrap: true,
      cell: (row) => `${seatOf(row, words)} ${row.name}`,
    },
    { key: "marks", head: words.marks, numeric: true, cell: (row) => row.marks },
    {
      key: "severity",
      head: words.severity,
      numeric: true,
      cell: (row) => <Severity row={row} words={words} />,
    },
    {
      key: "deviation",
      head: words.deviation,
      numeric: true,
      cell: (row) => (row.deviation === null ? words.few : `${row.deviation}%`),
    },
    {
      key: "same",
      head: words.same,
      numeric: true,
      cell: (row) => (row.same === null ? words.few : `${row.same}%`),
    },
    {
      key: "near",
      head: words.near,
      numeric: true,
      cell: (row) =>
        row.near === null ? words.few : say(words.nearOf, { percent: row.near, n: row.judgements }),
    },
    { key: "ownUnit", head: words.ownUnit, cell: (row) => ownUnit(row.ownUnit, words) },
  ];
  return (
    <DataTable
      caption={words.table}
      columns={columns}
      rows={rows}
      rowKey={(row) => row.seatId}
      stickyHead={false}
    />
  );
}

function Severity({ row, words }: { row: Row; words: Words }) {
  if (row.severity === null) return words.few;
  if (!row.apart) return signed(row.severity);
  return (
    <Badge tone="amber" shape="bang">
      {say(words.standsApart, { percent: signed(row.severity) })}
    </Badge>
  );
}

function ownUnit(of: Row["ownUnit"], words: Words): string {
  switch (of.state) {
    case "sealed":
      return words.ownUnitSealed;
    case "unknown":
      return words.ownUnitUnknown;
    case "few":
      return say(of.marks === 0 ? words.ownUnitNone : words.ownUnitFew, { unit: of.unit, n: of.marks });
    case "known":
      return say(words.ownUnitSaid, { unit: of.unit, n: of.marks, percent: signed(of.bias) });
  }
}
