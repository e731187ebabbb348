// The tiles of the hall screen: one skill each, how much of it is marked, and in a word where it stands.
import type { Words } from "#app/context.ts";
import { HallTile, HallTiles } from "#app/kit/index.ts";
import { fromView, percentOf } from "#app/skill/progress.ts";
import type { View } from "#domain/live/diff.ts";
import { say } from "#words/language.ts";

export function Tiles(props: {
  skills: readonly { readonly id: string; readonly name: string }[];
  views: Readonly<Record<string, View>>;
  words: Words["open"]["hall"];
}) {
  const { words } = props;
  return (
    <HallTiles>
      {props.skills.map(({ id, name }) => {
        const progress = fromView(props.views[id]!);
        const percent = percentOf(progress);
        return (
          <HallTile
            key={id}
            name={name}
            percent={percent}
            label={progress.marked === 0 ? words.notStarted : say(words.marked, { n: percent })}
            note={words.stages[progress.stage] || undefined}
          />
        );
      })}
    </HallTiles>
  );
}
