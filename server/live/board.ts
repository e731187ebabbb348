// One skill's live state in memory: rebuilt from the marks at any time, moved on by what was committed, viewed by audience.
import { createHash } from "node:crypto";
import { type Diff, difference, isEmpty, type View } from "#domain/live/diff.ts";
import type { Audience } from "#domain/live/protocol.ts";
import {
  boardView,
  oversightView,
  panelView,
  progressView,
  type SkillState,
  sheetId,
} from "#domain/live/views.ts";
import type { Cell } from "#domain/marking/mark.ts";
import { findAspect } from "#domain/schemes/scheme.ts";

const compose: Readonly<Record<Audience, (state: SkillState) => View>> = {
  progress: progressView,
  board: boardView,
  panel: panelView,
  oversight: oversightView,
};

export type Shown = { readonly view: View; readonly seq: number; readonly to: string };
export type Change = {
  readonly seq: number;
  readonly from: string;
  readonly to: string;
  readonly diff: Diff;
};
export type Board = {
  /** Takes committed cells in; an older version never replaces a newer one, so order does not matter. */
  enter(cells: readonly Cell[]): void;
  replace(state: SkillState): void;
  /** What an audience is shown now. */
  show(audience: Audience): Shown;
  /** Moves an audience's view on and answers the step, or null when nothing of it changed. */
  step(audience: Audience): Change | null;
  forget(audience: Audience): void;
};

const keyOf = (cell: Cell): string => `${cell.contestantId}/${cell.aspectId}/${cell.seat}/${cell.round}`;
const print = (text: string): string => createHash("sha256").update(text).digest("base64url").slice(0, 22);

/** A board over a loaded state. Fingerprints are computed over one audience's own views only. */
export function createBoard(loaded: SkillState): Board {
  let state = loaded;
  let cells = new Map(loaded.cells.map((cell) => [keyOf(cell), cell]));
  const shown = new Map<Audience, Shown>();

  const current = (): SkillState => ({ ...state, cells: [...cells.values()] });
  return {
    enter(entered) {
      for (const cell of entered) {
        const known = cells.get(keyOf(cell));
        if (known && known.version >= cell.version) continue;
        cells.set(keyOf(cell), cell);
        state = { ...state, confirmed: unconfirm(state, cell) };
      }
    },
    replace(next) {
      const newer = [...cells.values()];
      state = next;
      cells = new Map(next.cells.map((cell) => [keyOf(cell), cell]));
      this.enter(newer);
    },
    show(audience) {
      const known = shown.get(audience);
      if (known) return known;
      const view = compose[audience](current());
      const fresh = { view, seq: 0, to: print(JSON.stringify(view)) };
      shown.set(audience, fresh);
      return fresh;
    },
    step(audience) {
      const before = this.show(audience);
      const view = compose[audience](current());
      const diff = difference(before.view, view);
      if (isEmpty(diff)) return null;
      const seq = before.seq + 1;
      const to = print(before.to + JSON.stringify(diff));
      shown.set(audience, { view, seq, to });
      return { seq, from: before.to, to, diff };
    },
    forget: (audience) => void shown.delete(audience),
  };
}

function unconfirm(state: SkillState, cell: Cell): ReadonlySet<string> {
  if (state.confirmed.size === 0) return state.confirmed;
  const sub = findAspect(state.scheme, cell.aspectId)?.subcriterion.id;
  const confirmed = new Set(state.confirmed);
  if (sub) confirmed.delete(sheetId(cell.contestantId, sub));
  return confirmed;
}
