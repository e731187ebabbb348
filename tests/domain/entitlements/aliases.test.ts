// Names as people type them: known ones are recognized, unknown ones go to an officer.
import { describe, expect, test } from "vitest";
import { competitionNamed, gradeNamed, honourNamed, roleNamed } from "#domain/entitlements/aliases.ts";

describe("names of competitions", () => {
  test.each([
    ["国赛", "national-prc"],
    ["全国技能大赛", "national-prc"],
    ["中华人民共和国第二届职业技能大赛", "national-prc"],
    ["世赛", "world-skills"],
    [" 第46届 世界技能大赛 ", "world-skills"],
    ["ＷｏｒｌｄＳｋｉｌｌｓ", "world-skills"],
    ["Abilympics", "international-abilympics"],
    ["全国职业院校技能大赛", "national-vocational-college"],
    ["2023年全国职业院校技能大赛", "national-vocational-college"],
    ["世界技能大赛全国选拔赛", "world-skills-selection"],
    ["市赛", "city"],
    ["全国职业技能大赛", null],
    ["国赛选拔赛", null],
    ["世界技能", null],
    ["", null],
    ["__proto__", null],
  ])("%s is %s", (typed, code) => {
    expect(competitionNamed(typed)).toBe(code);
  });
});

test("an honour, a grade and a role have one name each; 一等奖 is no medal", () => {
  expect(honourNamed("“中华技能大奖”")).toBe("china-skills-grand-award");
  expect(honourNamed("中原技能大赛")).toBeNull();
  expect(gradeNamed("金牌")).toBe("gold");
  expect(gradeNamed("一等奖")).toBeNull();
  expect(roleNamed("指导教师")).toBe("coach");
  expect(roleNamed("领队")).toBeNull();
});
