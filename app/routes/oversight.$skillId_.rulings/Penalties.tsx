// Penalties by code: those that stand, each to be withdrawn with a reason, and the form for another with what it would leave.
import { Form } from "@remix-run/react";
import { useDates } from "#app/dates.ts";
import { PenaltyFields } from "#app/floor/penalty-fields.tsx";
import type { FormProblem } from "#app/form-answer.ts";
import { Refused } from "#app/form-page.tsx";
import { useShell } from "#app/frame.tsx";
import {
  Actions,
  Badge,
  Card,
  type Column,
  Confirm,
  DataTable,
  Fieldset,
  FormStack,
  Notice,
  RowList,
  SelectField,
  SubmitButton,
  TextAreaField,
} from "#app/kit/index.ts";
import { totalOf } from "#domain/floor/penalty.ts";
import type { PenaltyEffect } from "#server/marking/read-rulings.ts";
import { say } from "#words/language.ts";
import type { Loaded } from "./route.tsx";
import type { Previewed } from "./rulings-action.ts";

type Props = Loaded & { refused: FormProblem | undefined; previewed: Previewed | undefined };
type Row = Loaded["rulings"]["penalties"][number];

export function Penalties(props: Props) {
  const { rulings, words, refused } = props;
  const told = words.rulings.penalties;
  const withdrawing = refused?.values["intent"] === "withdraw-penalty" ? refused : undefined;
  return (
    <Card id="penalties" title={told.title} lead={told.lead}>
      <Refused problem={withdrawing} />
      {rulings.sealed > 0 && <Notice>{say(told.sealed, { n: rulings.sealed })}</Notice>}
      {rulings.penalties.length === 0 ? <p>{told.none}</p> : <Standing {...props} />}
      {rulings.withdrawn.length > 0 && <Withdrawn {...props} />}
      {rulings.open && <PenaltyForm {...props} refused={withdrawing ? undefined : refused} />}
    </Card>
  );
}

function Standing({ rulings, words }: Props) {
  const dates = useDates();
  const told = words.rulings.penalties;
  const columns: Column<Row>[] = [
    { key: "code", head: told.code, strong: true, nowrap: true, phone: "title", cell: (row) => row.code },
    {
      key: "said",
      head: told.title,
      grow: true,
      cell: (row) => (
        <div>
          <p>{saidOf(row, told)}</p>
          <p className="told">
            {say(told.signed, { time: dates.moment(row.at), by: row.signedBy, reason: row.reason })}
          </p>
        </div>
      ),
    },
    ...(rulings.open
      ? [
          {
            key: "withdraw",
            head: told.withdraw,
            cell: (row: Row) => <Withdraw row={row} words={words} />,
          },
        ]
      : []),
  ];
  return (
    <DataTable
      caption={told.title}
      columns={columns}
      rows={rulings.penalties}
      rowKey={(row) => row.id}
      stickyHead={false}
    />
  );
}

/** Those taken back stay readable: struck out, with both reasons. */
function Withdrawn({ rulings, words }: Props) {
  const dates = useDates();
  const told = words.rulings.penalties;
  return (
    <RowList
      label={told.withdrawn}
      items={rulings.withdrawn.map((row) => ({
        key: row.id,
        title: (
          <del className="withdrawn">
            {row.code} · {saidOf(row, told)}
          </del>
        ),
        detail: (
          <>
            {say(told.signed, { time: dates.moment(row.at), by: row.signedBy, reason: row.reason })}
            <br />
            {say(told.withdrawnSaid, {
              time: dates.moment(row.withdrawnAt),
              by: row.withdrawnBy,
              reason: row.why,
            })}
          </>
        ),
        value: <Badge shape="cross">{told.withdrawn}</Badge>,
      }))}
    />
  );
}

function Withdraw({ row, words }: { row: Row; words: Loaded["words"] }) {
  const { penalties: told, reason, reasonHint, cancel } = words.rulings;
  return (
    <Confirm
      trigger={told.withdraw}
      triggerVariant="quiet"
      title={say(told.withdrawTitle, { code: row.code })}
      value="withdraw-penalty"
      fields={{ penaltyId: row.id }}
      confirmLabel={told.withdrawYes}
      cancelLabel={cancel}
      inputs={
        <TextAreaField label={reason} name="reason" hint={reasonHint} required maxLength={300} rows={2} />
      }
    >
      {told.withdrawText}
    </Confirm>
  );
}

type Said = Pick<Row, "level"> & { readonly target?: string | null; readonly amount?: string | null };

const saidOf = ({ level, target, amount }: Said, told: Loaded["words"]["rulings"]["penalties"]): string =>
  say(told.said[level], { target: target ?? "", amount: amount ?? "" });

function PenaltyForm({ rulings, penaltyId, words, floor, refused, previewed }: Props) {
  const { penalties: told, reason, reasonHint } = words.rulings;
  const values = previewed?.values ?? refused?.values;
  const field = (name: string) => ({
    name,
    defaultValue: values?.[name],
    error: refused?.fields[name],
  });
  return (
    <Form method="post" action="?#penalties">
      <FormStack id="penalty">
        <Refused problem={refused} form="penalty" />
        <Fieldset legend={told.form}>
          <input type="hidden" name="id" value={penaltyId} />
          <SelectField
            {...field("contestantId")}
            label={told.code}
            placeholder={words.wall.choose}
            required
            options={rulings.contestants.map(({ id, code }) => ({ value: id, label: code }))}
          />
          <PenaltyFields
            levels={rulings.levels}
            scheme={rulings.scheme}
            modules={rulings.modules}
            max={totalOf(rulings.scheme)}
            field={field}
            words={{ ...floor, level: told.title, amount: told.amount }}
          />
          <TextAreaField
            {...field("reason")}
            label={reason}
            hint={reasonHint}
            required="told"
            maxLength={300}
            rows={2}
          />
          {previewed && <Effect effect={previewed.effect} words={words} />}
          <Actions>
            <SubmitButton name="intent" value="preview-penalty" variant={previewed ? "secondary" : "primary"}>
              {told.preview}
            </SubmitButton>
            <SubmitButton name="intent" value="set-penalty" variant={previewed ? "primary" : "secondary"}>
              {told.set}
            </SubmitButton>
          </Actions>
        </Fieldset>
      </FormStack>
    </Form>
  );
}

function Effect({ effect, words }: { effect: PenaltyEffect; words: Loaded["words"] }) {
  const { penalties, noTotal } = words.rulings;
  const { terms } = useShell();
  const { code, penalty, before, after } = effect;
  const { agreed, of, status } = before;
  if (status === "incomplete") {
    const what = saidOf(penalty, penalties);
    return (
      <Notice tone="amber" live="status">
        {say(penalties.unfinished, { code, agreed, of, penalty: what })}
      </Notice>
    );
  }
  return (
    <Notice tone="amber" live="status">
      {say(penalties.effect, {
        code,
        before: before.total ?? noTotal,
        after: after.total ?? noTotal,
        rankBefore: before.rank ?? terms.standing[before.status],
        rankAfter: after.rank ?? terms.standing[after.status],
      })}
    </Notice>
  );
}
