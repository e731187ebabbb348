// The best competitor of each delegation on the scale of 700, and its team score.
import { Card, DataTable, EmptyState } from "#app/kit/index.ts";
import type { Loaded } from "./route.tsx";

type Props = { best: Loaded["view"]["best"]; words: Loaded["words"]; ranking: Loaded["ranking"] };

export function BestOfDelegations({ best, words, ranking }: Props) {
  const said = words.best;
  return (
    <Card title={said.title} lead={said.lead} flush>
      <DataTable
        caption={said.title}
        rows={best}
        rowKey={(row) => row.id}
        empty={<EmptyState title={said.empty}>{said.emptyWhy}</EmptyState>}
        columns={[
          {
            key: "name",
            head: ranking.delegation,
            strong: true,
            phone: "title",
            cell: (row) => row.name,
          },
          {
            key: "who",
            head: said.who,
            cell: (row) => row.people.map((one) => <div key={one.key}>{`${one.number} ${one.name}`}</div>),
          },
          {
            key: "skill",
            head: said.skill,
            cell: (row) => row.people.map((one) => <div key={one.key}>{one.skill}</div>),
          },
          { key: "scale", head: said.scale, numeric: true, cell: (row) => row.scale },
          { key: "team", head: said.team, numeric: true, cell: (row) => row.team ?? ranking.none },
        ]}
      />
    </Card>
  );
}
