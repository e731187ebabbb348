// All marks of one sheet as its second person reads them: what was entered, by round and seat, and what it yields.
import { useShell } from "#app/frame.tsx";
import { type Column, DataTable } from "#app/kit/index.ts";
import { exact, formatExact, sum } from "#domain/exact.ts";
import { judgementMark } from "#domain/marking/judgement.ts";
import type { Aspect, SubCriterion } from "#domain/schemes/aspect.ts";
import { subcriterionTotal } from "#domain/schemes/scheme.ts";
import type { Words } from "#words/index.ts";
import { say } from "#words/language.ts";

type Value = { readonly seat: number; readonly round: number; readonly value: string | null };
export type Marks = readonly { readonly aspectId: string; readonly values: readonly Value[] }[];
type Row = {
  readonly aspect: Aspect;
  readonly rounds: readonly (readonly Value[])[];
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
  const rows = subcriterion.aspects.map((aspect) =>
    read(aspect, props.marks.find((one) => one.aspectId === aspect.id)?.values ?? []),
  );
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
      cell: ({ aspect, rounds }) => (
        <>
          {givenOf(aspect, rounds.flat(), told).map((line) => (
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
      cell: (row) => (row.mark === null ? told.unset : formatExact(exact(row.mark))),
    },
    { key: "max", head: told.max, numeric: true, cell: ({ aspect }) => aspect.max },
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

/** The last round decided; the earlier ones stay readable. */
function read(aspect: Aspect, values: readonly Value[]): Row {
  const rounds = roundsOf(values);
  const last = (rounds.at(-1) ?? []).flatMap((one) => (one.value === null ? [] : [one.value]));
  const mark =
    last.length === 0
      ? null
      : aspect.kind === "judgement"
        ? judgementMark(last.map(Number), aspect.max)
        : last[0]!;
  return { aspect, rounds, mark };
}

function roundsOf(values: readonly Value[]): Value[][] {
  const numbers = [...new Set(values.map((one) => one.round))].sort((a, b) => a - b);
  return numbers.map((round) => values.filter((one) => one.round === round).sort((a, b) => a.seat - b.seat));
}

/** What was entered, a line for each round; the first round is named only where another followed. */
export function givenOf(aspect: Aspect, values: readonly Value[], told: Words["judge"]["confirm"]): string[] {
  if (aspect.kind !== "judgement") return [values[0]?.value ?? told.unset];
  const lines = roundsOf(values).map((round) => round.map((one) => one.value ?? told.unset).join(" / "));
  return lines.length === 1
    ? lines
    : lines.map((levels, index) => say(told.seats, { round: index + 1, levels }));
}
