// The marking days of a skill in a list: for a judge what to sign, for whoever waits for the judges who is missing.
import { Badge, Card, RowList } from "#app/kit/index.ts";
import type { DaySigning } from "#domain/marking/day-summary.ts";
import type { DayLine } from "#server/results/read-days.ts";
import type { Words } from "#words/index.ts";
import { say } from "#words/language.ts";

type Said = Words["judge"]["signing"];
export type DayToSign = { readonly day: number; readonly ready: boolean; readonly signing: DaySigning };

/** A day that can be signed and has not been, as it stands. */
export const isOwed = ({ ready, signing }: DayToSign): boolean => ready && signing !== "signed";

/** A judge's own days that were signed once; what is still to be signed stands at the head of the desk (waiting.tsx). */
export function OwnDays({
  skillId,
  days,
  words,
}: {
  skillId: string;
  days: readonly DayToSign[];
  words: Said;
}) {
  const signed = days.filter((one) => !isOwed(one) && one.signing !== "unsigned");
  if (signed.length === 0) return null;
  return (
    <RowList
      label={words.days}
      items={signed.map(({ day, ready, signing }) => ({
        key: String(day),
        title: say(words.title, { day }),
        value: <SigningBadge state={ready ? signing : "open"} words={words} />,
        to: `/judge/days/${skillId}/${day}`,
      }))}
    />
  );
}

export function SigningBadge({ state, words }: { state: DaySigning | "open"; words: Said }) {
  if (state === "signed") {
    return (
      <Badge tone="celadon" shape="check">
        {words.state.signed}
      </Badge>
    );
  }
  return (
    <Badge
      tone={state === "open" ? "neutral" : state === "stale" ? "cinnabar" : "amber"}
      shape={state === "open" ? "dashed" : state === "stale" ? "differ" : "ring"}
    >
      {words.state[state]}
    </Badge>
  );
}

/** Every day with how many have signed and which seats are missing; leads to the sheet. */
export function DaysCard({
  skillId,
  days,
  from,
  words,
}: {
  skillId: string;
  /** The page it stands on: the sheet leads back there. */
  from: "oversight" | "desk";
  days: readonly DayLine[];
  words: Said;
}) {
  if (days.length === 0) return null;
  return (
    <Card id="days" title={words.list} lead={words.listLead}>
      <RowList
        label={words.list}
        items={days.map(({ day, ready, signed, of, missing }) => ({
          key: String(day),
          title: say(words.title, { day }),
          detail: ready
            ? missing.length > 0
              ? say(words.missing, { seats: missing.join(words.comma) })
              : words.complete
            : words.state.open,
          value: (
            <Badge
              tone={!ready ? "neutral" : missing.length > 0 ? "amber" : "celadon"}
              shape={!ready ? "dashed" : missing.length > 0 ? "ring" : "check"}
            >
              {say(words.count, { n: signed, of })}
            </Badge>
          ),
          to: `/oversight/${skillId}/days/${day}?from=${from}`,
        }))}
      />
    </Card>
  );
}
