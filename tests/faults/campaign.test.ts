// A tiny fault campaign within npm test: F7, F8 and F15 with four judges, and the controls that must fail. npm run faults plays the rest.
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type Stage, setStage } from "../bench/stage.ts";
import { controls, faults, play } from "./faults.ts";
import { type Counts, type FaultId, full } from "./plan.ts";

let stage: Stage;
beforeAll(async () => {
  stage = await setStage(1, 4);
}, 120_000);
afterAll(() => stage.stop());

const tiny: [FaultId, Counts][] = [
  ["F7", { times: 300, marks: 0 }],
  ["F8", { times: 60, marks: 0 }],
  ["F15", { times: 2, marks: 200 }],
];
const nothingWrong = { lost: 0, doubled: 0, refused: 0, unsettled: 0, ledger: 0, diverged: 0 };

describe("no acknowledged mark is lost or doubled, the chains hold, every device converges", () => {
  test.each(tiny)("%s", { timeout: 120_000 }, async (id, counts) => {
    const { found, told, asExpected } = await play(stage, faults[id], counts, full.seed);
    expect(found).toMatchObject(nothingWrong);
    expect(found.acknowledged).toBeGreaterThan(0);
    expect(told.wrong).toBe(0);
    expect(asExpected).toBe(true);
  });
});

describe("negative controls: with a guard removed the same oracle finds the harm", () => {
  // As many races as make it certain that some fall together.
  const timed: Readonly<Record<string, number>> = { "无幂等键、不看版本": 8, "无赛项锁、无唯一约束": 120 };
  test.each(controls.filter(({ name }) => name in timed))("$name", { timeout: 120_000 }, async (control) => {
    const counts = { times: timed[control.name]!, marks: 0 };
    const { found, asExpected } = await play(stage, control, counts, full.seed);
    expect(found.acknowledged).toBeGreaterThan(0);
    expect(asExpected).toBe(true);
  });
});
