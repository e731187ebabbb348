// Sub-criteria × codes, one cell per sheet. A cell that waits for a second person leads to its confirmation, one under way to how far it is.
import { useShell } from "#app/frame.tsx";
import { type WallCell, WallGrid } from "#app/kit/index.ts";
import { type SubStanding, sheetOf, tileOf, type WallContestant } from "#app/sheet/wall.ts";
import type { View } from "#domain/live/diff.ts";
import type { SheetTile } from "#domain/live/views.ts";
import { sheetId } from "#domain/marking/lock.ts";
import { say } from "#words/language.ts";
import type { Wall, WallWords } from "./wall-page.tsx";

type Props = { wall: Wall; view: View; subs: readonly SubStanding[]; words: WallWords };

export function SheetWall({ wall, view, subs, words }: Props) {
  const { terms } = useShell();
  const told = words.wall;
  const wordOf = (tile: SheetTile, one: WallContestant): string => {
    if (tile.state === "out") return terms.contestantStatus[one.status];
    if (tile.state === "ahead") return told.ahead;
    if (tile.state === "locked") return told.locked;
    if (tile.state === "progress") return say(told.percent, tile);
    return tile.state === "confirmed" && wall.rules.confirm !== "none"
      ? told.confirmed
      : told.words[tile.state];
  };
  const rows = subs.map(({ sub, locked, done, of }) => ({
    key: sub.id,
    code: sub.id,
    name: sub.name,
    done: locked ? told.locked : `${done}/${of}`,
    cells: wall.contestants.map((one): WallCell => {
      const tile = tileOf(view, one.id, sub.id);
      const label = say(told.cell, { sub: sub.id, code: one.code, state: wordOf(tile, one) });
      const waits = tile.state === "awaiting" || tile.state === "differ";
      const open = tile.state === "disagree" || tile.state === "progress";
      const to = waits
        ? `/oversight/${wall.skill.id}/confirm?sheet=${sheetId(one.id, sub.id)}`
        : open
          ? sheetOf(wall.skill.id, one.id, sub.id)
          : undefined;
      return {
        state: drawn(tile),
        percent: tile.state === "progress" ? Math.floor((tile.done / tile.of) * 100) : undefined,
        to,
        label,
      };
    }),
  }));
  return (
    <WallGrid
      caption={told.caption}
      corner={told.corner}
      columns={wall.contestants.map((one) => ({ key: one.id, label: one.code }))}
      rows={rows}
      doneHead={told.doneHead}
      words={told.words}
    />
  );
}

function drawn({ state }: SheetTile): WallCell["state"] {
  if (state === "locked") return "confirmed";
  return state === "out" || state === "ahead" ? "none" : state;
}
