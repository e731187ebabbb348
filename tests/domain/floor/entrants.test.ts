// domain.md 7: check-in with ID: one field takes a name, a competition number or a resident ID.
import { describe, expect, test } from "vitest";
import { countPresent, isWanted, readWanted, type Wanted } from "#domain/floor/entrants.ts";
import { checkDigit } from "#domain/people/resident-id.ts";

const body = "41020220990101001";
const id = body + checkDigit(body);
const wanted = (typed: string): Wanted => {
  const read = readWanted(typed);
  if (!read.ok) throw new Error(read.refusal.code);
  return read.value;
};
const entrant = { name: "买买提·艾力", number: "05-012" };

describe("what was typed or scanned", () => {
  test.each([id, id.toLowerCase(), ` ${id.slice(0, 6)} ${id.slice(6)} `, id.replaceAll("1", "１")])(
    "%s is a resident ID",
    (typed) => expect(wanted(typed)).toEqual({ by: "resident-id", id }),
  );

  test("an ID that is none is refused with its own reason, not searched as a number", () => {
    const wrong = body + (id.endsWith("0") ? "1" : "0");
    expect(readWanted(wrong)).toMatchObject({ refusal: { code: "people.id-check-digit" } });
    expect(readWanted(body.slice(0, 15))).toMatchObject({ refusal: { code: "people.id-fifteen" } });
    expect(readWanted(`${id}9`)).toMatchObject({ refusal: { code: "people.id-length" } });
  });

  test.each([
    ["012", true],
    ["05-012", true],
    ["05012", true],
    ["０５-０１２", true],
    ["013", false],
    ["买买提", true],
    ["艾力", true],
    ["买买提•艾力", true],
    ["买买提艾力", true],
    ["艾山", false],
    ["", true],
    ["  ", true],
  ])("%j finds 05-012 买买提·艾力: %s", (typed, found) => {
    expect(isWanted(wanted(typed), entrant)).toBe(found);
  });

  test("a resident ID matches nobody by name or number, and an entrant without a number no number", () => {
    expect(isWanted(wanted(id), { name: id, number: id })).toBe(false);
    expect(isWanted(wanted("0"), { name: "王伟", number: null })).toBe(false);
  });
});

test("present of expected", () => {
  expect(countPresent([{ checkedInAt: new Date(0) }, { checkedInAt: null }])).toEqual({
    present: 1,
    expected: 2,
  });
});
