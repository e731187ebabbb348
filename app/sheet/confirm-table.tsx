// All marks of one sheet as its second person reads them: what was entered, by round and seat, and what it yields.
import { useShell } from "#app/frame.tsx";
import { type Column, DataTable } from "#app/kit/index.ts";
import { exact, formatExact, sum } from "#domain/exact.ts";
import { type Aspect, isBeside, isPerSeat, type SubCriterion } from "#domain/schemes/aspect.ts";
import { subcriterionTotal } from "#domain/schemes/scheme.ts";
import type { Words } from "#words/index.ts";
import { say } from "#words/language.ts";
import { earnedOf, earnsBeside } from "./earned.ts";
import { entryOf } from "./entry-of.ts";

type Value = {
  readonly seat: number;
  readonly round: number;
  readonly value: string | null;
  readonly missing?: boolean;
};
export type Marks = readonly {
  readonly aspectId: string;
  readonly mark: string | null;
  readonly values: readonly Value[];
}[];
type Row = {
  readonly aspect: Aspect;
  readonly values: readonly Value[];
  readonly mark: string | null;
};

export function ConfirmTable(props: {
  code: string;
  subcriterion: SubCriterion;
  marks: Marks;
  /** By aspect, why a mark that looked like a slip stands. */
  reasons: Readonly<Record<string, string>>;
  /** A box in each row that says it is not so on paper: the aspects ticked already. */
  ticked?: readonly string[];
  words: Words["judge"];
}) {
  const { terms } = useShell();
  const { subcriterion } = props;
  const told = props.words.confirm;
  const rows = subcriterion.aspects.map((aspect): Row => {
    const { values = [], mark = null } = props.marks.find((one) => one.aspectId === aspect.id) ?? {};
    return { aspect, values, mark };
  });
  const total = sum(rows.flatMap((row) => (row.mark === null ? [] : [exact(row.mark)])));
  const columns: Column<Row>[] = [
    { key: "id", head: told.item, nowrap: true, cell: ({ aspect }) => aspect.id },
    {
      key: "aspect",
      head: told.aspect,
      grow: true,
      phone: "title",
      cell: ({ aspect }) => {
        const reason = props.reasons[aspect.id];
        return (
          <>
            {aspect.description}
            {reason && <p className="aspect-requirement">{say(props.words.onTheDay.reason, { reason })}</p>}
          </>
        );
      },
    },
    { key: "kind", head: told.kind, nowrap: true, cell: ({ aspect }) => terms.aspectKind[aspect.kind] },
    {
      key: "given",
      head: told.given,
      nowrap: true,
      cell: ({ aspect, values }) => (
        <>
          {givenOf(aspect, values, props.words).map((line) => (
            <span key={line} className="confirm-line">
              {line}
            </span>
          ))}
        </>
      ),
    },
    {
      key: "mark",
      head: told.mark,
      numeric: true,
      strong: true,
      nowrap: true,
      cell: (row) => <Yield row={row} words={props.words} />,
    },
    {
      key: "max",
      head: told.max,
      numeric: true,
      cell: ({ aspect }) => (isBeside(aspect) ? "–" : aspect.max),
    },
  ];
  if (props.ticked) columns.push(tickColumn(props.ticked, props.words.recheck.differs));
  return (
    <>
      <DataTable
        caption={say(told.caption, { code: props.code, sub: subcriterion.id })}
        columns={columns}
        rows={rows}
        rowKey={({ aspect }) => aspect.id}
        dense
        stickyHead={false}
      />
      <p className="confirm-sum">
        <b>
          {say(told.sum, { marks: formatExact(total), max: formatExact(subcriterionTotal(subcriterion)) })}
        </b>
      </p>
    </>
  );
}

const tickColumn = (ticked: readonly string[], head: string): Column<Row> => ({
  key: "tick",
  head,
  align: "center",
  cell: ({ aspect }) => (
    <label className="confirm-tick">
      <input
        type="checkbox"
        name="differing"
        value={aspect.id}
        aria-label={`${aspect.id} ${head}`}
        defaultChecked={ticked.includes(aspect.id)}
      />
    </label>
  ),
});

/** What the aspect yields; what costs the module something says so. */
function Yield({ row: { aspect, values, mark }, words }: { row: Row; words: Words["judge"] }) {
  const entered = values[0]?.value ?? null;
  if (mark === null) return words.confirm.unset;
  const alarm = earnsBeside(aspect) && entered !== null ? earnedOf(aspect, entered, {}, words.sheet) : null;
  if (alarm?.alarm) return <span className="earned alarm">{alarm.text}</span>;
  return aspect.kind === "veto" ? "–" : formatExact(exact(mark));
}

function roundsOf(values: readonly Value[]): Value[][] {
  const numbers = [...new Set(values.map((one) => one.round))].sort((a, b) => a - b);
  return numbers.map((round) => values.filter((one) => one.round === round).sort((a, b) => a.seat - b.seat));
}

/** What was entered, a line for each round; the first round is named only where another followed. */
export function givenOf(aspect: Aspect, values: readonly Value[], words: Words["judge"]): string[] {
  const told = words.confirm;
  if (!isPerSeat(aspect)) return [enteredSays(aspect, values[0]?.value ?? null, words)];
  const missing = values.filter((one) => one.missing).map((one) => one.seat);
  const lines = roundsOf(values.filter((one) => !one.missing)).map((round) =>
    round
      .filter((one) => !missing.includes(one.seat))
      .map((one) => one.value ?? told.unset)
      .join(" / "),
  );
  const absent = missing.map((n) => `${say(words.sheet.seatShort, { n })} ${words.sheet.missing}`);
  const said =
    lines.length === 1 ? lines : lines.map((levels, index) => say(told.seats, { round: index + 1, levels }));
  return [...absent, ...said];
}

/** One entry of the panel in its own words: the choice, or the number with its unit. */
function enteredSays(aspect: Aspect, value: string | null, words: Words["judge"]): string {
  if (value === null) return words.confirm.unset;
  const way = entryOf(aspect, words.sheet);
  if (way.by === "number") return way.unit ? `${value} ${way.unit}` : value;
  return aspect.kind === "veto" ? way.choices.find((one) => one.value === value)!.text : value;
}
