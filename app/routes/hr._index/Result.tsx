// The answer in front of the applicant: who, five lines, each entitlement with its clause, and the awards behind it.
import type { Words } from "#app/context.ts";
import { useDates } from "#app/dates.ts";
import { AwardsTable } from "#app/entitlement/Awards.tsx";
import { awardName } from "#app/entitlement/award-names.ts";
import { Decisions } from "#app/entitlement/Decisions.tsx";
import { useShell } from "#app/frame.tsx";
import {
  Badge,
  EmptyState,
  FiveLines,
  Notice,
  PageHead,
  Section,
  type VerificationLine,
} from "#app/kit/index.ts";
import { say } from "#words/language.ts";
import type { ShownCheck } from "./shown-check.ts";

/** A superseded number still names its holder: what stands now is on the same page. */
const looks = {
  valid: { tone: "celadon", shape: "check", line: "ok" },
  superseded: { tone: "amber", shape: "bang", line: "warn" },
  revoked: { tone: "cinnabar", shape: "cross", line: "bad" },
} as const;

type Props = { check: ShownCheck; words: Words["hr"] };

export function ResultHead({ check, words }: Props) {
  const dates = useDates();
  const said = words.check;
  const { kind, number, status } = check.subject;
  return (
    <PageHead
      title={check.name}
      badges={
        <>
          <Badge>{say(kind === "award" ? said.certificate : said.decision, { number })}</Badge>
          <Badge tone={looks[status].tone} shape={looks[status].shape}>
            {said.statuses[status]} · {say(said.asOf, { time: dates.moment(check.at) })}
          </Badge>
        </>
      }
      lead={<Holding check={check} words={said} />}
    />
  );
}

/** The award this number stands for, or the first that is final. */
function Holding({ check, words }: { check: ShownCheck; words: Words["hr"]["check"] }) {
  const { terms, language } = useShell();
  const { awards, subject } = check;
  const award =
    awards.find((one) => one.number === subject.number) ??
    awards.find((one) => one.state === "final" || one.state === "conferred");
  if (!award) return null;
  const grade = terms.grade[award.grade as keyof typeof terms.grade];
  const verified =
    award.verifiedOn.length > 1 &&
    say(words.verifiedBy, { days: [...new Set(award.verifiedOn)].join(words.and) });
  return <>{[awardName(award.title, language), award.skill, grade, verified].filter(Boolean).join(" · ")}</>;
}

export function Result({ check, words }: Props) {
  const dates = useDates();
  const said = words.check;
  const states = said.states;
  const items = lines(check, said, dates.moment(check.at)).map((line) => ({
    ...line,
    stateLabel: states[line.state],
  }));
  return (
    <>
      <FiveLines label={said.five} items={items} />
      {check.decisions.length === 0 ? (
        <EmptyState title={said.noDecisions}>{said.noDecisionsWhy}</EmptyState>
      ) : (
        <Decisions decisions={check.decisions} words={words.decision} />
      )}
      <Notice title={words.decision.notTitle}>{words.decision.notTitleWhy}</Notice>
      <Section title={said.awards}>
        <AwardsTable awards={check.awards} words={said} none={said.noAwards} />
      </Section>
      <p>
        <small>
          {check.asOf && say(words.decision.version, { version: check.version, day: dates.day(check.asOf) })}
        </small>
      </p>
    </>
  );
}

/** In the order of Open Badges: form, signature, status, rule, person. */
function lines(check: ShownCheck, said: Words["hr"]["check"], time: string): VerificationLine[] {
  const { status } = check.subject;
  const detail = (text: string) => <small className="under">{text}</small>;
  return [
    check.unaltered
      ? {
          label: said.content,
          state: "ok",
          value: (
            <>
              {said.contentOk}
              {detail(said.contentHint)}
            </>
          ),
        }
      : { label: said.content, state: "warn", value: said.contentOther },
    { label: said.issuer, state: "ok", value: said.issuerName },
    {
      label: said.status,
      state: looks[status].line,
      value: (
        <>
          {said.statuses[status]}
          {status === "superseded" && detail(said.supersededBy)}
          {detail(say(said.asOf, { time }))}
        </>
      ),
    },
    {
      label: said.basis,
      state: check.basis === "granted" ? "ok" : check.basis === "awaited" ? "warn" : "none",
      value: (
        <>
          {check.citation}
          {check.basis !== "granted" &&
            detail(check.basis === "awaited" ? said.basisAwaited : said.basisNone)}
        </>
      ),
    },
    {
      label: said.person,
      state: "warn",
      value: (
        <>
          {said.personMatches}
          {detail(check.idMasked ? say(said.personCard, { id: check.idMasked }) : said.personNoCard)}
        </>
      ),
    },
  ];
}
