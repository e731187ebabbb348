// Domain 5: prizes by number, by share and by band; a tie at the line passes all and the next class shrinks; small fields.
import { describe, expect, test } from "vitest";
import type { Candidate } from "#domain/awards/candidate.ts";
import type { AwardGrade } from "#domain/awards/grades.ts";
import { type AwardRules, planAwards } from "#domain/awards/policy.ts";
import { quotas } from "#domain/awards/quota.ts";
import type { AwardPolicy, Policy } from "#domain/competitions/award-policy.ts";

const short: Record<AwardGrade, string> = {
  gold: "金",
  silver: "银",
  bronze: "铜",
  first: "一",
  second: "二",
  third: "三",
  excellence: "优",
};
/** People with these totals, ranked 1-2-2-4. */
const field = (
  totals: readonly number[],
  more: (at: number) => Partial<Candidate> = () => ({}),
): Candidate[] =>
  totals.map((total, at) => ({
    contestantId: `c${at}`,
    code: `R-${String(at + 1).padStart(2, "0")}`,
    status: "ranked",
    rank: 1 + totals.filter((other) => other > total).length,
    total: `${total}.00`,
    ...more(at),
  }));
const rules = (policy: Policy, more: Partial<AwardPolicy> = {}): AwardRules => ({
  awards: { policy, perGroup: false, ...more },
});
const given = (people: readonly Candidate[], by: AwardRules): string => {
  const { awarded } = planAwards(people, by);
  return people
    .map(
      ({ contestantId }) =>
        short[awarded.find((one) => one.contestantId === contestantId)?.grade as AwardGrade] ?? "—",
    )
    .join("");
};
const counts: Policy = { kind: "counts", counts: [1, 2, 3], excellence: "none" };

test("1/2/3 名；线上并列都得，后一等减少", () => {
  expect(given(field([9, 8, 7, 6, 5, 4, 3]), rules(counts))).toBe("一二二三三三—");
  expect(given(field([9, 9, 7, 6, 5, 4, 3]), rules(counts))).toBe("一一二三三三—");
  expect(given(field([9, 8, 7, 7, 5, 4, 3]), rules(counts))).toBe("一二二二三三—");
  expect(given(field([9, 9, 9, 9, 5, 4, 3]), rules(counts))).toBe("一一一一三三—");
});

test("每一等说明为什么是这么多", () => {
  const { lines } = planAwards(field([9, 9, 7, 6, 5]), rules(counts));
  expect(lines.map((line) => [line.grade, line.why, line.winners.length])).toEqual([
    ["first", "extra", 2],
    ["second", "fewer", 1],
    ["third", "fewer", 2],
    ["excellence", "not-given", 0],
  ]);
});

test("按参赛人数的比例：未参赛的不计，没有名次的参赛者计入", () => {
  const shares: Policy = {
    kind: "shares",
    shares: ["0.10", "0.20", "0.30"],
    rounding: "half-up",
    of: "competed",
  };
  const twelve = field([12, 11, 10, 9, 8, 7, 6, 5, 4, 3, 2, 1]);
  expect(given(twelve, rules(shares))).toBe("一二二三三三三—————");
  const absent = { contestantId: "x", code: "R-99", status: "absent", rank: null, total: null } as const;
  expect(
    given(
      [...twelve, absent, { ...absent, contestantId: "y" }, { ...absent, contestantId: "z" }],
      rules(shares),
    ),
  ).toBe("一二二三三三三————————");
});

test("累计取整：三等合计不偏离半个名额", () => {
  expect(quotas(["0.10", "0.20", "0.30"], 25, "cumulative")).toEqual([3, 5, 7]);
  expect(quotas(["0.10", "0.20", "0.30"], 25, "half-up")).toEqual([3, 5, 8]);
  expect(quotas(["0.10", "0.20", "0.30"], 25, "floor")).toEqual([2, 5, 7]);
});

test("分数段：整数分制，达到即得", () => {
  const bands: Policy = { kind: "bands", atLeast: ["29", "22", "16", null] };
  expect(given(field([42, 29, 28, 22, 21, 16, 15]), rules(bands))).toBe("一一二二三三—");
});

test("分组设奖：各组自排自的名次", () => {
  const people = field([9, 8, 7, 6, 5, 4], (at) => ({ group: at % 2 ? "学生组" : "职工组" }));
  const medals: Policy = { kind: "places", excellence: "none" };
  expect(given(people, rules(medals, { perGroup: true }))).toBe("金金银银铜铜");
  expect(given(people, rules(medals))).toBe("金银铜———");
});

test("人数过少：不足则取消，较少则只设前几等", () => {
  const medals: Policy = { kind: "places", excellence: "none" };
  const minimumField = { cancelBelow: 4, oneGradeUpTo: 4, twoGradesUpTo: 5 };
  const by = (n: number) =>
    given(field(Array.from({ length: n }, (_, at) => 100 - at)), rules(medals, { minimumField }));
  expect([3, 4, 5, 6].map(by)).toEqual(["———", "金———", "金银———", "金银铜———"]);
});

describe("相近同奖与 700 分制", () => {
  const nearTie: Policy = {
    kind: "near-tie",
    basis: "scale",
    tolerance: "2",
    bronzeAfterTiedSilver: true,
    excellence: { scaleAtLeast: 700 },
  };
  const totals = ["92.40", "92.10", "88.75", "85.00", "83.20", "80.10", "76.60", "74.30", "70.00"];
  const people = totals.map(
    (total, at): Candidate => ({
      contestantId: `c${at}`,
      code: `R-0${at + 1}`,
      status: "ranked",
      rank: at + 1,
      total,
    }),
  );

  test("728 与 727 同金，无银，717 铜，706 与 700 优胜", () => {
    expect(given(people, rules(nearTie))).toBe("金金铜优优————");
  });

  test("人数不足六人没有标度：按总分，只有相同才同奖，并说明", () => {
    expect(given(people.slice(0, 5), rules(nearTie))).toBe("金银铜——");
    expect(planAwards(people.slice(0, 5), rules(nearTie)).unscaled).toBe(true);
    expect(planAwards(people, rules(nearTie)).unscaled).toBe(false);
  });
});

test("没有获奖资格的冠军保留第一名，金牌给第二名", () => {
  const people = field([9, 8, 7, 6], (at) => ({ mayWin: at !== 0 }));
  const medals: Policy = { kind: "places", excellence: "none" };
  expect(given(people, rules(medals))).toBe("—金银铜");
  expect(planAwards(people, rules(medals)).awarded[0]).toMatchObject({ grade: "gold", rank: 2 });
});
