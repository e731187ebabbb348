// Domain 3.3: a difference of totals blocks locking; a variation against the standard sections only warns.
import { describe, expect, it } from "vitest";
import type { Aspect, Scheme } from "../../../domain/schemes/aspect.ts";
import { isLockable, schemeProblems } from "../../../domain/schemes/scheme-problems.ts";
import { judgement, measurement, soundScheme, value } from "./examples.ts";

/** The sound scheme with its aspects A1.1 (30 marks), A2.1 (20) or B1.1 (40) put otherwise. */
function withAspect(id: string, aspect: Aspect): Scheme {
  const scheme = soundScheme();
  return {
    ...scheme,
    criteria: scheme.criteria.map((criterion) => ({
      ...criterion,
      subcriteria: criterion.subcriteria.map((sub) => ({
        ...sub,
        aspects: sub.aspects.map((one) => (one.id === id ? aspect : one)),
      })),
    })),
  };
}

const [a, b] = soundScheme().criteria as [Scheme["criteria"][number], Scheme["criteria"][number]];
const [a1, a2] = a.subcriteria as [(typeof a.subcriteria)[number], (typeof a.subcriteria)[number]];
const noLevels: Aspect = {
  ...judgement("A2.1", "20.00"),
  kind: "judgement",
  levels: ["未做", "", "良好", " "],
};
const sections = (first: string) => [
  { id: "1", name: "工艺", marks: first },
  { id: "2", name: "质量", marks: "30.00" },
];

const cases: [string, Scheme, [path: string, code: string][]][] = [
  ["没有问题", soundScheme(), []],
  ["没有任何标准", { total: "100.00", criteria: [] }, [["", "scheme-empty"]]],
  ["合计不等于声明的总分", { ...soundScheme(), total: "99.99" }, [["", "total-differs"]]],
  ["声明的总分可以不是 100", { total: "40.00", criteria: [b] }, []],
  [
    "标准的分值与其评分点合计不同",
    { ...soundScheme(), criteria: [{ ...a, max: "59.5" }, b] },
    [["A", "criterion-sum-differs"]],
  ],
  [
    "评价缺少档次描述",
    withAspect("A2.1", noLevels),
    [
      ["A2.1", "level-empty"],
      ["A2.1", "level-empty"],
    ],
  ],
  [
    "评分点没有描述",
    withAspect("A2.1", { ...judgement("A2.1", "20"), description: " " }),
    [["A2.1", "description-empty"]],
  ],
  [
    "最高分为零",
    withAspect("B1.1", measurement("B1.1", "0")),
    [
      ["", "total-differs"],
      ["B", "criterion-sum-differs"],
      ["B1.1", "max-not-positive"],
      ["WSOS 1", "section-sum-differs"],
    ],
  ],
  ["步长为零", withAspect("A1.2", value("A1.2", "10", "0.00")), [["A1.2", "step-not-positive"]]],
  ["最高分不是步长的整数倍", withAspect("A1.2", value("A1.2", "10", "0.3")), [["A1.2", "max-not-in-steps"]]],
  ["步长 0.1 整除 10：小数不作二进制近似", withAspect("A1.2", value("A1.2", "10", "0.1")), []],
  ["评分点编号重复", withAspect("A1.1", measurement("B1.1", "30")), [["B1.1", "id-duplicate"]]],
  [
    "子项编号重复",
    { ...soundScheme(), criteria: [{ ...a, subcriteria: [a1, { ...a2, id: "A1" }] }, b] },
    [["A1", "id-duplicate"]],
  ],
  [
    "子项没有评分点",
    {
      ...soundScheme(),
      criteria: [{ ...a, subcriteria: [a1, a2, { id: "A3", name: "空", day: 1, aspects: [] }] }, b],
    },
    [["A3", "subcriterion-empty"]],
  ],
  [
    "标准没有子项，也没有分值和名称",
    { ...soundScheme(), criteria: [a, b, { id: "C", name: "", max: "0", subcriteria: [] }] },
    [
      ["C", "name-empty"],
      ["C", "max-not-positive"],
      ["C", "criterion-empty"],
    ],
  ],
  [
    "职业标准分区的合计不同",
    { ...soundScheme(), sections: sections("69") },
    [["WSOS 1", "section-sum-differs"]],
  ],
];

describe("锁定评分标准之前", () => {
  it.each(cases)("%s", (_, scheme, expected) => {
    expect(schemeProblems(scheme).map(({ path, code }) => [path, code])).toEqual(expected);
  });

  it("只有职业标准分区的差异不妨碍锁定", () => {
    for (const [, scheme, expected] of cases) {
      expect(isLockable(scheme)).toBe(expected.every(([, code]) => code === "section-sum-differs"));
    }
  });

  it("说出两个数，供人核对", () => {
    expect(schemeProblems({ ...soundScheme(), total: "99.5" })[0]).toEqual({
      path: "",
      code: "total-differs",
      params: { sum: "100.00", total: "99.5" },
      severity: "error",
    });
  });
});
