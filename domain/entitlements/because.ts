// The sentence behind each outcome: who, what the row asks for and what there is instead (需金牌，实为银牌).
import type { LocalDate } from "../calendar.ts";
import { describeAward, describeGrades, describeNeed } from "./describe.ts";
import type { Ground } from "./grounds.ts";
import * as names from "./names.ts";
import type { Award, Person } from "./person.ts";
import { type Language, phrases } from "./phrases.ts";
import type { LoadedPack } from "./rules.ts";
import type { EntitlementCode } from "./vocabulary.ts";
import type { Finding } from "./weigh.ts";

type Told = {
  readonly person: Person;
  readonly code: EntitlementCode;
  readonly asOf: LocalDate;
  readonly pack: LoadedPack;
  readonly language: Language;
};

/** The reason of one ground in one sentence; what is earned is said in the pack's own words (汴办〔2021〕21号 三（二）). */
export function because(ground: Ground, told: Told): string {
  const say = phrases[told.language];
  const subject = subjectOf(ground, told);
  const words = told.pack.words[told.code] ?? "";
  const why = ground.findings.map((finding) => sentence(finding, ground, told)).join(say.and);
  const ids = ground.readings.map(({ id }) => id).join(say.list);
  const body = ground.outcome === "granted" ? say.granted(subject, words) : undefined;
  const tail = ids === "" || ground.findings.some(isRejection) ? "" : say.readings(ids);
  if (ground.outcome === "not") return say.not(subject, why) + tail;
  return (body ?? say[ground.outcome === "pending" ? "pending" : "review"](subject, why, words)) + tail;
}

const isRejection = ({ about }: Finding): boolean => about === "reading-rejected";

/** The reason of a code that nothing bears on. */
export function becauseNothing(code: EntitlementCode, told: Omit<Told, "person" | "code">): string {
  const say = phrases[told.language];
  if (told.asOf < told.pack.effectiveFrom) return say.notYet(told.pack.effectiveFrom, told.asOf);
  return code.startsWith("education-") ? say.noSchooling : say.nothingEntered;
}

function subjectOf(ground: Ground, { person, language }: Told): string {
  const place = ground.awards[0];
  if (place !== undefined) return describeAward(person.awards[place]!, language);
  const { institution, class: kind } = person.schooling!;
  return phrases[language].holder(
    names.institutionNames[institution][language],
    names.schoolingClassNames[kind][language],
  );
}

function sentence(finding: Finding, ground: Ground, told: Told): string {
  const say = phrases[told.language];
  if (finding.about === "not-in-force") return outOfForce(told);
  if (finding.about === "reading-rejected") return say.rejectedReading(finding.id);
  const place = ground.awards[0];
  return place === undefined
    ? aboutSchooling(finding.about, ground, told)
    : aboutAward(finding.about, told.person.awards[place]!, ground, told);
}

function outOfForce({ asOf, pack, language }: Told): string {
  const say = phrases[language];
  return asOf < pack.effectiveFrom
    ? say.notYet(pack.effectiveFrom, asOf)
    : say.noLonger(pack.effectiveTo ?? asOf, asOf);
}

function aboutAward(about: Finding["about"], given: Award, ground: Ground, told: Told): string {
  const { language } = told;
  const say = phrases[language];
  if (about === "row")
    return say.needs(describeNeed(ground.row?.when, language), describeAward(given, language));
  if (about === "identity") return say.identity;
  if (about === "date") return say.later(given.date ?? "", told.asOf);
  if (about === "state" || about === "claimed" || about === "awaited")
    return say.state(names.stateNames[given.state][language]);
  if (given.kind === "honour") return say.unnamed(names.honourNames[given.honour][language]);
  const condition = ground.row?.when;
  if (about === "grade" && condition?.kind === "competition")
    return say.needs(describeGrades(condition.grades, language), names.gradeNames[given.grade][language]);
  if (about === "role")
    return say.role(names.roleNames.competitor[language], names.roleNames[given.role][language]);
  if (about === "doubtful-grade") return say.doubtfulGrade(names.gradeNames[given.grade][language]);
  if (about === "category") return say.category(names.categoryNames[given.category][language]);
  return say.unnamed(names.competitionNames[given.competition][language]);
}

function aboutSchooling(about: Finding["about"], ground: Ground, { person, language }: Told): string {
  const say = phrases[language];
  const schooling = person.schooling!;
  const when = ground.row?.when;
  if (about === "class" && when?.kind === "schooling")
    return say.needs(describeNeed(when, language), names.schoolingClassNames[schooling.class][language]);
  if (about === "institution")
    return say.needs(
      names.institutionNames["technical-school"][language],
      names.institutionNames[schooling.institution][language],
    );
  if (about === "full-time") return say.fullTime;
  return about === "graduated"
    ? say.graduated
    : say.unnamed(names.schoolingClassNames[schooling.class][language]);
}
