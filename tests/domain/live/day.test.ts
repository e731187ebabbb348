// The day around the marks: the panel is told of times and messages, the chief judge of the devices too, the public of nothing.
import { describe, expect, test } from "vitest";
import { boardView } from "#domain/live/board.ts";
import { deviceIn, dueIn, messagesIn, minutesLate } from "#domain/live/day.ts";
import { oversightView, panelView, progressView } from "#domain/live/views.ts";
import { state } from "./state.ts";

const late = { id: "m2", text: "请核对 A1", at: "2026-03-02T02:00:00.000Z", read: [1] };
const early = { id: "m1", text: "九点半开始", at: "2026-03-02T01:00:00.000Z", read: [] };
const device = { state: "offline", since: "2026-03-02T02:05:00.000Z", waiting: 4 } as const;
const day = {
  due: new Map([["A1", "2026-03-02T03:00:00.000Z"]]),
  messages: [late, early],
  devices: new Map([[2, device]]),
};

describe("who is told", () => {
  test("the panel: times and messages in their order, no device", () => {
    const view = panelView(state({ day }));
    expect(dueIn(view, "A1")).toBe("2026-03-02T03:00:00.000Z");
    expect(dueIn(view, "A2")).toBeNull();
    expect(messagesIn(view)).toEqual([early, late]);
    expect(deviceIn(view, 2)).toBeNull();
  });

  test("the chief judge: the devices besides", () => {
    const view = oversightView(state({ day }));
    expect(messagesIn(view)).toEqual([early, late]);
    expect(deviceIn(view, 2)).toEqual(device);
    expect(deviceIn(view, 1)).toBeNull();
  });

  test("the public: nothing of it", () => {
    const open = state({ day, openBoard: true, rules: { ...state().rules, codingLayers: 0 } });
    expect(progressView(open)).toEqual(progressView({ ...open, day: state().day }));
    expect(boardView(open)).toEqual(boardView({ ...open, day: state().day }));
  });
});

test.each([
  ["2026-03-02T03:00:00.000Z", null],
  ["2026-03-02T03:00:00.001Z", 1],
  ["2026-03-02T03:12:00.000Z", 12],
  ["2026-03-02T03:12:00.500Z", 13],
])("due at eleven, at %s it is late by %s minutes", (now, minutes) => {
  expect(minutesLate("2026-03-02T03:00:00.000Z", new Date(now))).toBe(minutes);
  expect(minutesLate(null, new Date(now))).toBeNull();
});
