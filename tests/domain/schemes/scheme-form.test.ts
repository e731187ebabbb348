// A scheme from outside: what comes in is a Scheme or a refusal that names the place in Chinese.
import { describe, expect, it } from "vitest";
import { readAspectContent, readScheme } from "../../../domain/schemes/scheme-form.ts";
import { judgement, measurement, soundScheme } from "./examples.ts";

const withAspect = (aspect: unknown) => ({
  total: "1",
  criteria: [
    { id: "A", name: "甲", max: "1", subcriteria: [{ id: "A1", name: "一", day: 1, aspects: [aspect] }] },
  ],
});
const aspectPlace = "第 1 项标准 › 第 1 个子项 › 第 1 个评分点";
const { id: _, ...unnumbered } = measurement("", "1");
const { levels: __, ...levelless } = judgement("A1.1", "1") as Extract<
  ReturnType<typeof judgement>,
  { kind: "judgement" }
>;

describe("读取评分标准", () => {
  it("完好的评分标准读出来还是它自己，存取往返不变", () => {
    expect(readScheme(JSON.parse(JSON.stringify(soundScheme())))).toEqual({ ok: true, value: soundScheme() });
  });

  it("分值至少写两位小数，多余的字段丢弃，缺少的评分点编号按位置补上", () => {
    const read = readScheme({ ...withAspect({ ...unnumbered, max: "0.5", secret: 1 }), extra: true });
    expect(read.ok && read.value.criteria[0]!.subcriteria[0]!.aspects[0]).toEqual({
      ...unnumbered,
      id: "A1.1",
      max: "0.50",
    });
    expect(read.ok && Object.keys(read.value)).toEqual(["total", "criteria"]);
  });

  it.each<[string, unknown, string]>([
    ["不是对象", "[]", "评分标准"],
    ["没有总分", { criteria: [] }, "总分"],
    ["分值是二进制数而不是文字", withAspect(measurement("A1.1", 0.5 as never)), `${aspectPlace} › 分值`],
    ["分值为负", withAspect(measurement("A1.1", "-1")), `${aspectPlace} › 分值`],
    ["分值用科学计数", withAspect(measurement("A1.1", "1e2")), `${aspectPlace} › 分值`],
    ["整数超过九位", withAspect(measurement("A1.1", "1234567890")), `${aspectPlace} › 分值`],
    ["小数超过六位", withAspect(measurement("A1.1", "0.1234567")), `${aspectPlace} › 分值`],
    ["分值大得合计会溢出", withAspect(measurement("A1.1", "5000.01")), `${aspectPlace} › 分值`],
    ["类型不明", withAspect({ ...measurement("A1.1", "1"), kind: "magic" }), `${aspectPlace} › 类型`],
    ["评价没有档次", withAspect(levelless), `${aspectPlace} › 评价档次描述`],
    ["档次不足四个", withAspect({ ...levelless, levels: ["a", "b", "c"] }), `${aspectPlace} › 评价档次描述`],
    [
      "档次不是文字",
      withAspect({ ...levelless, levels: ["a", "b", 3, "d"] }),
      `${aspectPlace} › 第 2 档描述`,
    ],
    [
      "文字过长",
      withAspect({ ...measurement("A1.1", "1"), description: "长".repeat(2001) }),
      `${aspectPlace} › 描述`,
    ],
    [
      "文字含 NUL",
      withAspect({ ...measurement("A1.1", "1"), description: "a\u0000" }),
      `${aspectPlace} › 描述`,
    ],
    ["编号含空格", withAspect({ ...measurement("A1.1", "1"), id: "A 1" }), `${aspectPlace} › 编号`],
    ["评分点过多", many(101), "第 1 项标准 › 第 1 个子项 › 评分点列表"],
    [
      "标准过多",
      { total: "1", criteria: Array.from({ length: 27 }, () => soundScheme().criteria[0]) },
      "标准列表",
    ],
  ])("拒绝：%s", (_name, value, place) => {
    const read = readScheme(value);
    expect(read).toMatchObject({ ok: false, refusal: { code: "scheme.invalid", params: { place } } });
    expect(!read.ok && String(read.refusal.params?.problem)).toMatch(/\p{Script=Han}/u);
  });

  it("单个评分点的内容同样读取，不带编号", () => {
    expect(readAspectContent({ kind: "value", description: "d", max: "1", step: "0.5" })).toEqual({
      ok: true,
      value: { kind: "value", description: "d", max: "1.00", step: "0.50" },
    });
    expect(readAspectContent({ kind: "value", description: "d", max: "1" }).ok).toBe(false);
  });
});

function many(count: number) {
  const scheme = withAspect(0);
  scheme.criteria[0]!.subcriteria[0]!.aspects = Array.from({ length: count }, () => measurement("A1.1", "1"));
  return scheme;
}
