// The life cycle of a competition on one line, with a figure under each step that has one.
import type { Words } from "#app/context.ts";
import { dayOf, daysOf, useDates } from "#app/dates.ts";
import { useShell } from "#app/frame.tsx";
import { Rail } from "#app/kit/index.ts";
import { type CompetitionState, competitionStates } from "#domain/competitions/competition.ts";
import { say } from "#words/language.ts";

export function CourseOfCompetition(props: {
  competition: { readonly state: CompetitionState; readonly startsOn: string; readonly endsOn: string };
  counts: {
    readonly skills: number;
    readonly competitors: number;
  };
  delegations: number;
  words: Words["open"]["competition"];
}) {
  const { competition, counts, words } = props;
  const { terms, now } = useShell();
  const dates = useDates();
  const day = dayOf(dates.today(now), competition.startsOn, competition.endsOn);
  const details: Partial<Record<CompetitionState, string>> = {
    draft: say(words.skillsOf, { n: counts.skills }),
    registration: `${say(words.competitors, { n: counts.competitors })} · ${say(words.delegationsOf, { n: props.delegations })}`,
    judging: day
      ? say(words.day, { n: day, of: daysOf(competition.startsOn, competition.endsOn) })
      : dates.day(competition.startsOn),
  };
  const at = competitionStates.indexOf(competition.state);
  return (
    <Rail
      label={words.rail}
      steps={competitionStates.map((state, place) => ({
        label: terms.competitionState[state],
        detail: details[state],
        state: place < at ? "done" : place === at ? "now" : "next",
      }))}
    />
  );
}
