// The parts of a re-scoring: the marks of an aspect as fields, what moves, and every batch with who proposed and decided it.
import { useDates } from "#app/dates.ts";
import {
  Actions,
  Badge,
  Card,
  type Column,
  Confirm,
  DataTable,
  FormRow,
  Notice,
  type ShapeName,
  TextField,
  type Tone,
} from "#app/kit/index.ts";
import type { Moved } from "#domain/awards/moved.ts";
import type { NamedChange } from "#domain/results/rescore.ts";
import type { Aspect } from "#domain/schemes/aspect.ts";
import type { ShownRescoring } from "#server/marking/rescore.ts";
import type { Words } from "#words/index.ts";
import { say } from "#words/language.ts";
import { MovedTable } from "./moved-table.tsx";

type Judging = Words["judge"];
type Row = {
  readonly contestantId: string;
  readonly code: string;
  readonly cells: readonly { readonly seat: number; readonly value: string }[];
};

export function MarksToChange(props: {
  aspect: Aspect;
  rows: readonly Row[];
  /** What was typed before, by field name. */
  values: Readonly<Record<string, string>> | undefined;
  words: Judging;
}) {
  const { aspect, rows, values, words } = props;
  return (
    <FormRow>
      {rows.flatMap((row) =>
        row.cells.map(({ seat, value }) => {
          const name = `to:${row.contestantId}:${seat}`;
          return (
            <TextField
              key={name}
              label={placeOf(row.code, seat, words)}
              name={name}
              hint={say(words.rescoring.now, { value, max: aspect.kind === "judgement" ? "3" : aspect.max })}
              inputMode="decimal"
              autoComplete="off"
              maxLength={16}
              defaultValue={values?.[name] ?? value}
            />
          );
        }),
      )}
    </FormRow>
  );
}

const placeOf = (code: string, seat: number, words: Judging): string =>
  seat === 0 ? code : `${code} · ${say(words.confirm.rekeySeat, { n: seat })}`;

/** What changes, cell by cell, and whom it moves. */
export function Effect(props: {
  changes: readonly NamedChange[];
  moved: readonly Moved[] | null;
  /** Sub-criteria that it opens again. */
  opens: readonly string[];
  words: Judging;
}) {
  const { changes, moved, opens, words } = props;
  const told = words.rescoring;
  const columns: Column<NamedChange>[] = [
    {
      key: "code",
      head: words.wall.work,
      strong: true,
      cell: ({ code, seat }) => placeOf(code, seat, words),
    },
    { key: "mark", head: told.mark, numeric: true, cell: ({ from, to }) => say(told.becomes, { from, to }) },
  ];
  return (
    <div role="status">
      <DataTable
        caption={say(told.changes, { n: changes.length })}
        columns={columns}
        rows={changes}
        rowKey={({ code, seat }) => `${code}/${seat}`}
        dense
        stickyHead={false}
      />
      {moved && <MovedTable moved={moved} words={words} />}
      {opens.length > 0 && <Notice tone="amber">{say(told.opens, { subs: opens.join("、") })}</Notice>}
    </div>
  );
}

const looks: Readonly<Record<ShownRescoring["state"], { tone: Tone; shape: ShapeName }>> = {
  proposed: { tone: "amber", shape: "clock" },
  applied: { tone: "celadon", shape: "check" },
  cancelled: { tone: "neutral", shape: "cross" },
};

/** `mayApply`: the supervisor's page, where a waiting batch of another person is applied. */
export function Rescorings(props: { rows: readonly ShownRescoring[]; words: Judging; mayApply?: boolean }) {
  const { rows, words, mayApply = false } = props;
  const dates = useDates();
  const told = words.rescoring;
  return rows.map((row) => (
    <Card
      key={row.id}
      id={row.id}
      title={say(told.batch, { aspect: row.aspectId, n: row.changes.length })}
      lead={say(words.reopenings.asked, {
        name: row.proposer,
        time: dates.moment(row.proposedAt),
        reason: row.reason,
      })}
      badges={
        <>
          <Badge {...looks[row.state]}>{told.state[row.state]}</Badge>
          {row.decider && <Badge>{say(words.reopenings.decided, { name: row.decider })}</Badge>}
        </>
      }
    >
      <Effect changes={row.changes} moved={row.moved} opens={row.opens} words={words} />
      {row.state === "proposed" && row.moved === null && <p>{told.stale}</p>}
      {row.state === "proposed" && (
        <Actions>
          {mayApply && row.moved && <Apply row={row} words={words} />}
          <Confirm
            trigger={told.cancel}
            triggerVariant="quiet"
            title={told.cancel}
            value="cancel-rescoring"
            fields={{ rescoringId: row.id }}
            confirmLabel={told.cancel}
            cancelLabel={words.reopenings.cancel}
          >
            {told.cancelText}
          </Confirm>
        </Actions>
      )}
    </Card>
  ));
}

function Apply({ row, words }: { row: ShownRescoring; words: Judging }) {
  const told = words.rescoring;
  return (
    <Confirm
      trigger={told.apply}
      title={told.apply}
      value="apply-rescoring"
      fields={{ rescoringId: row.id }}
      confirmLabel={told.apply}
      cancelLabel={words.reopenings.cancel}
      blocked={row.mine ? words.reopenings.own : undefined}
      danger
    >
      {told.applyText}
    </Confirm>
  );
}
