// Every request to open a lock again: who asked why, who decided, and the two answers for whoever may give them.
import { useDates } from "#app/dates.ts";
import { Actions, Badge, Card, Confirm, RowList, type ShapeName, type Tone } from "#app/kit/index.ts";
import type { ShownReopening } from "#server/marking/reopen.ts";
import type { Words } from "#words/index.ts";
import { say } from "#words/language.ts";

type Said = Words["judge"]["reopenings"];
type State = ShownReopening["state"];

const looks: Readonly<Record<State, { readonly tone: Tone; readonly shape: ShapeName }>> = {
  waiting: { tone: "amber", shape: "clock" },
  declined: { tone: "neutral", shape: "cross" },
  open: { tone: "celadon", shape: "dot" },
  closed: { tone: "neutral", shape: "lock" },
};

/** `mayDecide`: the supervisor's page, where a waiting request of another person is allowed or declined. */
export function Reopenings({
  rows,
  words,
  mayDecide = false,
}: {
  rows: readonly ShownReopening[];
  words: Said;
  mayDecide?: boolean;
}) {
  const dates = useDates();
  if (rows.length === 0) return null;
  return (
    <Card id="reopenings" title={words.title} lead={words.lead}>
      <RowList
        label={words.title}
        items={rows.map((row) => ({
          key: row.id,
          title: say(words.scope, { sub: row.subcriterionId, code: row.code ?? words.all }),
          detail: say(words.asked, {
            name: row.askedBy,
            time: dates.moment(row.askedAt),
            reason: row.reason,
          }),
          value: (
            <>
              <Badge {...looks[row.state]}>{words.state[row.state]}</Badge>
              {row.decidedBy && <small>{say(words.decided, { name: row.decidedBy })}</small>}
              {mayDecide && row.state === "waiting" && <Decide row={row} words={words} />}
            </>
          ),
        }))}
      />
    </Card>
  );
}

function Decide({ row, words }: { row: ShownReopening; words: Said }) {
  const blocked = row.mine ? words.own : undefined;
  const fields = { reopeningId: row.id };
  return (
    <Actions>
      <Confirm
        trigger={words.allow}
        triggerSize="small"
        title={words.allow}
        value="allow-reopening"
        fields={fields}
        confirmLabel={words.allow}
        cancelLabel={words.cancel}
        blocked={blocked}
        danger
      >
        {words.allowText}
      </Confirm>
      <Confirm
        trigger={words.decline}
        triggerSize="small"
        triggerVariant="quiet"
        title={words.decline}
        value="decline-reopening"
        fields={fields}
        confirmLabel={words.decline}
        cancelLabel={words.cancel}
        blocked={blocked}
      >
        {words.declineText}
      </Confirm>
    </Actions>
  );
}
