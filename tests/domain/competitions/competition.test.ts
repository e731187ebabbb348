// Domain 2: a competition goes draft → registration → drawing → judging → closed → archived and skips nothing.
import { expect, test } from "vitest";
import {
  advance,
  byEdition,
  byPressing,
  type CompetitionState,
  competitionStates,
  isOver,
  nextState,
} from "#domain/competitions/competition.ts";

const order: CompetitionState[] = ["draft", "registration", "drawing", "judging", "closed", "archived"];

test("二、赛事：只能走到紧接着的下一步，不能跳、不能退、不能原地", () => {
  expect(competitionStates).toEqual(order);
  for (const [here, from] of order.entries()) {
    for (const [there, to] of order.entries()) {
      const open = there === here + 1;
      expect([from, to, advance(from, to).ok]).toEqual([from, to, open]);
    }
    expect(nextState(from)).toBe(order[here + 1] ?? null);
  }
});

test("二、赛事结束或归档后不再增加任何内容", () => {
  expect(order.filter(isOver)).toEqual(["closed", "archived"]);
});

test("二、走不通时说明从哪一步到哪一步", () => {
  const refusal = { code: "competition.step-not-open", params: { from: "draft", to: "judging" } };
  expect(advance("draft", "judging")).toEqual({ ok: false, refusal });
});

test("editions under way come first, then those open, then the past; equal ones keep their order", () => {
  const of = (id: number, state: string) => ({ id, state });
  const editions = [
    of(1, "archived"),
    of(2, "registration"),
    of(3, "judging"),
    of(4, "registration"),
    of(5, "draft"),
  ];
  expect(byPressing(editions).map(({ id }) => id)).toEqual([3, 2, 4, 5, 1]);
});

test("skills of several editions: the edition under way first, of equal ones the newest, then by number, however they came", () => {
  const of = (id: string, state: CompetitionState, startsOn: string, number: number) => ({
    number,
    competition: { id, state, startsOn },
  });
  const skills = [
    of("b", "judging", "2026-10-01", 3),
    of("b", "judging", "2026-10-01", 12),
    of("a", "judging", "2026-09-01", 5),
    of("e", "registration", "2027-01-01", 2),
    of("c", "closed", "2025-10-01", 1),
    of("d", "closed", "2025-10-01", 1),
  ];
  expect(byEdition([...skills].reverse())).toEqual(skills);
  expect(byEdition([3, 0, 5, 1, 4, 2].map((at) => skills[at]!))).toEqual(skills);
});
