// domain.md 3.5: a penalty has a level; on the floor it is proposed against the locked scheme of the skill and nothing else.
import { describe, expect, test } from "vitest";
import { penaltyLevelsOf, readPenalty } from "#domain/floor/penalty.ts";
import type { Scheme } from "#domain/schemes/aspect.ts";
import { smallScheme } from "../../support/small-scheme.ts";

const code = (proposed: unknown, scheme: Scheme | null = smallScheme): string => {
  const read = readPenalty(proposed, scheme);
  return read.ok ? "ok" : read.refusal.code;
};

describe("a proposed penalty", () => {
  test.each<[level: string, proposed: object]>([
    ["aspect zero", { level: "aspect", target: "A1.1" }],
    ["module zero", { level: "module", target: "A" }],
    ["marks off the practical", { level: "practical", amount: "0.01" }],
    ["marks off the total", { level: "total", amount: "2.5" }],
  ])("%s is read", (_, proposed) => {
    expect(readPenalty(proposed, smallScheme)).toEqual({ ok: true, value: proposed });
  });

  test.each<[why: string, proposed: unknown, refused: string]>([
    ["no level", {}, "floor.penalty-level"],
    ["nothing at all", null, "floor.penalty-level"],
    ["a level nobody knows", { level: "day", amount: "1" }, "floor.penalty-level"],
    ["an aspect that is not in the scheme", { level: "aspect", target: "Z9.9" }, "floor.penalty-target"],
    ["a module that is not in the scheme", { level: "module", target: "Z" }, "floor.penalty-target"],
    ["a module where an aspect is asked for", { level: "aspect", target: "A" }, "floor.penalty-target"],
    ["no target", { level: "module" }, "floor.penalty-target"],
    ["nothing off", { level: "total", amount: "0" }, "floor.penalty-amount"],
    ["zero written long", { level: "total", amount: "0.00" }, "floor.penalty-amount"],
    ["less than nothing", { level: "practical", amount: "-1" }, "floor.penalty-amount"],
    ["a third decimal", { level: "total", amount: "0.125" }, "floor.penalty-amount"],
    ["words", { level: "total", amount: "两分" }, "floor.penalty-amount"],
    ["no amount", { level: "practical" }, "floor.penalty-amount"],
    ["more than the scheme holds", { level: "total", amount: "100.01" }, "floor.penalty-amount"],
  ])("%s is refused", (_, proposed, refused) => {
    expect(code(proposed)).toBe(refused);
  });

  test.each<[why: string, proposed: object, refused: string]>([
    ["no level", {}, "marking.penalty-level"],
    ["a target outside the scheme", { level: "module", target: "Z" }, "marking.penalty-target"],
    ["more than the scheme holds", { level: "total", amount: "100.01" }, "marking.penalty-amount"],
  ])("decided in marking, %s is refused in words of a decision", (_, proposed, refused) => {
    expect(readPenalty(proposed, smallScheme, [], "marking")).toMatchObject({ refusal: { code: refused } });
  });

  test("marks off the practical are offered only where the rules weigh parts", () => {
    const part = { id: "theory", name: "理论", weight: "0.3", criteria: ["A"] };
    expect(penaltyLevelsOf({})).toEqual(["aspect", "module", "total"]);
    expect(penaltyLevelsOf({ components: [] })).toEqual(["aspect", "module", "total"]);
    expect(penaltyLevelsOf({ components: [part] })).toEqual(["aspect", "module", "practical", "total"]);
  });

  test("before a scheme is locked only marks can be proposed, up to a hundred", () => {
    expect(code({ level: "aspect", target: "A1.1" }, null)).toBe("floor.penalty-target");
    expect(code({ level: "module", target: "A" }, null)).toBe("floor.penalty-target");
    expect(code({ level: "total", amount: "100" }, null)).toBe("ok");
    expect(code({ level: "total", amount: "100.5" }, null)).toBe("floor.penalty-amount");
  });
});
