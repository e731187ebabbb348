// Which seats mark what: the panels of the rules, the default panel beside them, and what waits for whom.
import { describe, expect, test } from "vitest";
import { panels as panelsForm } from "#domain/competitions/panels.ts";
import { offeredRules, type SkillRules } from "#domain/competitions/rules.ts";
import type { Cell } from "#domain/marking/mark.ts";
import { panelsFit } from "#domain/marking/panels-fit.ts";
import { placesToKey } from "#domain/marking/rekey.ts";
import {
  markedBy,
  marksThere,
  type Panel,
  sameMarking,
  seatNeeds,
  seatsAsked,
  seatsMarking,
  seatsMissing,
  seatsOfAspect,
} from "#domain/marking/seats.ts";
import { decideEntry } from "#domain/marking/sheet.ts";
import { aspectState } from "#domain/marking/states.ts";
import { withoutReserve } from "#domain/marking/substitution.ts";
import type { Aspect, Scheme } from "#domain/schemes/aspect.ts";
import { subcriterionOf } from "#domain/schemes/scheme.ts";

const levels = ["零", "一", "二", "三"] as const;
const judgement = (id: string): Aspect => ({ id, kind: "judgement", description: id, max: "10", levels });
const value = (id: string): Aspect => ({ id, kind: "value", description: id, max: "10", step: "1" });
const trimmed: Aspect = { id: "C1.1", kind: "trimmed", description: "C1.1", max: "10", step: "1" };
const sub = (id: string, day: number, ...aspects: Aspect[]) => ({ id, name: id, day, aspects });
const scheme: Scheme = {
  total: "60",
  criteria: [
    { id: "A", name: "A", max: "20", subcriteria: [sub("A1", 1, judgement("A1.1"), value("A1.2"))] },
    {
      id: "B",
      name: "B",
      max: "20",
      subcriteria: [sub("B1", 2, judgement("B1.1")), sub("B2", 2, value("B2.1"))],
    },
    { id: "C", name: "C", max: "10", subcriteria: [sub("C1", 3, trimmed)] },
  ],
};
const first: Panel = { id: "one", name: "外观组", seats: [1, 2], subcriteria: ["A1"] };
const second: Panel = { id: "two", name: "质量组", seats: [2, 4, 5, 6, 7], subcriteria: ["B1", "C1"] };
const plain: SkillRules = { ...offeredRules, judgementSeats: 3 };
const rules: SkillRules = { ...plain, panels: [first, second] };
const onlyTwo: SkillRules = { ...plain, panels: [first, { ...second, subcriteria: ["B1", "B2", "C1"] }] };

describe("who marks a sub-criterion", () => {
  test.each<[string, SkillRules, string, readonly number[] | null]>([
    ["without panels every seat", plain, "A1", null],
    ["a named one its panel", rules, "A1", [1, 2]],
    ["a panel keeps its own numbers", rules, "B1", [2, 4, 5, 6, 7]],
    ["one that no panel names the seats 1 to what a judgement asks for", rules, "B2", [1, 2, 3]],
  ])("%s", (_, given, id, seats) => expect(seatsMarking({ scheme, rules: given }, id)).toEqual(seats));

  test("a seat sits on several panels, or on none", () => {
    expect(
      [1, 2, 3, 4, 9].map((seat) =>
        markedBy({ scheme, rules }, [seat], allSubs)
          .map(({ id }) => id)
          .join(),
      ),
    ).toEqual(["A1,B2", "A1,B1,B2,C1", "B2", "B1,C1", ""]);
    expect(markedBy({ scheme, rules: plain }, [9], allSubs)).toHaveLength(4);
    expect(markedBy({ scheme, rules: plain }, [], allSubs)).toHaveLength(4);
  });

  test("the default panel grows with what no panel names: a trimmed mark asks for five unless the rules say so", () => {
    const onlyFirst: SkillRules = { ...plain, panels: [first] };
    expect(seatsMarking({ scheme, rules: onlyFirst }, "C1")).toEqual([1, 2, 3, 4, 5]);
    for (const id of ["B1", "B2", "C1"])
      expect([3, 4, 5, 6].map((seat) => marksThere({ scheme, rules: onlyFirst }, seat, id))).toEqual([
        true,
        true,
        true,
        false,
      ]);
    const seven = { ...onlyFirst, trimmed: { seats: 7, minJudges: 5 } };
    expect(seatsMarking({ scheme, rules: seven }, "B2")).toEqual([1, 2, 3, 4, 5, 6, 7]);
  });
  test("what another panel gives by seat does not make the default panel larger", () => {
    const bare = {
      ...scheme,
      criteria: scheme.criteria.map((one) => ({ ...one, subcriteria: [...one.subcriteria] })),
    };
    bare.criteria[1]!.subcriteria[1] = sub("B2", 2, judgement("B2.1"));
    const given = { ...rules, trimmed: { seats: 5, minJudges: 5 } };
    expect(seatsMarking({ scheme: bare, rules: given }, "B2")).toEqual([1, 2, 3]);
  });

  test("seats that mark the same, whatever no panel names, follow one view: that of the lowest", () =>
    expect([1, 2, 4, 5, 6, 7].map((seat) => sameMarking(rules, seat))).toEqual([1, 2, 4, 4, 6, 6]));
});
const allSubs = scheme.criteria.flatMap((one) => [...one.subcriteria]);

