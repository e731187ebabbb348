// The stages of a skill on one line; the three steps between marking and signature are one for the public.
import { useDates } from "#app/dates.ts";
import { Rail } from "#app/kit/index.ts";
import { hasReached, type Stage } from "#domain/competitions/skill.ts";
import { say } from "#words/language.ts";
import type { Loaded } from "./route.tsx";

type Step = { readonly label: string; readonly reachedAt: Stage; readonly detail?: string };

export function CourseOfSkill({
  skill,
  draw,
  result,
  words,
}: Pick<Loaded, "skill" | "draw" | "result" | "words">) {
  const dates = useDates();
  const { stage, progress } = skill;
  const coded = draw !== null || !hasReached(stage, "drawn");
  const { marked, of } = progress;
  const steps: (Step | false)[] = [
    { label: words.railSetUp, reachedAt: "set-up", detail: say(words.entered, { n: skill.entered }) },
    {
      label: coded ? words.railDrawn : words.railField,
      reachedAt: "drawn",
      detail: draw?.drawnAt ? dates.day(dates.today(draw.drawnAt)) : undefined,
    },
    {
      label: words.railScoring,
      reachedAt: "scoring",
      detail: of > 0 ? say(words.marked, { marked, of }) : undefined,
    },
    { label: words.railSigned, reachedAt: "complete" },
    coded && {
      label: words.railDecoded,
      reachedAt: "decoded",
      detail: draw?.openedAt ? dates.day(dates.today(draw.openedAt)) : undefined,
    },
    stage === "announced" && { label: words.railAnnounced, reachedAt: "announced" },
    {
      label: words.railNotice,
      reachedAt: "notice",
      detail: result?.notice ? say(words.railUntil, { day: dates.day(result.notice.lastDay) }) : undefined,
    },
    {
      label: words.railPublished,
      reachedAt: "published",
      detail: result?.finality === "published" ? dates.day(dates.today(result.at)) : undefined,
    },
  ];
  const shown = steps.filter((step) => step !== false);
  const now = shown.findLastIndex((step) => hasReached(stage, step.reachedAt));
  return (
    <Rail
      label={words.rail}
      steps={shown.map(({ label, detail }, place) => ({
        label,
        detail,
        state: place < now || stage === "published" ? "done" : place === now ? "now" : "next",
      }))}
    />
  );
}
