// Domain 2: draft → submitted → accepted | returned(reason) → submitted | rejected(reason); any but rejected → withdrawn.
import { describe, expect, test } from "vitest";
import { competitionNumber, move, registrationStates } from "#domain/registrations/registration.ts";

const open: Record<string, string[]> = {
  draft: ["submitted", "withdrawn"],
  submitted: ["accepted", "returned", "rejected", "withdrawn"],
  accepted: ["withdrawn"],
  returned: ["submitted", "withdrawn"],
  rejected: [],
  withdrawn: [],
};

describe("二、报名", () => {
  test("三十六种走法，只有这九种走得通", () => {
    for (const from of registrationStates) {
      const reached = registrationStates.filter((to) => move(from, to, "证件照片不清").ok);
      expect([from, [...reached].sort()]).toEqual([from, [...open[from]!].sort()]);
    }
  });

  test.each(["returned", "rejected"] as const)("%s 须有理由，空白不算", (to) => {
    for (const reason of [undefined, "", " 　\n", "\u200b\u3164"]) {
      expect(move("submitted", to, reason)).toEqual({
        ok: false,
        refusal: { code: "registration.reason-needed" },
      });
    }
  });

  test("走不通的一步先说走不通，不催要理由", () => {
    expect(move("accepted", "rejected")).toMatchObject({ refusal: { code: "registration.step-not-open" } });
  });

  test("参赛号是赛项号与流水号", () => {
    expect([competitionNumber(17, 3), competitionNumber(4, 120), competitionNumber(60, 1000)]).toEqual([
      "17-003",
      "04-120",
      "60-1000",
    ]);
  });
});
