// Which field of the rules form says that rules and scheme do not fit: one that stands there, in the row that was filled.
import { expect, test } from "vitest";
import { sentencesByField } from "#app/form-answer.ts";
import { fieldAt } from "#app/routes/manage.skills.$skillId/misfit-fields.ts";
import type { Place } from "#domain/results/misfits.ts";

const seats: Place = { list: null, field: "minJudges" };
const posted = {
  panelName1: "",
  panelName2: "观感组",
  panelSeats2: "1,2",
  stageName1: "初赛",
  stageName2: "",
  stageName3: "决赛",
};

test.each<[at: Place, more: Record<string, string>, field: string]>([
  [{ list: "panels", index: 0, field: "seats" }, {}, "panelSeats2"],
  [{ list: "panels", index: 0, field: "subcriteria" }, {}, "panelSubs2"],
  [{ list: "contestStages", index: 1, field: "tieChain" }, {}, "stageTieChain3"],
  [{ list: "components", index: 0, field: "weight" }, {}, "componentWeight1"],
  [{ list: null, field: "tieChain" }, {}, "tieChain"],
  [seats, { ruleSetId: "", trimmed: "set" }, "minJudges"],
  [seats, { ruleSetId: "", trimmed: "none" }, "trimmed"],
  [seats, { ruleSetId: "5f", trimmed: "set" }, "ruleSetId"],
])("%j", (at, more, field) => expect(fieldAt(at, { ...posted, ...more })).toBe(field));

test("说在同一格的几句都说，每句一次", () => {
  const told = [
    ["panelSubs1", "没有 A9。"],
    ["panelSeats1", "席位太少。"],
    ["panelSubs1", "没有 B9。"],
    ["panelSubs1", "没有 A9。"],
  ] as const;
  expect(sentencesByField({ language: "zh" }, told)).toEqual({
    panelSubs1: "没有 A9。没有 B9。",
    panelSeats1: "席位太少。",
  });
  expect(sentencesByField({ language: "en" }, told.slice(0, 3))).toMatchObject({
    panelSubs1: "没有 A9。 没有 B9。",
  });
});
