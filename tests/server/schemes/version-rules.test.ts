// A version of a scheme takes the skill's rules with it: what names a part that is gone goes too (domain.md 3.3, 3.4).
import { expect, test } from "vitest";
import { readBundle } from "#domain/bundles/bundle.ts";
import { recompute } from "#domain/bundles/recompute.ts";
import type { SkillRules } from "#domain/competitions/rules.ts";
import { addAspect, changeAspect, declareTotal, removeCriterion } from "#domain/schemes/edit.ts";
import type { SchemeEdit } from "#server/schemes/edit-scheme.ts";
import type { TestHouse } from "../../support/house.ts";
import { skillForEach } from "../../support/opening.ts";
import { codeOf, must, type SkillStage } from "../../support/stage.ts";

let at: TestHouse;
let skill: SkillStage;
const rules: Partial<SkillRules> = {
  tieChain: ["aspect:B1.1", "module:m-2", "criterion:A"],
  modules: [
    { id: "m-1", name: "外观", criteria: ["A"] },
    { id: "m-2", name: "内部", criteria: ["B"] },
  ],
  panels: [{ id: "all", name: "全体", seats: [1, 2, 3], subcriteria: ["A1", "B1"] }],
};

skillForEach("scoring", { competitors: 2, rules }, async (opened) => {
  ({ at, skill } = opened);
  for (const [place, id] of opened.ids.entries()) await skill.markOne(id, place);
});

const schemes = () => at.services.schemes;
const organizer = () => skill.permit(skill.organizer, "schemes.edit");
const chief = () => skill.permit(skill.chief, "marking.oversee");
const edit = async (change: SchemeEdit) => must(await schemes().editScheme(await organizer(), change));
const enforce = async () => {
  const { hash } = await schemes().readSkillScheme(await organizer());
  return schemes().enforceVersion(await chief(), hash);
};
const standing = async () => {
  const [row] = await at.database.query<{ rules: SkillRules }>("SELECT rules FROM skill WHERE id = $1", [
    skill.skillId,
  ]);
  return row!.rules;
};

test("a criterion that is dropped leaves modules, panels and tie chain, with a line of its own; the result recomputes", async () => {
  must(await schemes().startVersion(await organizer(), "内部质量因设备故障取消"));
  await edit((scheme) => removeCriterion(scheme, "B"));
  await edit((scheme) => declareTotal(scheme, "40.00"));
  expect(await standing()).toMatchObject(rules);
  must(await enforce());
  expect(await standing()).toMatchObject({
    tieChain: ["criterion:A"],
    modules: [{ id: "m-1", criteria: ["A"] }],
    panels: [{ id: "all", seats: [1, 2, 3], subcriteria: ["A1"] }],
  });
  const deeds = await at.database.query<{ deed: string; payload: Record<string, unknown> }>(
    "SELECT deed, payload FROM ledger_line WHERE chain = $1 ORDER BY seq DESC LIMIT 2",
    [`skill:${skill.skillId}`],
  );
  expect(deeds).toMatchObject([
    { deed: "scheme-locked", payload: { version: 2 } },
    { deed: "rules-changed", payload: { version: 2, rules: { tieChain: ["criterion:A"] } } },
  ]);
  must(await at.services.marking.lockSubcriterion(await chief(), "A1"));
  must(await at.services.results.completeResult(await chief()));
  await skill.reach("published");
  const bundle = must(await at.services.results.exportBundle(skill.skillId));
  const read = must(readBundle(JSON.parse(JSON.stringify(bundle))));
  expect(recompute(read)).toMatchObject({ ok: true, differing: [] });
});

test("a version that waits for a seat nobody holds is not put into force", async () => {
  must(await schemes().startVersion(await organizer(), "增评一项"));
  await edit((scheme) =>
    changeAspect(scheme, "A1.1", { kind: "value", description: "焊缝余高", max: "20.00", step: "0.5" }),
  );
  await edit((scheme) => ({
    ok: true,
    value: {
      ...scheme,
      total: "110.00",
      criteria: [
        ...scheme.criteria,
        {
          id: "C",
          name: "表现",
          max: "10.00",
          subcriteria: [{ id: "C1", name: "表现", day: 2, aspects: [] }],
        },
      ],
    },
  }));
  await edit((scheme) =>
    addAspect(scheme, "C1", { kind: "trimmed", description: "综合表现", max: "10.00", step: "0.5" }),
  );
  const refused = { code: "skill.needs-judges", params: { missing: "4、5" } };
  expect(await schemes().versionRefusal(await organizer())).toMatchObject(refused);
  expect(codeOf(await enforce())).toBe("skill.needs-judges");
});
