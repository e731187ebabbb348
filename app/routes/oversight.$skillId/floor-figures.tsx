// What the chief judge reads of the floor while codes stand: how many and how long. Whom it concerns, after decoding.
import type { Words } from "#app/context.ts";
import { Card, TextLink } from "#app/kit/index.ts";
import { hasReached, type Stage } from "#domain/competitions/skill.ts";
import type { FloorCounts } from "#domain/floor/record.ts";
import { say } from "#words/language.ts";

export type FloorOnWall = { readonly counts: FloorCounts; readonly words: Words["floor"]["wall"] };

export function FloorFigures({
  floor: { counts, words },
  skillId,
  stage,
}: {
  floor: FloorOnWall;
  skillId: string;
  stage: Stage;
}) {
  return (
    <Card id="floor" title={words.title}>
      <p>{say(words.said, { ...counts })}</p>
      {hasReached(stage, "decoded") ? (
        <TextLink to={`/floor/${skillId}/report?from=oversight`}>{words.open}</TextLink>
      ) : (
        <p>{words.later}</p>
      )}
    </Card>
  );
}
