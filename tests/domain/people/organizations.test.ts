// The places of delegations by their codes (GB/T 2260).
import { expect, test } from "vitest";
import { divisionName } from "#domain/people/organizations.ts";

test.each([
  ["410202", "龙亭区"],
  ["410225", "兰考县"],
  ["410100", null],
  [null, null],
])("%s is called %s", (code, name) => {
  expect(divisionName(code)).toBe(name);
});
