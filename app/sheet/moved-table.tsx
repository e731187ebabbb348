// Whom a change moves, by code: total and rank before and after.
import { type Column, DataTable } from "#app/kit/index.ts";
import type { Moved } from "#domain/results/moved.ts";
import type { Words } from "#words/index.ts";
import { say } from "#words/language.ts";

export function MovedTable({ moved, words }: { moved: readonly Moved[]; words: Words["judge"] }) {
  const told = words.rescoring;
  if (moved.length === 0) return <p>{told.nothingMoves}</p>;
  const none = words.wall.noRank;
  const columns: Column<Moved>[] = [
    { key: "code", head: words.wall.work, strong: true, cell: ({ code }) => code },
    {
      key: "total",
      head: words.wall.total,
      numeric: true,
      cell: ({ before, after }) => say(told.becomes, { from: before.total ?? none, to: after.total ?? none }),
    },
    {
      key: "rank",
      head: words.wall.rank,
      numeric: true,
      cell: ({ before, after }) => say(told.becomes, { from: before.rank ?? none, to: after.rank ?? none }),
    },
  ];
  return (
    <DataTable
      caption={say(told.moves, { n: moved.length })}
      columns={columns}
      rows={moved}
      rowKey={({ code }) => code}
      dense
      stickyHead={false}
    />
  );
}
