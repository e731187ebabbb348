// The turns of phrase of a decision's reason, Chinese and English; the words of an entitlement stay the document's own.
import type { Name } from "./vocabulary.ts";

export type Language = keyof Name;

type Phrases = {
  readonly list: string;
  readonly or: string;
  readonly and: string;
  readonly needs: (need: string, actual: string) => string;
  readonly holder: (competition: string, grade: string) => string;
  readonly granted: (subject: string, words: string) => string;
  readonly pending: (subject: string, why: string, words: string) => string;
  readonly review: (subject: string, why: string, words: string) => string;
  readonly not: (subject: string, why: string) => string;
  readonly readings: (ids: string) => string;
  readonly rejectedReading: (id: string) => string;
  readonly unnamed: (name: string) => string;
  readonly notYet: (from: string, asOf: string) => string;
  readonly noLonger: (to: string, asOf: string) => string;
  readonly later: (date: string, asOf: string) => string;
  readonly state: (name: string) => string;
  readonly role: (need: string, actual: string) => string;
  readonly identity: string;
  readonly doubtfulGrade: (name: string) => string;
  readonly category: (name: string) => string;
  readonly fullTime: string;
  readonly graduated: string;
  readonly nothingEntered: string;
  readonly noSchooling: string;
};

const zh: Phrases = {
  list: "、",
  or: "或",
  and: "；",
  needs: (need, actual) => `需${need}，实为${actual}`,
  holder: (competition, grade) => `${competition}${grade}`,
  granted: (subject, words) => `${subject}：${words}`,
  pending: (subject, why, words) => `${subject}：${why}；生效后${words}`,
  review: (subject, why, words) => `${subject}：待核查，${why}；核实后${words}`,
  not: (subject, why) => `${subject}：${why}`,
  readings: (ids) => `（依解释${ids}）`,
  rejectedReading: (id) => `所依据的解释${id}未被采纳`,
  unnamed: (name) => `本文件未列入${name}`,
  notYet: (from, asOf) => `本文件自${from}起适用，评定日为${asOf}`,
  noLonger: (to, asOf) => `本文件适用至${to}，评定日为${asOf}`,
  later: (date, asOf) => `获奖日期${date}晚于评定日${asOf}`,
  state: (name) => `奖项状态：${name}`,
  role: (need, actual) => `需为${need}本人，实为${actual}`,
  identity: "身份尚未与本人核对一致",
  doubtfulGrade: (name) => `${name}是否属于“获奖”需人工确定`,
  category: (name) => `${name}是否计入需人工确定`,
  fullTime: "需全日制，实为非全日制",
  graduated: "需毕业生，实为未毕业",
  nothingEntered: "未登记可适用于本项的奖项或荣誉",
  noSchooling: "未登记全日制技工院校学习经历",
};

const en: Phrases = {
  list: ", ",
  or: " or ",
  and: "; ",
  needs: (need, actual) => `requires ${need}, is ${actual}`,
  holder: (competition, grade) => `${competition}, ${grade}`,
  granted: (subject, words) => `${subject}: “${words}”`,
  pending: (subject, why, words) => `${subject}: ${why}; once final “${words}”`,
  review: (subject, why, words) => `${subject}: to be checked, ${why}; if confirmed “${words}”`,
  not: (subject, why) => `${subject}: ${why}`,
  readings: (ids) => ` (reading ${ids})`,
  rejectedReading: (id) => `the reading ${id} that it relies on was not adopted`,
  unnamed: (name) => `this document does not name it (${name})`,
  notYet: (from, asOf) => `this document applies from ${from}; evaluated as of ${asOf}`,
  noLonger: (to, asOf) => `this document applied until ${to}; evaluated as of ${asOf}`,
  later: (date, asOf) => `awarded on ${date}, after the day of evaluation ${asOf}`,
  state: (name) => `the award is ${name}`,
  role: (need, actual) => `must be the ${need} in person, is ${actual}`,
  identity: "identity not yet matched to this person",
  doubtfulGrade: (name) => `whether a ${name} counts as a prize is for an officer to decide`,
  category: (name) => `whether a ${name} counts is for an officer to decide`,
  fullTime: "requires full-time study",
  graduated: "requires graduation",
  nothingEntered: "no award or honour is entered that could bear on this",
  noSchooling: "no full-time technical-school study is entered",
};

export const phrases: Readonly<Record<Language, Phrases>> = { zh, en };
