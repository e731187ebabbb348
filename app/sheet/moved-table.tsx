// Whom a change moves, by code: total, rank and award before and after.
import { useShell } from "#app/frame.tsx";
import { type Column, DataTable } from "#app/kit/index.ts";
import type { AwardGrade } from "#domain/awards/grades.ts";
import type { Moved } from "#domain/awards/moved.ts";
import type { Words } from "#words/index.ts";
import { say } from "#words/language.ts";

/** Whoever moves; the award where it can be told. */
export function MovedTable({ moved, words }: { moved: readonly Moved[]; words: Words["judge"] }) {
  const told = words.rescoring;
  const becomes = (from: string | number | null, to: string | number | null) =>
    from === to
      ? (to ?? words.wall.noRank)
      : say(told.becomes, { from: from ?? words.wall.noRank, to: to ?? words.wall.noRank });
  const { terms } = useShell();
  if (moved.length === 0) return <p>{told.nothingMoves}</p>;
  const awardOf = (grade: AwardGrade | null): string => (grade ? terms.grade[grade] : told.noAward);
  const columns: Column<Moved>[] = [
    { key: "code", head: words.wall.work, strong: true, cell: ({ code }) => code },
    {
      key: "total",
      head: words.wall.total,
      numeric: true,
      cell: ({ before, after }) => becomes(before.total, after.total),
    },
    {
      key: "rank",
      head: words.wall.rank,
      numeric: true,
      cell: ({ before, after }) => becomes(before.rank, after.rank),
    },
  ];
  if (moved.some(({ grades }) => grades && grades.before !== grades.after)) {
    columns.push({
      key: "award",
      head: told.award,
      cell: ({ grades }) => grades && becomes(awardOf(grades.before), awardOf(grades.after)),
    });
  }
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