describe("what an aspect waits for", () => {
  test.each<[string, SkillRules, Aspect, readonly number[]]>([
    ["a judgement without panels: seats 1 to 3", plain, judgement("A1.1"), [1, 2, 3]],
    ["a judgement of a panel: all its seats and no other", rules, judgement("B1.1"), [2, 4, 5, 6, 7]],
    ["a trimmed mark of a panel likewise", rules, trimmed, [2, 4, 5, 6, 7]],
    ["a trimmed mark without panels: five", plain, trimmed, [1, 2, 3, 4, 5]],
    ["what the panel enters once: nobody", rules, value("A1.2"), []],
  ])("%s", (_, given, aspect, seats) => expect(seatsOfAspect(aspect, given)).toEqual(seats));

  const cells = (...given: [number, string][]): Cell[] =>
    given.map(([seat, level]) => ({
      contestantId: "c",
      aspectId: "A1.1",
      seat,
      round: 1,
      version: 1,
      value: level,
    }));
  test("two seats of two agree: (3+2)/6 × 10", () => {
    expect(aspectState(judgement("A1.1"), cells([1, "3"]), rules).state).toBe("pending");
    expect(aspectState(judgement("A1.1"), cells([1, "3"], [2, "2"]), rules)).toMatchObject({
      state: "agreed",
      mark: "8.33",
    });
  });
  test("trimmed marks of seats 2 and 4 to 7, in their order", () => {
    const given = [2, 4, 5, 6, 7].map((seat) => ({
      contestantId: "c",
      aspectId: "C1.1",
      seat,
      round: 1,
      version: 1,
      value: String(seat),
    }));
    expect(aspectState(trimmed, given, rules)).toMatchObject({
      state: "agreed",
      mark: "5.00",
      marks: ["2", "4", "5", "6", "7"],
    });
  });
  test("the paper has a place for each of them", () =>
    expect(placesToKey([judgement("B1.1")], rules).map(({ seat }) => seat)).toEqual([2, 4, 5, 6, 7]));
});

describe("an entry of another panel is refused, of whatever kind", () => {
  const enter = (aspect: Aspect, seat: number, given = rules) => {
    const context = { cells: [], stage: "scoring", contestantStatus: "present", locked: false };
    const entry = { aspectId: aspect.id, round: 1, value: "1", expectedVersion: 0 };
    const marking = seatsMarking({ scheme, rules: given }, subcriterionOf(aspect.id));
    const decided = decideEntry({ ...context, aspect, rules: given, marking, seat }, entry);
    return decided.ok ? "ok" : decided.refusal.code;
  };
  test.each<[Aspect, number, string]>([
    [judgement("A1.1"), 1, "ok"],
    [judgement("A1.1"), 4, "marking.other-panel"],
    [value("A1.2"), 4, "marking.other-panel"],
    [judgement("B1.1"), 1, "marking.other-panel"],
    [judgement("B1.1"), 7, "ok"],
    [value("B2.1"), 3, "ok"],
    [value("B2.1"), 4, "marking.other-panel"],
  ])("%o by seat %i: %s", (aspect, seat, code) => expect(enter(aspect, seat)).toBe(code));
  test("every seat that a trimmed mark of the default panel waits for may give it", () => {
    const onlyFirst: SkillRules = { ...plain, panels: [first] };
    expect([1, 2, 3, 4, 5, 6].map((seat) => enter(trimmed, seat, onlyFirst))).toEqual([
      ...Array(5).fill("ok"),
      "marking.other-panel",
    ]);
  });
  test("a recorder keys the one mark of any panel", () => expect(enter(value("A1.2"), 0)).toBe("ok"));
  test("without panels seat 4 enters the panel's mark and no level", () => {
    expect(enter(value("A1.2"), 4, plain)).toBe("ok");
    expect(enter(judgement("A1.1"), 4, plain)).toBe("marking.seat-ended");
  });
});

