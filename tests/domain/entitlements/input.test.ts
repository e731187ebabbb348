// What an entry may not be: the field is named, and the fault is said in Chinese.
import { describe, expect, test } from "vitest";
import { readEntry } from "#domain/entitlements/input.ts";

const award = { kind: "competition", competition: "city", grade: "gold", state: "final", role: "competitor" };
const schooling = { fullTime: true, class: "advanced" };
const entry = (person: unknown, more: object = {}) => ({ id: "x", asOf: "2024-06-01", person, ...more });
const withAward = (change: object) => entry({ awards: [award, { ...award, ...change }] });

test("fills in the defaults and ignores unknown keys", () => {
  const read = readEntry(entry({ awards: [{ ...award, rank: 1 }], schooling, name: "张三" }, { note: 1 }));
  expect(read).toEqual({
    ok: true,
    entry: {
      id: "x",
      asOf: "2024-06-01",
      person: {
        awards: [{ ...award, teamSize: 1, category: "official", identityMatched: true }],
        schooling: { ...schooling, institution: "technical-school", graduated: true },
      },
    },
  });
  expect(readEntry(entry({}))).toMatchObject({ ok: true, entry: { person: { awards: [] } } });
});

describe("refused entries", () => {
  test.each<[field: string, value: unknown]>([
    ["entry", null],
    ["entry", []],
    ["entry", "x"],
    ["id", { asOf: "2024-06-01", person: {} }],
    ["id", entry({}, { id: 7 })],
    ["id", entry({}, { id: "" })],
    ["asOf", { id: "x", person: {} }],
    ["asOf", entry({}, { asOf: "2024-02-30" })],
    ["asOf", entry({}, { asOf: "2024-6-1" })],
    ["asOf", entry({}, { asOf: 20240601 })],
    ["person", { id: "x", asOf: "2024-06-01" }],
    ["person", entry([])],
    ["person.awards", entry({ awards: {} })],
    ["person.awards", entry({ awards: null })],
    ["person.awards[0]", entry({ awards: [null] })],
    ["person.awards[1].kind", withAward({ kind: "medal" })],
    ["person.awards[1].competition", withAward({ competition: "国赛" })],
    ["person.awards[1].competition", withAward({ competition: "toString" })],
    ["person.awards[1].grade", withAward({ grade: undefined })],
    ["person.awards[1].state", withAward({ state: "provisional" })],
    ["person.awards[1].role", withAward({ role: ["competitor"] })],
    ["person.awards[1].date", withAward({ date: "2023-02-29" })],
    ["person.awards[1].edition", withAward({ edition: 46 })],
    ["person.awards[1].teamSize", withAward({ teamSize: 0 })],
    ["person.awards[1].teamSize", withAward({ teamSize: 1.5 })],
    ["person.awards[1].category", withAward({ category: "demo" })],
    ["person.awards[1].identityMatched", withAward({ identityMatched: null })],
    ["person.awards[0].honour", entry({ awards: [{ kind: "honour", honour: "x", state: "final" }] })],
    ["person.awards[0].state", entry({ awards: [{ kind: "honour", honour: "post-expert" }] })],
    ["person.schooling", entry({ schooling: null })],
    ["person.schooling.fullTime", entry({ schooling: { class: "advanced" } })],
    ["person.schooling.class", entry({ schooling: { ...schooling, class: "senior" } })],
    ["person.schooling.institution", entry({ schooling: { ...schooling, institution: "college" } })],
    ["person.schooling.graduated", entry({ schooling: { ...schooling, graduated: "yes" } })],
  ])("%s", (field, value) => {
    const read = readEntry(value);
    if (read.ok) throw new Error("accepted");
    expect(read.error.field).toBe(field);
    expect(read.error.message).toMatch(/\p{Script=Han}/u);
  });
});
