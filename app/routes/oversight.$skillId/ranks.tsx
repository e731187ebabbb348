// Ranks by code, for recheck and previews: the chief judge sees them, nobody else before signing.

import { useShell } from "#app/frame.tsx";
import { Card, type Column, DataTable } from "#app/kit/index.ts";
import { type Ranked, totalOf } from "#app/sheet/wall.ts";
import { useCodeWord } from "#app/skill/code-word.ts";
import type { View } from "#domain/live/diff.ts";
import { say } from "#words/language.ts";
import type { Wall, WallWords } from "./wall-page.tsx";

type Row = Ranked & { readonly id: string; readonly code: string };

export function Ranks({ wall, view, words }: { wall: Wall; view: View; words: WallWords }) {
  const { terms } = useShell();
  const told = words.wall;
  const code = useCodeWord(wall.rules.codingLayers);
  const title = say(told.ranks, { code });
  const rows = wall.contestants
    .map((one): Row => ({ id: one.id, code: one.code, ...totalOf(view, one.id) }))
    .sort(
      (a, b) =>
        (a.rank ?? Number.POSITIVE_INFINITY) - (b.rank ?? Number.POSITIVE_INFINITY) ||
        a.code.localeCompare(b.code),
    );
  if (!rows.some((row) => row.rank !== null)) return null;
  const columns: Column<Row>[] = [
    { key: "rank", head: told.rank, cell: (row) => row.rank ?? told.noRank },
    { key: "code", head: code, cell: (row) => row.code, strong: true },
    { key: "total", head: told.total, numeric: true, cell: (row) => row.total ?? terms.standing[row.status] },
  ];
  return (
    <Card title={title} lead={told.ranksLead} flush>
      <DataTable
        caption={title}
        columns={columns}
        rows={rows}
        rowKey={(row) => row.id}
        dense
        stickyHead={false}
      />
    </Card>
  );
}
