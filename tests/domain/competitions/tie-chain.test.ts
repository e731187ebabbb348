// The tie chain as an organizer types it, in either script, and what it means.
import { describe, expect, test } from "vitest";
import { readTieChain, writeMeasure } from "#domain/competitions/tie-chain.ts";

const parts = {
  components: [
    { id: "part-1", name: "理论知识" },
    { id: "practical", name: "实操" },
  ],
  modules: [{ id: "first", name: "上午场" }],
};

describe("what is typed and what it means", () => {
  test.each([
    ["B,A", ["criterion:B", "criterion:A"]],
    ["b、a；c", ["criterion:B", "criterion:A", "criterion:C"]],
    ["标准B > 标准：a", ["criterion:B", "criterion:A"]],
    ["实操，理论知识", ["component:practical", "component:part-1"]],
    ["成绩构成：实操", ["component:practical"]],
    ["模块B，上午场", ["module:B", "module:first"]],
    ["A1.2,评分点 b1.10", ["aspect:A1.2", "aspect:B1.10"]],
    ["用时", ["time"]],
    ["时间：a1.3", ["time:A1.3"]],
    ["Criterion:B, Time, component:practical", ["criterion:B", "time", "component:practical"]],
    ["B,B", ["criterion:B"]],
    [" ", []],
  ])("%s", (typed, chain) => {
    expect(readTieChain(typed, parts)).toEqual({ chain, unread: [] });
  });

  test("what means nothing here is told as it was typed, and the rest is still read", () => {
    expect(readTieChain("B，口试，用时快者", parts)).toEqual({
      chain: ["criterion:B"],
      unread: ["口试", "用时快者"],
    });
  });
});

test.each([
  { module: "模块", time: "用时" },
  { module: "module ", time: "time " },
])("every measure is read again as it is written, with %o", (words) => {
  const chain = [
    "criterion:B",
    "module:A",
    "module:first",
    "component:practical",
    "aspect:A1.2",
    "time",
    "time:A1.3",
  ];
  const written = chain.map((measure) => writeMeasure(measure, parts, words).trim()).join("、");
  expect(readTieChain(written, parts)).toEqual({ chain, unread: [] });
});
