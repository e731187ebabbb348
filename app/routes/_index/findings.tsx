// What the search on the home page found: skills of every listed competition, each one click away.
import type { Words } from "#app/context.ts";
import { Card, EmptyState, RowList, Section, TextLink } from "#app/kit/index.ts";
import { StageBadge } from "#app/skill/badges.tsx";
import { type Stage, skillNumber } from "#domain/competitions/skill.ts";
import { say } from "#words/language.ts";

export type FoundSkill = {
  readonly id: string;
  readonly number: number;
  readonly name: string;
  readonly stage: Stage;
  readonly competition: string;
};

export function Findings({
  q,
  found,
  words,
}: {
  q: string;
  found: readonly FoundSkill[];
  words: Words["open"]["home"];
}) {
  return (
    <Section
      title={say(words.foundFor, { q })}
      lead={found.length > 0 && say(words.found, { n: found.length })}
      actions={<TextLink to="/">{words.clear}</TextLink>}
    >
      {found.length === 0 ? (
        <EmptyState title={say(words.notFound, { q })}>{words.notFoundNext}</EmptyState>
      ) : (
        <Card>
          <RowList
            label={say(words.foundFor, { q })}
            items={found.map((skill) => ({
              key: skill.id,
              title: `${skillNumber(skill.number)}　${skill.name}`,
              detail: skill.competition,
              value: <StageBadge stage={skill.stage} />,
              to: `/skills/${skill.id}`,
            }))}
          />
        </Card>
      )}
    </Section>
  );
}