describe("before the start", () => {
  test.each<[string, SkillRules, number[], number[]]>([
    ["without panels seats 1 to 5, which trimmed marks ask for", plain, [1, 2, 3], [4, 5]],
    ["every seat of every panel", onlyTwo, [1, 2, 4], [5, 6, 7]],
    ["a seat no panel asks for does not help", onlyTwo, [1, 2, 3, 4, 5, 6], [7]],
    ["all there", onlyTwo, [1, 2, 4, 5, 6, 7], []],
    ["of the default panel one is there already", rules, [1, 2, 4, 5, 6, 7], []],
    ["as many judges as asked for on other seats", onlyTwo, [11, 12, 13, 14, 15, 16], [1, 2, 4, 5, 6, 7]],
    ["a trimmed mark that no panel names", { ...plain, panels: [first] }, [1, 2], [3, 4, 5]],
  ])("%s", (_, given, seated, missing) => expect(seatsMissing(scheme, given, seated)).toEqual(missing));
  test("the default panel is asked for one judge beside two on a panel of their own", () => {
    const given: SkillRules = { ...plain, panels: [{ ...first, seats: [6, 7] }] };
    const valueOnly: Scheme = {
      total: "20",
      criteria: [
        { ...scheme.criteria[0]!, subcriteria: [sub("A1", 1, value("A1.1")), sub("A2", 1, value("A2.1"))] },
      ],
    };
    expect(seatsMissing(valueOnly, given, [6, 7])).toEqual([1]);
    expect(seatsMissing(valueOnly, given, [3, 6, 7])).toEqual([]);
    expect(seatsAsked(valueOnly, given, [3, 6, 7])).toEqual([3, 6, 7]);
    expect(seatsMissing(valueOnly, plain, [])).toEqual([1]);
    expect(seatsMissing(valueOnly, plain, [8])).toEqual([]);
  });
  test("without a scheme the rules alone ask: for the seats of the panels, else those of judgements", () => {
    expect(seatsAsked(null, plain, [])).toEqual([1, 2, 3]);
    expect(seatsAsked(null, rules, [])).toEqual([1, 2, 4, 5, 6, 7]);
    expect(seatsMissing(null, plain, [2, 3, 4])).toEqual([1]);
  });
});

describe("a declared conflict vacates the seat where its panel waits for it", () => {
  const seated = [1, 2, 4, 5, 6, 7].map((number) => ({ accountId: `j${number}`, number, reserve: false }));
  const vacant = (...seats: number[]) =>
    withoutReserve(
      "c",
      {
        conflicts: seats.map((seat) => ({
          declarationId: `d${seat}`,
          contestantId: "c",
          accountId: `j${seat}`,
          seat,
        })),
        reliefs: [],
      },
      seated,
      seatNeeds(scheme, rules),
    ).map(({ seat }) => seat);
  test("a seat above the first panel's size waits as well", () => expect(vacant(7)).toEqual([7]));
  test("of what is entered once, one judge who marks there is enough", () => {
    const valueOnly: Scheme = {
      ...scheme,
      criteria: [{ ...scheme.criteria[0]!, subcriteria: [sub("A1", 1, value("A1.2"))] }],
    };
    const needs = seatNeeds(valueOnly, rules);
    const conflict = (seat: number) => ({
      declarationId: `d${seat}`,
      contestantId: "c",
      accountId: `j${seat}`,
      seat,
    });
    const left = (...seats: number[]) =>
      withoutReserve("c", { conflicts: seats.map(conflict), reliefs: [] }, seated, needs).map(
        ({ seat }) => seat,
      );
    expect(left(1)).toEqual([]);
    expect(left(1, 2)).toEqual([1, 2]);
    expect(left(7)).toEqual([]);
  });
});

describe("panels that cannot stand", () => {
  const code = (given: SkillRules) => {
    const fit = panelsFit(scheme, given);
    return fit.ok ? "ok" : `${fit.refusal.code} ${JSON.stringify(fit.refusal.params)}`;
  };
  test("fit the scheme: known sub-criteria, enough judges for a trimmed mean", () => {
    expect(code(rules)).toBe("ok");
    expect(code({ ...rules, panels: [{ ...first, subcriteria: ["A1", "D1"] }] })).toBe(
      'composition.panel-unknown {"name":"外观组","sub":"D1"}',
    );
    expect(code({ ...rules, panels: [{ ...second, seats: [4, 5, 6, 7] }] })).toBe(
      'composition.panel-small {"name":"质量组","sub":"C1","least":5}',
    );
  });
  test("what no panel names has the judges a trimmed mean needs too", () => {
    const few = { ...plain, trimmed: { seats: 3, minJudges: 5 } };
    const refused = 'composition.seats-few {"sub":"C1","seats":3,"least":5}';
    expect(code({ ...few, panels: [first] })).toBe(refused);
    expect(code(few)).toBe(refused);
    expect(code({ ...few, panels: [second] })).toBe("ok");
    expect(code({ ...plain, panels: [first] })).toBe("ok");
  });
  test.each<[string, unknown]>([
    ["a sub-criterion on two panels", [first, { ...second, subcriteria: ["A1"] }]],
    ["a panel without seats", [{ ...first, seats: [] }]],
    ["a seat twice", [{ ...first, seats: [1, 1] }]],
    ["seats out of order", [{ ...first, seats: [2, 1] }]],
  ])("%s is no rule", (_, given) => expect(panelsForm.safeParse(given).success).toBe(false));
  test("a panel that a version left nothing to mark stands, and its seats mark nothing of the others", () => {
    const emptied = [{ ...second, subcriteria: [] }];
    expect(panelsForm.safeParse(emptied).success).toBe(true);
    const marking = { scheme, rules: { ...plain, panels: emptied } };
    expect(seatsMarking(marking, "A1")).not.toContain(7);
    expect(code(marking.rules)).not.toContain("panel");
  });
  test("a seat on two panels is one", () => expect(panelsForm.safeParse([first, second]).success).toBe(true));
});
