// A board moved on mark by mark shows what a board loaded afresh would show, and a client that applies its steps sees the same.
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { apply, type View } from "#domain/live/diff.ts";
import { audiences } from "#domain/live/protocol.ts";
import { type Channel, createBoard } from "#server/live/board.ts";
import { anyCells, state } from "../../domain/live/state.ts";

/** Every audience, and the judges of one seat. */
const channels: readonly Channel[] = [
  ...audiences.map((audience) => ({ audience, seats: null })),
  { audience: "panel", seats: [2] },
];
const panel: Channel = { audience: "panel", seats: null };
const locked = new Set(["A1"]);
const open = { openBoard: true, rules: { ...state().rules, codingLayers: 0 }, locked };

describe("a board in memory", () => {
  test("whatever is entered in whatever order, every audience is shown what the marks say", () => {
    const rounds = anyCells.chain((cells) =>
      fc.tuple(fc.constant(cells), fc.shuffledSubarray(cells, { minLength: cells.length })),
    );
    fc.assert(
      fc.property(rounds, fc.nat(), ([cells, shuffled], luck) => {
        const cut = shuffled.length === 0 ? 0 : luck % shuffled.length;
        const board = createBoard(state({ ...open, cells: shuffled.slice(0, cut) }));
        const followed = new Map<Channel, View>(channels.map((one) => [one, board.show(one).view]));
        for (const cell of shuffled.slice(cut)) {
          board.enter([cell]);
          for (const one of channels) {
            const step = board.step(one);
            if (step) followed.set(one, apply(followed.get(one)!, step.diff));
          }
        }
        const fresh = createBoard(state({ ...open, cells }));
        for (const one of channels) {
          expect(board.show(one).view).toEqual(fresh.show(one).view);
          expect(followed.get(one)).toEqual(fresh.show(one).view);
        }
      }),
    );
  });

  test("an older version never replaces a newer one, nor does an older state", () => {
    const cell = {
      contestantId: "contestant-1",
      aspectId: "A1.2",
      seat: 0,
      round: 1,
      version: 2,
      value: "9.5",
    };
    const board = createBoard(state({ cells: [cell] }));
    const before = board.show(panel).view;
    board.enter([{ ...cell, version: 1, value: "0" }]);
    expect(board.step(panel)).toBeNull();
    board.replace(state({ cells: [{ ...cell, version: 1, value: "0" }] }));
    expect(board.step(panel)).toBeNull();
    expect(board.show(panel).view).toEqual(before);
  });
});
