// What a version changes, part by part: of each only the lines that differ, as they were and as they are now.
import type { Words } from "#app/context.ts";
import { useShell } from "#app/frame.tsx";
import { Badge, Card, type Column, DataTable, EmptyState, Stack } from "#app/kit/index.ts";
import { particularsOf } from "#app/sheet/particulars.ts";
import { type Aspect, isBeside } from "#domain/schemes/aspect.ts";
import type { Part, PartChange } from "#domain/schemes/changed.ts";
import type { Words as Terms } from "#words/index.ts";
import { say } from "#words/language.ts";

type Said = Words["manage"]["scheme"];
type Props = { words: Said; version: number; changes: readonly PartChange[] };

export function ChangesCard({ words, version, changes }: Props) {
  const { terms } = useShell();
  const said = words.versions;
  const linesOf = (part: Part | null) => (part ? partLines(part, words, terms) : []);
  const columns: Column<PartChange>[] = [
    {
      key: "id",
      head: words.number,
      strong: true,
      nowrap: true,
      cell: ({ id, before, after }) => (
        <>
          <div>{id || words.whole}</div>
          {before === null && <Badge tone="celadon">{said.added}</Badge>}
          {after === null && <Badge tone="cinnabar">{said.removed}</Badge>}
        </>
      ),
    },
    {
      key: "name",
      head: words.description,
      cell: ({ before, after }) => nameOf((before ?? after)!, words),
    },
    {
      key: "before",
      head: said.before,
      cell: ({ before, after }) => <Lines of={linesOf(before)} without={linesOf(after)} none={said.none} />,
    },
    {
      key: "after",
      head: said.after,
      cell: ({ before, after }) => <Lines of={linesOf(after)} without={linesOf(before)} none={said.none} />,
    },
  ];
  return (
    <Card flush title={say(said.changes, { n: version })} id="changes">
      <DataTable
        caption={say(said.changes, { n: version })}
        columns={columns}
        rows={changes}
        rowKey={({ id }) => id || "whole"}
        dense
        stickyHead={false}
        empty={<EmptyState title={said.nothingChanged} />}
      />
    </Card>
  );
}

const nameOf = (part: Part, words: Said): string => {
  if (part.what === "aspect") return part.aspect.description;
  return part.what === "scheme" ? words.total : part.name;
};

type LinesProps = { of: readonly string[]; without: readonly string[]; none: string };

function Lines({ of, without, none }: LinesProps) {
  const lines = of.filter((line) => !without.includes(line));
  if (lines.length === 0) return none;
  return (
    <Stack gap="tight">
      {lines.map((line) => (
        <span key={line}>{line}</span>
      ))}
    </Stack>
  );
}

function partLines(part: Part, words: Said, terms: Terms["terms"]): string[] {
  const marks = (max: string) => say(words.declared, { max });
  switch (part.what) {
    case "scheme":
      return [marks(part.max)];
    case "criterion":
      return [part.name, marks(part.max)];
    case "subcriterion":
      return [part.name, say(words.day, { day: part.day })];
    case "section":
      return [part.name, marks(part.marks)];
    case "aspect":
      return aspectLines(part.aspect, words, terms);
  }
}

const aspectLines = (aspect: Aspect, words: Said, terms: Terms["terms"]): string[] => [
  terms.aspectKind[aspect.kind],
  aspect.description,
  ...(isBeside(aspect) ? [] : [say(words.declared, { max: aspect.max })]),
  ...[aspect.requirement, particularsOf(aspect, terms.particulars)].filter((line) => !!line).map(String),
  ...(aspect.kind === "judgement"
    ? aspect.levels.map((text, level) => `${say(words.level, { n: level })}　${text}`)
    : []),
  ...(aspect.wsos ? [`${words.wsos}　${aspect.wsos}`] : []),
];
