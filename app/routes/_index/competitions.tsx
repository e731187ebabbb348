// A competition on the home page: a card while it is under way, a line once it is over.
import type { Words } from "#app/context.ts";
import { useDates } from "#app/dates.ts";
import { useShell } from "#app/frame.tsx";
import { Actions, Badge, ButtonLink, Card, Facts, RowList, Section, TextLink } from "#app/kit/index.ts";
import { CompetitionBadge } from "#app/skill/badges.tsx";
import type { CompetitionState, Tier } from "#domain/competitions/competition.ts";
import { say } from "#words/language.ts";

export type ListedCompetition = {
  readonly id: string;
  readonly name: string;
  readonly tier: Tier;
  readonly year: number;
  readonly host: string;
  readonly state: CompetitionState;
  readonly startsOn: string;
  readonly endsOn: string;
  readonly skills: number;
  readonly delegations: number;
  readonly inNotice: number;
  readonly published: number;
};
type HomeWords = Words["open"]["home"];

export function CompetitionCard({
  competition,
  words,
}: {
  competition: ListedCompetition;
  words: HomeWords;
}) {
  const { terms } = useShell();
  const dates = useDates();
  const to = `/competitions/${competition.id}`;
  return (
    <Card
      title={<TextLink to={to}>{competition.name}</TextLink>}
      lead={competition.host}
      badges={
        <>
          <Badge>{`${terms.tier[competition.tier]} · ${competition.year}`}</Badge>
          <CompetitionBadge state={competition.state} />
        </>
      }
    >
      <Facts
        items={[
          { label: words.days, value: dates.span(competition.startsOn, competition.endsOn), wide: true },
          {
            label: words.skills,
            value: say(words.skillsValue, {
              n: competition.skills,
              inNotice: competition.inNotice,
              published: competition.published,
            }),
          },
          { label: words.delegations, value: say(words.delegationsValue, { n: competition.delegations }) },
        ]}
      />
      <Actions>
        <ButtonLink to={to} variant="primary">
          {words.open}
        </ButtonLink>
        {competition.state === "judging" && (
          <ButtonLink to={`/hall/${competition.id}`}>{words.hall}</ButtonLink>
        )}
      </Actions>
    </Card>
  );
}

export function PastCompetitions(props: { competitions: readonly ListedCompetition[]; words: HomeWords }) {
  const { words } = props;
  const { terms } = useShell();
  const dates = useDates();
  return (
    <Section title={words.past}>
      <Card>
        <RowList
          label={words.past}
          items={props.competitions.map((one) => ({
            key: one.id,
            title: one.name,
            detail: `${terms.tier[one.tier]} · ${dates.span(one.startsOn, one.endsOn)}`,
            value: say(words.pastValue, { n: one.skills, published: one.published }),
            to: `/competitions/${one.id}`,
          }))}
        />
      </Card>
    </Section>
  );
}
