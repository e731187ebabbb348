// The form of a local pack: the text of Kaifeng's own 竞赛管理办法 (三（四）: 出台全市职业技能竞赛管理办法) is not known,
// so this one says nothing until an officer enters the document with quotes and examples. It is never invented.
import type { RulePack } from "../rules.ts";

/** Empty and never in force; a filled copy goes through `loadPack` like any other and is shown beside, never merged. */
export const localPackForm: RulePack = {
  id: "KF-local",
  documentNumber: "",
  title: "开封市职业技能竞赛管理办法（文本待录入）",
  issuer: "",
  date: "9999-12-31",
  upperDocument: null,
  evidence: "原文未知，未录入",
  effectiveFrom: "9999-12-31",
  effectiveTo: null,
  words: {},
  rows: [],
  implications: [],
  interpretations: [],
  vectors: [],
};
