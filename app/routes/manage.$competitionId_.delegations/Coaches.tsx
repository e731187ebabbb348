// Coaches to honour (优秀指导教师): those of the first so many of each skill.
import { Card, DataTable, EmptyState } from "#app/kit/index.ts";
import { say } from "#words/language.ts";
import type { Loaded } from "./route.tsx";

type Props = {
  coaches: Loaded["view"]["coaches"];
  coachRanks: number;
  words: Loaded["words"]["coaches"];
};

export function Coaches({ coaches, coachRanks, words }: Props) {
  if (coachRanks === 0) return <Card title={words.title} lead={words.off} />;
  return (
    <Card title={words.title} lead={say(words.lead, { n: coachRanks })} flush>
      <DataTable
        caption={words.title}
        rows={coaches}
        rowKey={(row) => row.key}
        empty={<EmptyState title={words.empty}>{words.emptyNext}</EmptyState>}
        columns={[
          { key: "coach", head: words.coach, strong: true, phone: "title", cell: (row) => row.coach },
          { key: "skill", head: words.skill, cell: (row) => row.skill },
          { key: "rank", head: words.rank, numeric: true, cell: (row) => row.rank },
          { key: "who", head: words.who, cell: (row) => `${row.number} ${row.name}` },
        ]}
      />
    </Card>
  );
}
