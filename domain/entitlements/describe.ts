// An award and what a row asks for, in words: the two sides of 需…，实为….
import * as names from "./names.ts";
import type { Award } from "./person.ts";
import { type Language, phrases } from "./phrases.ts";
import type { Condition } from "./rules.ts";
import type { Grade } from "./vocabulary.ts";

/** 世界技能大赛银牌, or the honour's name. */
export const describeAward = (given: Award, language: Language): string =>
  given.kind === "honour"
    ? names.honourNames[given.honour][language]
    : phrases[language].holder(
        names.competitionNames[given.competition][language],
        names.gradeNames[given.grade][language],
      );

/** What a row asks for, in words: 世界技能大赛或国际残疾人奥林匹克职业技能竞赛金牌. */
export function describeNeed(condition: Condition | undefined, language: Language): string {
  const say = phrases[language];
  if (!condition) return "";
  if (condition.kind === "honour")
    return either(
      condition.honours.map((code) => names.honourNames[code][language]),
      language,
    );
  if (condition.kind === "schooling")
    return either(
      condition.classes.map((code) => names.schoolingClassNames[code][language]),
      language,
    );
  const competitions = condition.competitions.map((code) => names.competitionNames[code][language]);
  return say.holder(either(competitions, language), describeGrades(condition.grades, language));
}

/** 金牌、银牌或铜牌. */
export const describeGrades = (codes: readonly Grade[], language: Language): string =>
  either(
    codes.map((code) => names.gradeNames[code][language]),
    language,
  );

function either(words: readonly string[], language: Language): string {
  const say = phrases[language];
  const last = words.at(-1) ?? "";
  return words.length < 2 ? last : words.slice(0, -1).join(say.list) + say.or + last;
}
