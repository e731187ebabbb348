// One skill's live state in memory: rebuilt from the marks at any time, moved on by what was committed, viewed by audience.
import { createHash } from "node:crypto";
import { boardView } from "#domain/live/board.ts";
import type { DayState } from "#domain/live/day.ts";
import { type Diff, difference, isEmpty, type View } from "#domain/live/diff.ts";
import { partOf } from "#domain/live/panel-part.ts";
import type { Audience } from "#domain/live/protocol.ts";
import { oversightView, panelView, progressView, recorderView, type SkillState } from "#domain/live/views.ts";
import { sheetId } from "#domain/marking/lock.ts";
import { type Cell, cellsOf } from "#domain/marking/mark.ts";
import { findAspect } from "#domain/schemes/scheme.ts";

/** Whom one view is for: an audience, of judges narrowed to what their seats mark (null: not narrowed). */
export type Channel = { readonly audience: Audience; readonly seats: readonly number[] | null };
export const channelName = ({ audience, seats }: Channel): string =>
  seats ? `${audience} ${seats.join(",")}` : audience;

const views: Readonly<Record<Audience, (state: SkillState) => View>> = {
  progress: progressView,
  board: boardView,
  panel: panelView,
  recorder: recorderView,
  oversight: oversightView,
};
const compose = ({ audience, seats }: Channel, state: SkillState): View => {
  const view = views[audience](state);
  return seats ? partOf(view, state, seats) : view;
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
  /** The devices of the seats as they are known now. */
  seat(devices: DayState["devices"]): void;
  /** What a channel is shown now. */
  show(channel: Channel): Shown;
  /** Moves a channel's view on and answers the step, or null when nothing of it changed. */
  step(channel: Channel): Change | null;
  forget(channel: Channel): void;
  /** The channels that were shown and not forgotten. */
  channels(): Channel[];
};

const print = (text: string): string => createHash("sha256").update(text).digest("base64url").slice(0, 22);

/** A board over a loaded state. Fingerprints are computed over one channel's own views only. */
export function createBoard(loaded: SkillState): Board {
  let state = loaded;
  const shown = new Map<string, Shown & { readonly channel: Channel }>();

  const show = (channel: Channel): Shown => {
    const known = shown.get(channelName(channel));
    if (known) return told(known);
    const view = compose(channel, state);
    const fresh = { view, seq: 0, to: print(JSON.stringify(view)) };
    shown.set(channelName(channel), { ...fresh, channel });
    return fresh;
  };
  return {
    show,
    enter(entered) {
      for (const cell of entered) state = take(state, cell);
    },
    replace(next) {
      const newer = [...state.cells.values()].flat().filter((cell) => !cell.missing);
      state = newer.reduce(take, next);
    },
    seat(devices) {
      state = { ...state, day: { ...state.day, devices } };
    },
    step(channel) {
      const before = show(channel);
      const view = compose(channel, state);
      const diff = difference(before.view, view);
      if (isEmpty(diff)) return null;
      const seq = before.seq + 1;
      const to = print(before.to + JSON.stringify(diff));
      shown.set(channelName(channel), { view, seq, to, channel });
      return { seq, from: before.to, to, diff };
    },
    forget: (channel) => void shown.delete(channelName(channel)),
    channels: () => [...shown.values()].map((one) => one.channel),
  };
}

const told = ({ view, seq, to }: Shown): Shown => ({ view, seq, to });

const isSame = (a: Cell, b: Cell): boolean =>
  a.aspectId === b.aspectId && a.seat === b.seat && a.round === b.round;

/** The state with one cell taken in: the contestant's group is a new array, every other group stays the one it was. */
function take(state: SkillState, cell: Cell): SkillState {
  const group = cellsOf(state.cells, cell.contestantId);
  const place = group.findIndex((known) => isSame(known, cell));
  if (place >= 0 && group[place]!.version >= cell.version) return state;
  const next = place < 0 ? [...group, cell] : group.with(place, cell);
  const cells = new Map(state.cells).set(cell.contestantId, next);
  return { ...state, cells, ...unconfirm(state, cell) };
}

/** A change of a sheet ends its confirmation, and what its two readings differed in. */
function unconfirm(
  { scheme, confirmed, differing }: SkillState,
  cell: Cell,
): Pick<SkillState, "confirmed" | "differing"> {
  const sub = findAspect(scheme, cell.aspectId)?.subcriterion.id;
  const sheet = sub && sheetId(cell.contestantId, sub);
  if (!sheet || !(confirmed.has(sheet) || differing.has(sheet))) return { confirmed, differing };
  return {
    confirmed: new Set([...confirmed].filter((id) => id !== sheet)),
    differing: new Map([...differing].filter(([id]) => id !== sheet)),
  };
}
