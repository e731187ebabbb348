// A pack is refused when a clause was altered or an example fails; the register of readings has teeth.
import { describe, expect, test } from "vitest";
import { decide } from "#domain/entitlements/decide.ts";
import { evaluate } from "#domain/entitlements/evaluate.ts";
import { impactOf } from "#domain/entitlements/impact.ts";
import { loadPack, PackRefused, withReading } from "#domain/entitlements/pack.ts";
import { kaifeng2021Text } from "#domain/entitlements/packs/kaifeng-2021-21.source.ts";
import { kaifeng2021 } from "#domain/entitlements/packs/kaifeng-2021-21.ts";
import { localPackForm } from "#domain/entitlements/packs/local.ts";
import { schoolingOf } from "#domain/entitlements/person.ts";
import type { RulePack } from "#domain/entitlements/rules.ts";
import { day, honour, pack, prize } from "./people.ts";

const load = (change: Partial<RulePack> = {}, text = kaifeng2021Text) =>
  loadPack({ ...kaifeng2021, ...change }, text);

describe("loading", () => {
  test("accepts the pack as shipped, white space in the text ignored, under one version", () => {
    expect(load({}, kaifeng2021Text.replace(/\s/g, "")).version).toBe(load().version);
    expect(load().version).toBe(pack.version);
  });

  test("refuses an altered quote", () => {
    const rows = kaifeng2021.rows.map((row) => ({
      ...row,
      clause: { ...row.clause, quote: row.clause.quote.replace("金牌获得者", "奖牌获得者") },
    }));
    expect(() => load({ rows })).toThrow(/3\.2-g的引文不在原文中/);
  });

  test("refuses an altered text", () => {
    expect(() => load({}, kaifeng2021Text.replace("世赛获奖者、国赛金牌", "世赛获奖者、市赛金牌"))).toThrow(
      PackRefused,
    );
  });

  test("refuses words that the document does not use", () => {
    const words = { ...kaifeng2021.words, "senior-title-direct": "授予正高级职称" };
    expect(() => load({ words })).toThrow(/不在原文中/);
    const existing = { ...kaifeng2021.words, "senior-title-direct": "评价认定" };
    expect(() => load({ words: existing })).toThrow(/认定或授予/);
  });

  test("refuses a row that an example contradicts", () => {
    const rows = kaifeng2021.rows.map((row) =>
      row.when.kind === "competition" && row.when.competitions.includes("national-prc")
        ? { ...row, when: { ...row.when, competitions: [...row.when.competitions, "city" as const] } }
        : row,
    );
    expect(() => load({ rows })).toThrow(/样例“市级竞赛金牌”应为\[\]/);
  });

  test("refuses a pack without examples", () => {
    expect(() => load({ vectors: [] })).toThrow(/没有样例/);
  });
});

describe("the register of readings", () => {
  const without = (id: string) => loadPack(withReading(kaifeng2021, id, "rejected"), kaifeng2021Text);
  const bronze = { awards: [prize("world-skills", "bronze")] };
  const excellence = { awards: [prize("world-skills", "excellence")] };

  test("a rejected I-02 withholds what 优胜奖 had, and says who loses before it goes live", () => {
    const after = without("I-02");
    expect(evaluate(excellence, day, after).granted).toEqual([]);
    expect(evaluate(excellence, day, after).reasons[1]?.because).toContain("I-02未被采纳");
    expect(evaluate(bronze, day, after).granted).toHaveLength(2);
    const people = [
      { id: "优胜", person: excellence },
      { id: "铜牌", person: bronze },
    ];
    expect(impactOf(people, day, pack, after)).toEqual([
      {
        id: "优胜",
        gains: [],
        loses: ["associate-senior-title-direct", "institution-green-channel"],
        flagsChange: true,
      },
    ]);
    expect(after.version).not.toBe(pack.version);
  });

  test.each(["I-01", "I-02", "I-03", "I-04", "I-05", "I-06", "I-07", "I-08"])("%s may be rejected", (id) => {
    expect(() => without(id)).not.toThrow();
  });

  test.each(["I-09", "I-11", "I-12", "I-13", "I-14", "I-16", "I-17"])(
    "%s rejected asks for other rows first",
    (id) => {
      expect(() => without(id)).toThrow(/须先改写规则行/);
    },
  );

  test("a rejected I-04 takes the mark, not the grant", () => {
    const gold = { awards: [prize("world-skills", "gold")] };
    expect(decide(gold, day, pack)[1]).toMatchObject({
      outcome: "granted",
      impliedBy: "senior-title-direct",
    });
    const [, associate] = decide(gold, day, without("I-04"));
    expect(associate?.outcome).toBe("granted");
    expect(associate).not.toHaveProperty("impliedBy");
  });
});

describe("a decision for an officer", () => {
  test("carries the words of the document, the citation, the whole clause and what makes it repeatable", () => {
    const [senior, , green] = decide({ awards: [prize("national-prc", "gold")] }, day, pack);
    expect(green).toMatchObject({
      outcome: "granted",
      words: "纳入事业单位招聘“绿色通道”",
      citation: "汴办〔2021〕21号 三（二）",
      quote: "将世赛获奖者、国赛金牌获得者纳入事业单位招聘“绿色通道”",
      packVersion: pack.version,
      asOf: day,
    });
    expect(green?.inputsHash).toMatch(/^[0-9a-f]{64}$/);
    expect(green?.because.en).toContain("Vocational Skills Competition");
    expect(senior).toMatchObject({ outcome: "not", clause: "KF2021-21/3.2-g" });
  });

  test("for a city gold shows the clause that came nearest, and that it does not name the city", () => {
    for (const decision of decide({ awards: [prize("city", "gold")] }, day, pack).slice(0, 3)) {
      expect(decision.outcome).toBe("not");
      expect(decision.because.zh).toContain("本文件未列入市级竞赛");
      expect(decision.quote).toContain("世赛");
      expect(decision.grounds[0]?.clause).toBeNull();
    }
  });

  test("says 参照 for schooling, with the open list in full", () => {
    const decision = decide({ awards: [], schooling: schoolingOf({ class: "intermediate" }) }, day, pack)[3];
    expect(decision?.outcome).toBe("granted");
    expect(decision?.words).toContain("分别参照中专、大专、本科学历");
    expect(decision?.words).toContain("等方面享受相关待遇");
  });

  test("agrees with the batch evaluation", () => {
    const person = {
      awards: [prize("world-skills", "excellence", { teamSize: 2 }), honour("china-skills-grand-award")],
    };
    const decisions = decide(person, day, pack);
    const { granted, flags } = evaluate(person, day, pack);
    expect(decisions.filter(({ outcome }) => outcome === "granted").map(({ code }) => code)).toEqual(granted);
    expect([...new Set(decisions.flatMap((one) => one.flags))].sort()).toEqual(flags);
  });
});

test("the empty local pack loads and grants nothing", () => {
  const local = loadPack(localPackForm, "");
  expect(evaluate({ awards: [prize("city", "gold")] }, day, local).granted).toEqual([]);
  expect(
    decide({ awards: [prize("city", "gold")] }, "9999-12-31", local).every(
      ({ outcome }) => outcome === "not",
    ),
  ).toBe(true);
});
