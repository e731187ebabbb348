// One entry of the register: what was claimed, who did which step, and the step this officer may take next.
import type { Words } from "#app/context.ts";
import { type Dates, useDates } from "#app/dates.ts";
import { AwardState, Grade } from "#app/entitlement/Awards.tsx";
import { useShell } from "#app/frame.tsx";
import { Actions, Card, CheckField, Confirm, Rail, StatusDot, TextAreaField } from "#app/kit/index.ts";
import { categoryNames, roleNames } from "#domain/entitlements/names.ts";
import { say } from "#words/language.ts";
import type { ShownExternal } from "./awards-view.ts";

type Said = Words["hr"]["external"];
type Props = { entry: ShownExternal; mayVerify: boolean; words: Said; cancel: string };

export function Entry({ entry, mayVerify, words, cancel }: Props) {
  const { terms } = useShell();
  const dates = useDates();
  const open = entry.state === "claimed" || entry.state === "verified";
  return (
    <Card
      id={`entry-${entry.id}`}
      title={`${entry.name} · ${entry.title}`}
      badges={
        <>
          <AwardState state={entry.state} label={words.states[entry.state]} />
          {entry.grade && <Grade grade={entry.grade} />}
        </>
      }
      lead={<About entry={entry} words={words} dates={dates} />}
    >
      <p>{say(words.evidenceShort, { evidence: entry.evidence })}</p>
      <Rail label={terms.awardState[entry.state]} steps={stepsOf(entry, words, dates)} />
      {entry.state === "rejected" && entry.reason && <p>{say(words.reason, { reason: entry.reason })}</p>}
      {open &&
        (mayVerify ? <Deeds entry={entry} words={words} cancel={cancel} /> : <p>{words.onlyVerifiers}</p>)}
    </Card>
  );
}

function About({ entry, words, dates }: { entry: ShownExternal; words: Said; dates: Dates }) {
  const { language } = useShell();
  const role = roleNames[entry.role as keyof typeof roleNames]?.[language];
  const category = categoryNames[entry.category as keyof typeof categoryNames]?.[language];
  const parts = [
    entry.edition,
    entry.skill,
    entry.grade && role,
    entry.grade && entry.category !== "official" && category,
    entry.teamSize > 1 && say(words.team, { n: entry.teamSize }),
    entry.wonOn && say(words.won, { day: dates.day(entry.wonOn) }),
  ];
  return (
    <>
      {parts.filter(Boolean).join(" · ")}
      {entry.idMasked && (
        <span className="under">
          {words.residentId} {entry.idMasked}
        </span>
      )}
    </>
  );
}

function stepsOf(entry: ShownExternal, words: Said, dates: Dates) {
  const by = (done: ShownExternal["verified"]) =>
    done
      ? say(words.by, { who: done.mine ? words.you : words.other, time: dates.moment(done.at) })
      : words.waiting;
  const state = (done: ShownExternal["verified"], due: boolean) =>
    done ? ("done" as const) : due ? ("now" as const) : ("next" as const);
  const identity = entry.verified && (
    <StatusDot
      tone={entry.identityMatched ? "celadon" : "amber"}
      shape={entry.identityMatched ? "check" : "bang"}
      label={entry.identityMatched ? words.identityOk : words.identityOpen}
    />
  );
  const steps = [
    { label: words.entered, detail: by(entry.entered), state: state(entry.entered, false) },
    {
      label: words.first,
      detail: (
        <>
          {by(entry.verified)}
          {identity && <span className="under">{identity}</span>}
        </>
      ),
      state: state(entry.verified, entry.state === "claimed"),
    },
    { label: words.second, detail: by(entry.final), state: state(entry.final, entry.state === "verified") },
  ];
  return entry.state === "rejected" ? steps.filter((step) => step.state === "done") : steps;
}

function Deeds({ entry, words, cancel }: Omit<Props, "mayVerify">) {
  const fields = { externalAwardId: entry.id };
  const final = entry.state === "verified";
  return (
    <Actions>
      {final ? (
        <Confirm
          trigger={words.finalize}
          triggerVariant="primary"
          title={`${words.finalize} · ${entry.name}`}
          value="finalize"
          fields={fields}
          confirmLabel={words.finalize}
          cancelLabel={cancel}
          blocked={entry.barred ? words.mine[entry.barred] : undefined}
        >
          <p>{words.finalizeText}</p>
        </Confirm>
      ) : (
        <Confirm
          trigger={words.verify}
          triggerVariant="primary"
          title={`${words.verify} · ${entry.name}`}
          value="verify"
          fields={fields}
          inputs={
            <CheckField label={words.identityMatched} name="identityMatched" hint={words.identityHint} />
          }
          confirmLabel={words.verify}
          cancelLabel={cancel}
        >
          <p>{words.verifyText}</p>
        </Confirm>
      )}
      <Confirm
        trigger={words.reject}
        triggerVariant="quiet"
        title={`${words.reject} · ${entry.name}`}
        value="reject"
        fields={fields}
        inputs={<TextAreaField label={words.rejectReason} name="reason" required rows={2} maxLength={400} />}
        confirmLabel={words.reject}
        cancelLabel={cancel}
        danger
      >
        <p>{words.rejectText}</p>
      </Confirm>
    </Actions>
  );
}
