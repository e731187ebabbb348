// House rule 5: a role acts only within the scope of its grant; the table is the only one there is.
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { may, mayAnywhere, type Permission, permissions } from "#domain/access/permissions.ts";
import {
  type Grant,
  type Role,
  requiredScope,
  roles,
  rolesApartFrom,
  type Scope,
  scoresIn,
} from "#domain/access/roles.ts";

/** Where every test happens: skill 17 of the city competition, its delegation of 兰考. */
const here: Scope = {
  competitionId: "city-2025",
  skillId: "skill-17",
  county: "410225",
  delegationId: "lankao",
};

/** Each role with a grant that reaches here, one that does not, and all it may do. */
const table: [role: Role, near: Scope, far: Scope | null, may: Permission[]][] = [
  ["administrator", {}, null, ["accounts.manage"]],
  [
    "organizer",
    {},
    null,
    [
      "competitions.create",
      "competitions.configure",
      "competitions.oversee",
      "schemes.edit",
      "registrations.decide",
      "floor.read",
      "results.publish",
    ],
  ],
  [
    "organizer",
    { county: "410225" },
    { county: "410221" },
    [
      "competitions.create",
      "competitions.configure",
      "competitions.oversee",
      "schemes.edit",
      "registrations.decide",
      "floor.read",
      "results.publish",
    ],
  ],
  [
    "organizer",
    { competitionId: "city-2025" },
    { competitionId: "city-2023" },
    [
      "competitions.create",
      "competitions.configure",
      "competitions.oversee",
      "schemes.edit",
      "registrations.decide",
      "floor.read",
      "results.publish",
    ],
  ],
  [
    "chief-judge",
    { skillId: "skill-17" },
    { skillId: "skill-18" },
    [
      "competitions.oversee",
      "schemes.edit",
      "marking.oversee",
      "marking.confirm",
      "floor.read",
      "marking.read-days",
      "results.read-judges",
      "results.check",
      "results.sign-as-chief",
    ],
  ],
  ["judge", { skillId: "skill-17" }, { skillId: "skill-18" }, []],
  [
    "recorder",
    { skillId: "skill-17" },
    { skillId: "skill-18" },
    ["competitions.oversee", "marking.record", "marking.confirm", "marking.read-days", "results.check"],
  ],
  ["floor-judge", { skillId: "skill-17" }, { skillId: "skill-18" }, ["floor.record", "floor.read"]],
  [
    "coding-officer",
    { competitionId: "city-2025" },
    { competitionId: "city-2023" },
    ["competitions.oversee", "draws.code"],
  ],
  [
    "supervisor",
    { competitionId: "city-2025" },
    { competitionId: "city-2023" },
    [
      "competitions.oversee",
      "draws.witness",
      "marking.approve",
      "marking.read-days",
      "results.read-judges",
      "floor.read",
      "results.sign-as-supervisor",
    ],
  ],
  ["delegation-leader", { delegationId: "lankao" }, { delegationId: "qixian" }, ["registrations.submit"]],
  ["award-verifier", {}, null, ["awards.register-external", "awards.verify-external"]],
  ["hr-officer", {}, null, ["awards.register-external", "entitlements.look-up"]],
  ["competitor", {}, null, []],
];
const all = Object.keys(permissions) as Permission[];

describe("现场与评分分开", () => {
  test("同一赛项，现场裁判与评分的三个角色互相排斥，其余角色不受限", () => {
    for (const role of ["judge", "chief-judge", "recorder"] as const) {
      expect(rolesApartFrom(role)).toEqual(["floor-judge"]);
      expect(rolesApartFrom("floor-judge")).toContain(role);
      expect(scoresIn([{ role, skillId: "skill-17" }], here)).toBe(true);
      expect(scoresIn([{ role, skillId: "skill-18" }], here)).toBe(false);
    }
    const others = roles.filter(
      (role) => !["judge", "chief-judge", "recorder", "floor-judge"].includes(role),
    );
    expect(others.flatMap(rolesApartFrom)).toEqual([]);
    expect(
      scoresIn(
        others.map((role) => ({ role })),
        here,
      ),
    ).toBe(false);
  });
});

describe("角色与权限", () => {
  test("表中每个角色都有一行", () => {
    expect(new Set(table.map(([role]) => role))).toEqual(new Set(roles));
    expect(Object.keys(requiredScope).sort()).toEqual([...roles].sort());
  });

  test.each(table)("%s 在范围 %j 内只能办分内的事，在 %j 内一件也不能", (role, near, far, allowed) => {
    const done = all.filter((permission) => may([{ role, ...near }], permission, here));
    expect(done.sort()).toEqual([...allowed].sort());
    if (far) expect(all.filter((permission) => may([{ role, ...far }], permission, here))).toEqual([]);
    expect(all.filter((permission) => mayAnywhere([{ role, ...(far ?? near) }], permission)).sort()).toEqual(
      [...allowed].sort(),
    );
  });

  test("没有角色，什么也不能", () => {
    expect(all.filter((permission) => may([], permission, here) || mayAnywhere([], permission))).toEqual([]);
  });

  test("两个角色不会合成第三个：领队在此、裁判长在彼，此处不能签字", () => {
    const grants: Grant[] = [
      { role: "delegation-leader", delegationId: "lankao" },
      { role: "chief-judge", skillId: "skill-18" },
    ];
    expect(may(grants, "registrations.submit", here)).toBe(true);
    expect(may(grants, "results.sign-as-chief", here)).toBe(false);
    expect(may(grants, "results.sign-as-chief", { ...here, skillId: "skill-18" })).toBe(true);
  });

  test("目标没有说明县区、赛项或代表队，带范围的角色就够不到它", () => {
    expect(
      may([{ role: "organizer", county: "410225" }], "competitions.configure", {
        competitionId: "city-2025",
      }),
    ).toBe(false);
    expect(
      may([{ role: "chief-judge", skillId: "skill-17" }], "marking.oversee", { competitionId: "city-2025" }),
    ).toBe(false);
    expect(may([{ role: "delegation-leader", delegationId: "lankao" }], "registrations.submit", {})).toBe(
      false,
    );
  });

  test("范围只会收窄：多写一项范围，不会多出一项权限", () => {
    const id = fc.constantFrom("a", "b", null, undefined);
    const scope = fc.record({ competitionId: id, skillId: id, county: id, delegationId: id });
    const key = fc.constantFrom("competitionId", "skillId", "county", "delegationId");
    fc.assert(
      fc.property(
        fc.constantFrom(...roles),
        fc.constantFrom(...all),
        scope,
        scope,
        key,
        (role, what, held, target, by) => {
          const narrower = { role, ...held, [by]: held[by] ?? "a" };
          if (may([narrower], what, target)) expect(may([{ role, ...held }], what, target)).toBe(true);
        },
      ),
    );
  });
});
