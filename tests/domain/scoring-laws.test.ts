// The laws of scoring (domain.md sections 2 to 5), tried on competitions at random of every kind of aspect.
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { competed } from "#domain/awards/candidate.ts";
import { planAwards } from "#domain/awards/policy.ts";
import { quotas } from "#domain/awards/quota.ts";
import { shuffle } from "#domain/chance.ts";
import { compare, exact, rounded, sum } from "#domain/exact.ts";
import { byContestant, type Cell } from "#domain/marking/mark.ts";
import { aspectState } from "#domain/marking/states.ts";
import { highestTotal } from "#domain/results/made-of.ts";
import { type Contestant, exactTotal, type Standing, standings } from "#domain/results/standings.ts";
import { findAspect } from "#domain/schemes/scheme.ts";
import { anyContest, type Contest, settledCells } from "./scoring-arbitraries.ts";

const placesOf = (contest: Contest, contestants: readonly Contestant[] = contest.contestants): Standing[] =>
  standings(contest.scheme, contest.rules, contestants, byContestant(contest.cells), {
    penalties: contest.penalties,
    orders: [],
  });
const rowOf = (rows: readonly Standing[], id: string): Standing =>
  rows.find((row) => row.contestantId === id)!;

test("换一个次序录入，名次与总分不变", () => {
  fc.assert(
    fc.property(anyContest, fc.integer({ min: 0, max: 255 }), (contest, luck) => {
      const seed = luck.toString(16).padStart(64, "0");
      const shuffled = { ...contest, cells: shuffle([...contest.cells], seed) };
      const people = shuffle([...contest.contestants], seed);
      expect(placesOf(shuffled, people)).toEqual(placesOf(contest));
    }),
  );
});

test("没有录全的不排名，缺席、取消资格的不排名，也不当作零分", () => {
  fc.assert(
    fc.property(anyContest, (contest) => {
      for (const row of placesOf(contest)) {
        const status = contest.contestants.find((one) => one.id === row.contestantId)!.status;
        const ranked = status === "present" && row.agreed === row.of;
        expect(row.rank !== null).toBe(ranked);
        expect(row.total !== null).toBe(ranked);
      }
    }),
  );
});

test("名次等于总分或同分排序在前的人数加一", () => {
  fc.assert(
    fc.property(anyContest, (contest) => {
      const ranked = placesOf({ ...contest, rules: { ...contest.rules, tieChain: [] } }).filter(
        (row) => row.rank !== null,
      );
      for (const row of ranked) {
        const before = ranked.filter((other) => compare(exactTotal(other)!, exactTotal(row)!) > 0).length;
        expect(row.rank).toBe(1 + before);
      }
    }),
  );
});

test("一个评分点得分提高而其余不变，总分不降，名次不退", () => {
  const change = anyContest.chain((contest) =>
    fc.tuple(fc.constant(contest), settledCells(contest.scheme, "c0"), fc.nat()),
  );
  let raised = 0;
  fc.assert(
    fc.property(change, ([contest, anew, pick]) => {
      const aspectId = anew[pick % anew.length]!.aspectId;
      const { aspect } = findAspect(contest.scheme, aspectId)!;
      const isOwn = (cell: Cell) => cell.contestantId === "c0" && cell.aspectId === aspectId;
      const cells = [
        ...contest.cells.filter((cell) => !isOwn(cell)),
        ...anew.filter((cell) => cell.aspectId === aspectId),
      ];
      const [before, after] = [contest.cells, cells].map(
        (list) =>
          aspectState(
            aspect,
            list.filter((cell) => cell.contestantId === "c0"),
            contest.rules,
          ).worth,
      );
      if (!before || !after || compare(after, before) < 0 || aspect.kind === "veto") return;
      // Seconds order ties and void a module beside what they take off: more of them are no gain, whatever they are worth.
      const [used, uses] = [contest.cells, anew].map((list) => exact(list.find(isOwn)!.value!));
      if (aspect.kind === "time" && compare(uses!, used!) > 0) return;
      raised += 1;
      const [was, is] = [placesOf(contest), placesOf({ ...contest, cells })].map((rows) => rowOf(rows, "c0"));
      if (was!.rank === null) return;
      expect(compare(exactTotal(is!)!, exactTotal(was!)!)).toBeGreaterThanOrEqual(0);
      expect(is!.rank).toBeLessThanOrEqual(was!.rank);
    }),
    { numRuns: 400 },
  );
  expect(raised).toBeGreaterThan(50);
});

