// The life of the edition as one line, each state with the figure that matters in it.

import type { Words } from "#app/context.ts";
import { useShell } from "#app/frame.tsx";
import { Rail } from "#app/kit/index.ts";
import { type CompetitionState, competitionStates } from "#domain/competitions/competition.ts";
import { say } from "#words/language.ts";
import type { EditionView } from "./edition-view.ts";

type Said = Words["manage"]["workspace"];

export function EditionRail({ edition, words }: { edition: EditionView; words: Said }) {
  const { terms } = useShell();
  const now = competitionStates.indexOf(edition.state);
  return (
    <Rail
      label={words.rail}
      steps={competitionStates.map((state, index) => ({
        label: terms.competitionState[state],
        detail: detailOf(state, edition, words),
        state: index < now ? "done" : index === now ? "now" : "next",
      }))}
    />
  );
}

function detailOf(
  state: CompetitionState,
  { counts, day, startsOn, endsOn }: EditionView,
  words: Said,
): string | undefined {
  switch (state) {
    case "draft":
      return say(words.railSkills, { n: counts.skills });
    case "registration":
      return say(words.railPeople, { people: counts.people, teams: counts.teams });
    case "drawing":
      return say(words.railDrawn, { n: counts.drawn, of: counts.skills });
    case "judging":
      return day ? say(words.railDay, day) : say(words.railStarts, { date: startsOn });
    case "closed":
      return counts.published > 0
        ? say(words.railPublished, { n: counts.published, of: counts.skills })
        : say(words.railEnded, { date: endsOn });
    default:
      return undefined;
  }
}
