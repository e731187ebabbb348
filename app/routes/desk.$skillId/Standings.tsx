// The standings as they are signed: by code until decoding, then also by name; exact totals, shared ranks said in words.
import { DistributionStrip } from "#app/charts/index.ts";
import type { Words } from "#app/context.ts";
import { useShell } from "#app/frame.tsx";
import { Badge, BoardTable, Card, EmptyState, Section } from "#app/kit/index.ts";
import { useCodeWord } from "#app/skill/code-word.ts";
import { medalOf } from "#app/skill/medals.ts";
import { hasReached } from "#domain/competitions/skill.ts";
import { say } from "#words/language.ts";
import type { DeskView } from "./desk-view.ts";

type Props = { desk: DeskView; words: Words["desk"] };

export function Standings({ desk, words }: Props) {
  const code = useCodeWord(desk.rules.codingLayers);
  if (desk.standings.length === 0) return <NotYet desk={desk} words={words} />;
  const title = say(words.standings, { code });
  return (
    <Section title={title} lead={words.standingsLead}>
      <Spread desk={desk} words={words} />
      <Card flush>
        <Rows
          caption={title}
          who={code}
          words={words}
          rows={desk.standings.map(({ code, ...row }) => ({ ...row, key: code, code }))}
        />
      </Card>
      <ScaleNote desk={desk} rows={desk.standings} />
    </Section>
  );
}

function NotYet({ desk, words }: Props) {
  const early = !hasReached(desk.stage, "complete");
  const code = useCodeWord(desk.rules.codingLayers);
  return (
    <Section title={words.standingsOpen}>
      <EmptyState title={early ? words.early : words.hidden}>
        {early ? words.earlyWhy : say(words.hiddenWhy, { code })}
      </EmptyState>
    </Section>
  );
}

export function Named({ desk, words }: Props) {
  if (desk.named.length === 0 || desk.rules.codingLayers === 0) return null;
  return (
    <Section title={words.named} lead={words.namedLead}>
      <Card flush>
        <Rows
          caption={words.named}
          who={words.who}
          words={words}
          rows={desk.named.map((line) => ({
            ...line,
            key: line.number,
            code: line.number,
            organization: line.unit === line.delegation ? line.unit : `${line.unit} · ${line.delegation}`,
          }))}
        />
      </Card>
      <ScaleNote desk={desk} rows={desk.named} />
    </Section>
  );
}

type Scaled = Pick<DeskView["standings"][number], "scale">;
const isScaled = (rows: readonly Scaled[]): boolean => rows.some(({ scale }) => scale !== null);

function ScaleNote({ desk, rows }: { desk: DeskView; rows: readonly Scaled[] }) {
  const { terms } = useShell();
  if (!isScaled(rows)) return null;
  return <small>{desk.scaleForAwards ? terms.scale700.forAwards : terms.scale700.note}</small>;
}

type Row = Pick<DeskView["standings"][number], "rank" | "total" | "status" | "grade" | "scale"> & {
  readonly key: string;
  readonly code: string;
  readonly name?: string;
  readonly organization?: string;
};

function Rows({
  caption,
  who,
  rows,
  words,
}: {
  caption: string;
  who: string;
  rows: readonly Row[];
  words: Words["desk"];
}) {
  const { terms } = useShell();
  const shared = new Set(
    rows.map((row) => row.rank).filter((rank, place, all) => rank !== null && all.indexOf(rank) !== place),
  );
  return (
    <BoardTable
      caption={caption}
      heads={{ rank: words.rank, who, total: words.total }}
      extraHeads={isScaled(rows) ? [terms.scale700.head] : []}
      rows={rows.map(({ rank, grade, status, scale, ...row }) => ({
        ...row,
        cells: isScaled(rows) ? [scale ?? words.none] : [],
        rank: rank === null ? words.none : String(rank),
        medal: grade ? medalOf[grade] : undefined,
        medalLabel: grade ? terms.grade[grade] : undefined,
        note:
          rank === null ? (
            <Badge>{terms.standing[status]}</Badge>
          ) : shared.has(rank) ? (
            words.shared
          ) : undefined,
      }))}
    />
  );
}

/** The dots need positions; the marks themselves stay text. */
function Spread({ desk, words }: Props) {
  const { terms } = useShell();
  const ranked = desk.standings.flatMap((row) => (row.total === null ? [] : [{ ...row, total: row.total }]));
  const [first, last] = [ranked[0], ranked.at(-1)];
  if (!first || !last || ranked.length < 3) return null;
  const values = ranked.map((row) => Number(row.total));
  const [min, max] = [Math.floor(Math.min(...values) / 5) * 5, Math.ceil(Math.max(...values) / 5) * 5];
  return (
    <DistributionStrip
      title={words.distribution}
      description={say(words.distributionText, { n: ranked.length, high: first.total, low: last.total })}
      min={min}
      max={max === min ? min + 5 : max}
      ticks={[min, max].map((value) => ({ value, label: String(value) }))}
      values={ranked.map((row, place) => ({
        key: row.code,
        value: values[place]!,
        label: `${row.code} ${row.total}${row.grade ? ` ${terms.grade[row.grade]}` : ""}`,
        tone:
          row.grade === "gold" || row.grade === "silver" || row.grade === "bronze" ? row.grade : "neutral",
      }))}
    />
  );
}
