// Declared conflicts on the chief judge's wall: whose seat is empty for which work, and the reserve called to it.
import { useDates } from "#app/dates.ts";
import { Badge, Card, Confirm, Notice, RowList, SelectField } from "#app/kit/index.ts";
import type { View } from "#domain/live/diff.ts";
import type { ShownConflict } from "#server/marking/conflict.ts";
import type { Words } from "#words/index.ts";
import { say } from "#words/language.ts";

type Said = Words["judge"]["conflict"];
export type Conflicts = {
  readonly conflicts: readonly ShownConflict[];
  readonly reserves: readonly {
    readonly accountId: string;
    readonly name: string;
    readonly number: number;
  }[];
};

/** The empty seats of a contestant as the oversight view tells them. */
export const vacantIn = (view: View, contestantId: string): readonly number[] =>
  (view[`vacant:${contestantId}`] as readonly number[] | undefined) ?? [];

export function ConflictsCard({ of, words }: { of: Conflicts; words: Said }) {
  const dates = useDates();
  if (of.conflicts.length === 0) return null;
  return (
    <Card
      id="conflicts"
      title={words.title}
      lead={words.lead}
      tone={of.conflicts.some((one) => one.waiting) ? "cinnabar" : undefined}
    >
      {of.reserves.length === 0 && of.conflicts.some((one) => one.waiting) && (
        <Notice tone="amber">{words.noReserve}</Notice>
      )}
      <RowList
        label={words.title}
        items={of.conflicts.map((row) => ({
          key: row.id,
          title: say(words.row, { code: row.code, n: row.seat, name: row.judge }),
          detail: say(words.detail, {
            kind: words.kinds[row.kind],
            reason: row.reason,
            time: dates.moment(row.at),
          }),
          value: row.waiting ? (
            <>
              <Badge tone="cinnabar" shape="ring">
                {words.waiting}
              </Badge>
              {of.reserves.length > 0 && <Call row={row} reserves={of.reserves} words={words} />}
            </>
          ) : (
            <Badge tone="celadon" shape="check">
              {row.reserve ? say(words.filled, { name: row.reserve }) : words.settled}
            </Badge>
          ),
        }))}
      />
    </Card>
  );
}

function Call({
  row,
  reserves,
  words,
}: { row: ShownConflict } & Pick<Conflicts, "reserves"> & { words: Said }) {
  return (
    <Confirm
      trigger={words.call}
      triggerSize="small"
      title={words.call}
      value="call-reserve"
      fields={{ declarationId: row.id }}
      confirmLabel={words.call}
      cancelLabel={words.no}
      inputs={
        <SelectField
          label={words.reserve}
          name="accountId"
          required
          placeholder={words.choose}
          options={reserves.map(({ accountId, name, number }) => ({
            value: accountId,
            label: say(words.reserveOption, { n: number, name }),
          }))}
        />
      }
    >
      {say(words.callText, { n: row.seat, code: row.code })}
    </Confirm>
  );
}