test("没有加分时总分不超过评分标准，也不小于零", () => {
  fc.assert(
    fc.property(anyContest, (contest) => {
      const most = rounded(highestTotal(contest.scheme, contest.rules), contest.rules.rounding?.total);
      for (const row of placesOf(contest)) {
        const total = exactTotal(row);
        if (total === null) continue;
        expect(compare(total, most)).toBeLessThanOrEqual(0);
        expect(total.s).toBeGreaterThanOrEqual(0n);
      }
    }),
  );
});

test("判罚只减不增：多一项判罚，总分不升", () => {
  fc.assert(
    fc.property(anyContest, (contest) => {
      const clean = placesOf({ ...contest, penalties: new Map() });
      for (const row of placesOf(contest)) {
        const [before, after] = [rowOf(clean, row.contestantId), row].map(exactTotal);
        if (before && after) expect(compare(after, before)).toBeLessThanOrEqual(0);
      }
    }),
  );
});

describe("五、设奖", () => {
  const shares = ["0.10", "0.20", "0.30"] as [string, string, string];
  test("按比例设奖，超过比例不多于规则允许的半个名额（四舍五入、累计）或完全不超过（去尾）", () => {
    fc.assert(
      fc.property(fc.nat(500), (n) => {
        const of = (share: string) => exact(share).mul(exact(n));
        for (const [at, count] of quotas(shares, n, "floor").entries()) {
          expect(compare(exact(count), of(shares[at]!))).toBeLessThanOrEqual(0);
          expect(compare(exact(count + 1), of(shares[at]!))).toBeGreaterThan(0);
        }
        for (const [at, count] of quotas(shares, n, "half-up").entries()) {
          expect(compare(exact(count).sub(of(shares[at]!)).abs(), exact("0.5"))).toBeLessThanOrEqual(0);
        }
        const running = quotas(shares, n, "cumulative");
        for (const at of running.keys()) {
          const given = running.slice(0, at + 1).reduce((a, b) => a + b, 0);
          const due = sum(shares.slice(0, at + 1).map(of));
          expect(compare(exact(given).sub(due).abs(), exact("0.5"))).toBeLessThanOrEqual(0);
        }
      }),
    );
  });

  test("每人至多一个奖；同名次同奖；名次在前的奖不低；没有名次的不得奖", () => {
    const order = ["gold", "first", "silver", "second", "bronze", "third", "excellence"];
    fc.assert(
      fc.property(anyContest, (contest) => {
        const rows = placesOf(contest);
        const { awarded, lines } = planAwards(rows, contest.rules);
        expect(new Set(awarded.map((one) => one.contestantId)).size).toBe(awarded.length);
        expect(lines.flatMap((line) => line.winners)).toHaveLength(awarded.length);
        const best = awarded.map((one) => order.indexOf(one.grade));
        expect(best).toEqual([...best].sort((a, b) => a - b));
        for (const one of awarded) {
          expect(rowOf(rows, one.contestantId).rank).toBe(one.rank);
          const same = awarded.filter((other) => other.rank === one.rank);
          expect(new Set(same.map((other) => other.grade)).size).toBe(1);
        }
      }),
    );
  });

  test("没有获奖资格的人保留名次，奖项顺延", () => {
    fc.assert(
      fc.property(anyContest, (contest) => {
        const rows = placesOf(contest);
        const [champion] = rows.filter((row) => row.rank === 1);
        if (!champion || contest.rules.awards.policy.kind !== "places") return;
        const barred = rows.map((row) => ({ ...row, mayWin: row !== champion }));
        const { awarded } = planAwards(barred, contest.rules);
        expect(awarded.map((one) => one.contestantId)).not.toContain(champion.contestantId);
        const others = rows.filter((row) => row.rank !== null && row !== champion);
        if (others.length > 0) expect(awarded[0]).toMatchObject({ grade: "gold", rank: others[0]!.rank });
      }),
    );
  });

  test("参赛人数只算参赛的人", () => {
    fc.assert(
      fc.property(anyContest, (contest) => {
        const present = contest.contestants.filter((one) => one.status === "present").length;
        expect(competed(placesOf(contest))).toHaveLength(present);
      }),
    );
  });
});
