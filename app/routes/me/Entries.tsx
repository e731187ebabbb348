// A competitor's entries: state with its reason, number, venue, where the skill stands, and the result once it may be seen.
import type { Words } from "#app/context.ts";
import { Grade } from "#app/entitlement/Awards.tsx";
import { useShell } from "#app/frame.tsx";
import { Card, EmptyState, Facts, TextLink } from "#app/kit/index.ts";
import { RegistrationBadge, StageBadge } from "#app/skill/badges.tsx";
import type { Stage } from "#domain/competitions/skill.ts";
import type { OwnFile } from "#server/people/own-file.ts";
import { say } from "#words/language.ts";

type Entry = OwnFile["entries"][number];
type Said = Words["hr"]["me"];

export function Entries({ entries, words }: { entries: readonly Entry[]; words: Said }) {
  if (entries.length === 0) return <EmptyState title={words.entriesNone}>{words.entriesNoneWhy}</EmptyState>;
  return (
    <>
      {entries.map((entry) => (
        <OneEntry key={entry.id} entry={entry} words={words} />
      ))}
    </>
  );
}

function OneEntry({ entry, words }: { entry: Entry; words: Said }) {
  const { skill, competition, state } = entry;
  const accepted = state === "accepted";
  return (
    <Card
      level={3}
      title={skill.name}
      lead={competition.name}
      badges={
        <>
          <RegistrationBadge state={state} />
          {accepted && <StageBadge stage={skill.stage as Stage} />}
        </>
      }
    >
      {entry.reason && <p>{say(words.reason, { reason: entry.reason })}</p>}
      <Facts
        items={[
          { label: words.number, value: entry.number ?? words.numberNone },
          { label: words.venue, value: skill.venue || words.venueNone },
          { label: words.delegation, value: entry.delegation },
          { label: words.unit, value: entry.unit },
          { label: words.result, value: <Result entry={entry} words={words} />, wide: true },
        ]}
      />
      <TextLink to={`/skills/${skill.id}`}>{words.view}</TextLink>
    </Card>
  );
}

function Result({ entry, words }: { entry: Entry; words: Said }) {
  const { terms } = useShell();
  const { result } = entry;
  if (!result) return <>{words.resultNone}</>;
  const place =
    result.rank === null
      ? terms.standing[result.status]
      : say(words.resultLine, { rank: result.rank, total: result.total ?? "—" });
  return (
    <>
      {place} {result.grade && <Grade grade={result.grade} />}{" "}
      <small className="under">{terms.finality[result.finality]}</small>
    </>
  );
}
