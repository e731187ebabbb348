// The 26 people the product is held to, typed in here, and the shared files where they are at hand.
import { existsSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { describe, expect, test } from "vitest";
import { evaluate } from "#domain/entitlements/evaluate.ts";
import { readEntry } from "#domain/entitlements/input.ts";
import { type Award, type Schooling, schoolingOf } from "#domain/entitlements/person.ts";
import { entitlementCodes } from "#domain/entitlements/vocabulary.ts";
import { day, honour, pack, prize } from "./people.ts";

const codes: Record<string, string> = {
  S: "senior-title-direct",
  A: "associate-senior-title-direct",
  G: "institution-green-channel",
  s: "education-equivalence-secondary",
  c: "education-equivalence-college",
  b: "education-equivalence-bachelor",
};
type Line = [
  name: string,
  awards: Award[],
  grants: string,
  flags?: string[],
  asOf?: string,
  schooling?: Schooling,
];
const gold = (more: Parameters<typeof prize>[2] = {}) => [prize("world-skills", "gold", more)];
const city = [prize("city", "gold")];

const lines: Line[] = [
  ["V01 世赛金牌", gold(), "SAG"],
  ["V02 国际残疾人竞赛金牌", [prize("international-abilympics", "gold")], "SAG"],
  ["V03 世赛银牌", [prize("world-skills", "silver")], "AG"],
  ["V05 世赛优胜奖", [prize("world-skills", "excellence")], "AG", ["I-02"]],
  ["V06 世赛参赛", [prize("world-skills", "participation")], ""],
  ["V07 国赛金牌", [prize("national-prc", "gold")], "AG"],
  ["V08 国赛银牌", [prize("national-prc", "silver")], ""],
  ["V09 国赛铜牌", [prize("national-prc", "bronze")], ""],
  ["V10 国赛优胜奖", [prize("national-prc", "excellence")], ""],
  ["V12 中华技能大奖", [honour("china-skills-grand-award")], "S"],
  ["V14 中原技能大师", [honour("zhongyuan-skills-master")], "A"],
  ["V16 全国技术能手", [honour("national-technical-expert")], ""],
  ["V18 市赛金牌", city, ""],
  [
    "V19 县、企业、院校金牌",
    [prize("county", "gold"), prize("enterprise", "gold"), prize("school", "gold")],
    "",
  ],
  ["V21 全国职业院校技能大赛金牌", [prize("national-vocational-college", "gold")], ""],
  [
    "V23 选拔赛与集训队",
    [prize("world-skills-selection", "gold"), prize("world-skills-training-squad", "excellence")],
    "",
  ],
  ["V25 世赛金牌教练", gold({ role: "coach" }), ""],
  ["V27 已撤销", gold({ state: "revoked" }), ""],
  ["V29 仅本人申报", gold({ state: "claimed" }), ""],
  ["V30 印发前获奖", gold({ date: "2019-08-27" }), "SAG", ["I-05"]],
  ["V32 2026年评定", gold(), "SAG", ["I-06"], "2026-06-01"],
  ["V33 高级工班", [], "c", [], day, schoolingOf({ class: "advanced" })],
  ["V34 预备技师班", [], "b", [], day, schoolingOf({ class: "preparatory-technician" })],
  ["V36 中级工班与市赛金牌", city, "s", [], day, schoolingOf({ class: "intermediate" })],
  ["V38 身份未核对", gold({ identityMatched: false }), ""],
  ["V40 2022年特别赛", gold({ edition: "2022SE" }), "SAG"],
];

describe("汴办〔2021〕21号 三（二）：二十六人", () => {
  test.each(lines)("%s", (_name, awards, grants, flags = [], asOf = day, schooling = undefined) => {
    const result = evaluate({ awards, ...(schooling ? { schooling } : {}) }, asOf, pack);
    expect(result.granted).toEqual([...grants].map((letter) => codes[letter]));
    expect(result.flags).toEqual(flags);
    expect([...new Set(result.reasons.map(({ code }) => code))]).toEqual([...entitlementCodes]);
    for (const { because } of result.reasons) expect(because).not.toBe("");
  });
});

const root = join(dirname(fileURLToPath(import.meta.url)), "../../..");
const shared = join(root, "../shared/vectors/entitlements");
const read = (file: string) => JSON.parse(readFileSync(join(shared, file), "utf8"));

describe.skipIf(!existsSync(shared))("the shared vectors", () => {
  test("are answered as they expect", () => {
    for (const vector of read("vectors.json")) {
      const entry = readEntry(vector);
      if (!entry.ok) throw new Error(entry.error.field);
      const { granted, flags } = evaluate(entry.entry.person, entry.entry.asOf, pack);
      expect([vector.id, granted, flags]).toEqual([vector.id, vector.expect, vector.flags]);
    }
  });

  test("quote the clauses as the pack does", () => {
    const quotes = new Map(
      read("clauses.json").map((clause: { id: string; quote: string }) => [clause.id, clause.quote]),
    );
    for (const { clause } of pack.rows) expect(quotes.get(clause.id)).toBe(clause.quote);
  });

  test("belong to the text that the product stores", async () => {
    const { kaifeng2021Text } = await import("#domain/entitlements/packs/kaifeng-2021-21.source.ts");
    const original = join(root, "../shared/data/policy/汴办〔2021〕21号.txt");
    expect(kaifeng2021Text).toBe(readFileSync(original, "utf8"));
  });
});
