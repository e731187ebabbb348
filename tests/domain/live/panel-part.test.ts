// What of the panel's view the judges of one panel are told, where a skill has several.
import { describe, expect, test } from "vitest";
import { offeredRules, type SkillRules } from "#domain/competitions/rules.ts";
import { partOf } from "#domain/live/panel-part.ts";
import type { Scheme } from "#domain/schemes/aspect.ts";

const plain: SkillRules = { ...offeredRules, judgementSeats: 3 };
const rules: SkillRules = {
  ...plain,
  panels: [
    { id: "one", name: "外观组", seats: [1, 2], subcriteria: ["A1"] },
    { id: "two", name: "质量组", seats: [2, 4, 5], subcriteria: ["B1", "C1"] },
  ],
};
const scheme: Scheme = {
  total: "30",
  criteria: ["A", "B", "C"].map((id) => ({
    id,
    name: id,
    max: "10",
    subcriteria: [
      {
        id: `${id}1`,
        name: id,
        day: 1,
        aspects: [{ id: `${id}1.1`, kind: "value", description: id, max: "10", step: "1" }],
      },
    ],
  })),
};

describe("what a judge is told of the panel's view", () => {
  const message = { id: "m", text: "请抓紧", at: "2026-03-01T02:00:00.000Z", read: [] };
  const view = {
    stage: "scoring",
    locked: ["A1", "B1"],
    reopened: ["c~A1", "c~C1"],
    "out:d": "absent",
    "c/A1.1": { state: "agreed" },
    "c/B1.1": { state: "pending" },
    "differ:c": ["A1.1", "B1.1"],
    "differ:d": ["B1.1"],
    "ahead:c": ["A1", "B1", "C1"],
    "ahead:d": ["B1", "C1"],
    "due:A1": "2026-03-01",
    "due:B1": "2026-03-02",
    "message:m": message,
    "message:n": { ...message, panel: "two" },
  };
  test("the own sub-criteria, the messages to everybody and to the own panel, nothing else", () => {
    expect(partOf(view, { scheme, rules }, [1])).toEqual({
      stage: "scoring",
      locked: ["A1"],
      reopened: ["c~A1"],
      "out:d": "absent",
      "c/A1.1": { state: "agreed" },
      "differ:c": ["A1.1"],
      "ahead:c": ["A1"],
      "due:A1": "2026-03-01",
      "message:m": message,
    });
    expect(Object.keys(partOf(view, { scheme, rules }, [4]))).toContain("message:n");
    expect(partOf(view, { scheme, rules: plain }, [9])).toBe(view);
  });
});
