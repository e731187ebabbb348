// The tables of the policy page: rows, every case that entitles, the register of interpretations.
import type { Words } from "#app/context.ts";
import { Badge, Card, DataTable, type ShapeName, StatusDot, type Tone } from "#app/kit/index.ts";
import { say } from "#words/language.ts";
import type { PolicyView, ShownRow } from "./policy-view.ts";

type Props = { policy: PolicyView; words: Words["hr"] };

export function Rows({ policy, words }: Props) {
  const said = words.policy;
  const under = (row: ShownRow) =>
    row.kind === "competition" ? said.competitorOnly : row.kind === "schooling" ? said.technicalOnly : null;
  return (
    <Card flush>
      <DataTable
        caption={said.rows}
        stickyHead={false}
        rows={policy.rows}
        rowKey={(row) => `${row.holder} ${row.outcome}`}
        columns={[
          {
            key: "holder",
            head: said.holder,
            strong: true,
            phone: "title",
            cell: (row) => (
              <div>
                {row.holder}
                {under(row) && <small className="under">{under(row)}</small>}
                {row.doubtful && (
                  <small className="under">{say(said.doubtful, { grades: row.doubtful })}</small>
                )}
              </div>
            ),
          },
          { key: "outcome", head: said.outcome, cell: (row) => row.outcome },
          { key: "clause", head: said.clause, nowrap: true, cell: (row) => row.place },
        ]}
      />
    </Card>
  );
}

export function TruthTable({ policy, words }: Props) {
  const said = words.policy;
  const { granting, columns } = policy.table;
  return (
    <Card flush>
      <DataTable
        caption={said.table}
        dense
        stickyHead={false}
        rows={granting}
        rowKey={(row) => row.award}
        columns={[
          {
            key: "award",
            head: said.award,
            strong: true,
            grow: true,
            phone: "title" as const,
            cell: (row) => row.award,
          },
          ...columns.map(({ code, name }) => ({
            key: code,
            head: name,
            cell: (row: (typeof granting)[number]) =>
              row.codes.includes(code) ? (
                <StatusDot tone="celadon" shape="check" label={said.yes} />
              ) : (
                <StatusDot tone="neutral" shape="cross" label={said.no} />
              ),
          })),
        ]}
      />
    </Card>
  );
}

const looks: Readonly<Record<PolicyView["readings"][number]["status"], { tone: Tone; shape: ShapeName }>> = {
  open: { tone: "amber", shape: "clock" },
  adopted: { tone: "celadon", shape: "check" },
  rejected: { tone: "cinnabar", shape: "cross" },
};

export function Readings({ policy, words }: Props) {
  const said = words.policy;
  return (
    <Card flush>
      <DataTable
        caption={said.readings}
        stickyHead={false}
        rows={policy.readings}
        rowKey={(row) => row.id}
        columns={[
          { key: "id", head: said.id, strong: true, nowrap: true, phone: "title", cell: (row) => row.id },
          {
            key: "question",
            head: said.question,

            cell: (row) => <span lang="zh-CN">{row.question}</span>,
          },
          {
            key: "reading",
            head: said.reading,

            cell: (row) => <span lang="zh-CN">{row.reading}</span>,
          },
          {
            key: "status",
            head: said.status,
            cell: (row) => (
              <>
                <Badge {...looks[row.status]}>{words.readingStatus[row.status]}</Badge>
                {row.flag && <small className="under">{said.flagged}</small>}
              </>
            ),
          },
        ]}
      />
    </Card>
  );
}
