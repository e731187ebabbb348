// Domain 2: the result of a skill goes its own way, with one optional step, 现场公布; every rule is data of the skill.
import { describe, expect, test } from "vitest";
import { offeredRules, skillRules } from "#domain/competitions/rules.ts";
import {
  advanceStage,
  hasReached,
  type Stage,
  skillNumber,
  skillTitle,
  stages,
} from "#domain/competitions/skill.ts";
import { sourceFiles, textOf } from "../../architecture/sources.ts";

const open: [from: Stage, to: Stage][] = [
  ["set-up", "drawn"],
  ["drawn", "scoring"],
  ["scoring", "complete"],
  ["complete", "checked"],
  ["checked", "signed"],
  ["signed", "decoded"],
  ["decoded", "announced"],
  ["decoded", "notice"],
  ["announced", "notice"],
  ["notice", "published"],
];

describe("二、赛项成绩的步骤", () => {
  test("只有这十步走得通，其余一律拒绝", () => {
    const taken = stages.flatMap((from) =>
      stages.filter((to) => advanceStage(from, to).ok).map((to) => [from, to]),
    );
    expect(taken).toEqual(open);
    expect(advanceStage("checked", "decoded")).toEqual({
      ok: false,
      refusal: { code: "skill.step-not-open", params: { from: "checked", to: "decoded" } },
    });
  });

  test("签字之前不能解密，公示之前不能发布", () => {
    for (const from of ["set-up", "drawn", "scoring", "complete", "checked"] as const) {
      expect(advanceStage(from, "decoded").ok).toBe(false);
      expect(advanceStage(from, "published").ok).toBe(false);
    }
  });

  test("已到某步，包括其后各步", () => {
    expect(stages.filter((stage) => hasReached(stage, "decoded"))).toEqual([
      "decoded",
      "announced",
      "notice",
      "published",
    ]);
  });
});

describe("规则是赛项的数据", () => {
  test("默认规则合乎自己的格式", () => {
    expect(skillRules.safeParse(offeredRules)).toMatchObject({ success: true, data: offeredRules });
  });

  test.each([
    { codingLayers: 4 },
    { codingLayers: -1 },
    { maxSpread: 4 },
    { judgementSeats: 0 },
    { confirm: "maybe" },
    { awards: { policy: { kind: "places", excellence: "3/4" }, perGroup: false } },
    { codePrefix: "17" },
    { codePrefix: "" },
  ])("%j 不是规则", (change) => {
    expect(skillRules.safeParse({ ...offeredRules, ...change }).success).toBe(false);
  });
});

describe("赛项编号", () => {
  test.each([
    [4, "04"],
    [17, "17"],
    [104, "104"],
  ])("%i 写作 %s，各页一样", (number, written) => {
    expect(skillNumber(number)).toBe(written);
    expect(skillTitle({ number, name: "茶艺师" })).toBe(`${written} 茶艺师`);
  });

  test("没有一页自己补零，或直接印出编号", () => {
    const own = sourceFiles(["app"]).filter((file) =>
      /padStart\(2|\$\{(\w+\.)*skill\.number\}|\{(\w+\.)*skill\.number\}/.test(textOf(file)),
    );
    expect(own).toEqual([]);
  });
});
