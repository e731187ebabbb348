// The aspects of a sub-criterion: id, kind, what is looked at and how it earns, and the highest mark.

import type { Words } from "#app/context.ts";
import { useShell } from "#app/frame.tsx";
import { Badge, ButtonLink, type Column, DataTable, EmptyState, VisuallyHidden } from "#app/kit/index.ts";
import { particularsOf } from "#app/sheet/particulars.ts";
import { type Aspect, isBeside } from "#domain/schemes/aspect.ts";
import { say } from "#words/language.ts";
import { anchorOf, type SubCriterionView } from "./scheme-view.ts";

type Props = { sub: SubCriterionView; words: Words["manage"]["scheme"]; address: string; locked: boolean };

export function AspectTable({ sub, words, address, locked }: Props) {
  const { terms } = useShell();
  const columns: Column<Aspect>[] = [
    {
      key: "id",
      head: words.number,
      numeric: true,
      align: "start",
      nowrap: true,
      cell: (row) => <span id={anchorOf(row.id)}>{row.id}</span>,
    },
    {
      key: "kind",
      head: words.kind,
      nowrap: true,
      cell: (row) => <Badge>{terms.aspectKind[row.kind]}</Badge>,
    },
    {
      key: "description",
      head: words.description,
      grow: true,
      phone: "title",
      cell: (row) => <Content aspect={row} words={words} />,
    },
    {
      key: "max",
      head: words.max,
      numeric: true,
      strong: true,
      nowrap: true,
      cell: (row) => (isBeside(row) ? "–" : row.max),
    },
  ];
  if (!locked) {
    columns.push({
      key: "change",
      head: <VisuallyHidden>{words.change}</VisuallyHidden>,
      label: words.change,
      phone: "bare",
      nowrap: true,
      cell: (row) => (
        <ButtonLink
          to={`${address}?edit=aspect&id=${encodeURIComponent(row.id)}#edit`}
          size="small"
          variant="quiet"
          aria-label={`${words.change} ${row.id}`}
        >
          {words.change}
        </ButtonLink>
      ),
    });
  }
  return (
    <DataTable
      caption={`${sub.id} ${sub.name}`}
      columns={columns}
      rows={sub.aspects}
      rowKey={(row) => row.id}
      stickyHead={false}
      empty={<EmptyState title={words.emptySub} />}
    />
  );
}

function Content({ aspect, words }: { aspect: Aspect; words: Words["manage"]["scheme"] }) {
  const { terms } = useShell();
  const { requirement } = aspect;
  const particulars = particularsOf(aspect, terms.particulars);
  return (
    <>
      <div>{aspect.description}</div>
      {requirement && <div className="rows-detail">{requirement}</div>}
      {particulars && <div className="rows-detail">{particulars}</div>}
      {aspect.kind === "judgement" && (
        <details>
          <summary>{words.levels}</summary>
          <ul>
            {aspect.levels.map((text, level) => (
              <li key={level}>{`${say(words.level, { n: level })}　${text}`}</li>
            ))}
          </ul>
        </details>
      )}
    </>
  );
}
