// How much of the skill is marked, live; a step to another stage fetches the page's own data again.
import { useRevalidator } from "@remix-run/react";
import { useEffect } from "react";
import { useDates } from "#app/dates.ts";
import { ButtonLink, Card, ConnectionMark, ProgressRing, Row, Stack } from "#app/kit/index.ts";
import { useView } from "#app/live/use-view.ts";
import { asView, fromView, percentOf } from "#app/skill/progress.ts";
import { hasReached } from "#domain/competitions/skill.ts";
import { say } from "#words/language.ts";
import type { Loaded } from "./route.tsx";

export function LiveProgress({ skill, words }: Pick<Loaded, "skill" | "words">) {
  const { view, state, at } = useView(
    "progress",
    skill.id,
    asView({ ...skill.progress, stage: skill.stage }),
  );
  const { revalidate } = useRevalidator();
  const dates = useDates();
  const progress = fromView(view);
  const moved = at !== null && progress.stage !== skill.stage;
  useEffect(() => {
    if (moved) revalidate();
  }, [moved, revalidate]);

  const percent = percentOf(progress);
  const told = say(words.progressLabel, progress);
  return (
    <Card
      title={words.progress}
      actions={
        <ConnectionMark state={state} label={state === "live" ? words.live.live : words.live[state]} />
      }
    >
      {hasReached(progress.stage, "scoring") && progress.of > 0 ? (
        <Row>
          <ProgressRing size="large" value={percent} label={told} text={`${percent}%`} />
          <Stack gap="tight">
            <span>{told}</span>
            {at && <small>{say(words.live.heard, { time: dates.time(at) })}</small>}
          </Stack>
        </Row>
      ) : (
        <p>{words.progressNone}</p>
      )}
      {!hasReached(skill.stage, "announced") && (
        <small>{skill.openBoard ? words.boardNote : words.progressNote}</small>
      )}
      {skill.openBoard && !hasReached(skill.stage, "announced") && (
        <ButtonLink to={`/hall/${skill.competition.id}?skill=${skill.id}`} wide>
          {words.hall}
        </ButtonLink>
      )}
    </Card>
  );
}
