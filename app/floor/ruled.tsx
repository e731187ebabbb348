// What the supervisor ruled on one violation: that it counts, that it was taken back; and the step that is left.
import type { Words } from "#app/context.ts";
import { useDates } from "#app/dates.ts";
import { Confirm, TextAreaField } from "#app/kit/index.ts";
import type { RuledViolation } from "#server/marking/penalties.ts";
import { say } from "#words/language.ts";

type Props = {
  readonly recordId: string;
  /** Of the penalty to be set. */
  readonly penaltyId: string;
  readonly ruled: RuledViolation | undefined;
  readonly open: boolean;
  readonly words: Words["floor"]["ruling"];
};

export function Ruled({ recordId, penaltyId, ruled, open, words }: Props) {
  const dates = useDates();
  const why = <TextAreaField label={words.reason} name="reason" required maxLength={300} rows={2} />;
  const at = (one: { by: string; at: Date; reason: string }) => ({
    time: dates.moment(one.at),
    by: one.by,
    reason: one.reason,
  });
  return (
    <>
      {ruled && <p>{say(words.counts, at(ruled))}</p>}
      {ruled?.withdrawal && <p>{say(words.withdrawn, at(ruled.withdrawal))}</p>}
      {open && !ruled && (
        <div className="no-print ruled">
          <Confirm
            trigger={words.confirm}
            triggerVariant="secondary"
            title={words.confirmTitle}
            value="confirm-violation"
            fields={{ id: penaltyId, recordId }}
            confirmLabel={words.confirmYes}
            cancelLabel={words.cancel}
            inputs={why}
          >
            {words.confirmText}
          </Confirm>
        </div>
      )}
      {open && ruled && !ruled.withdrawal && (
        <div className="no-print ruled">
          <Confirm
            trigger={words.withdraw}
            triggerVariant="quiet"
            title={words.withdrawTitle}
            value="withdraw-penalty"
            fields={{ penaltyId: ruled.id }}
            confirmLabel={words.withdrawYes}
            cancelLabel={words.cancel}
            inputs={why}
          >
            {words.withdrawText}
          </Confirm>
        </div>
      )}
    </>
  );
}
