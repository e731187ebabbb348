// Turns: order within a skill, freedom between skills, and no turn lost to a failure before it.
import { expect, test } from "vitest";
import { createTurns } from "#server/live/turns.ts";

const gate = () => {
  let open = (): void => {};
  const passed = new Promise<void>((done) => {
    open = done;
  });
  return { passed, open };
};

test("the second of one skill begins when the first has ended, another skill does not wait", async () => {
  const turns = createTurns();
  const first = gate();
  const seen: string[] = [];
  const one = turns.take("skill-1", async () => {
    seen.push("一");
    await first.passed;
    seen.push("一毕");
  });
  const two = turns.take("skill-1", async () => void seen.push("二"));
  await turns.take("skill-2", async () => void seen.push("另一赛项"));
  expect(seen).toEqual(["一", "另一赛项"]);
  first.open();
  await Promise.all([one, two]);
  expect(seen).toEqual(["一", "另一赛项", "一毕", "二"]);
});

test("a failure reaches its own caller only", async () => {
  const turns = createTurns();
  const failing = turns.take("skill-1", async () => {
    throw new Error("断开");
  });
  const next = turns.take("skill-1", async () => "已保存");
  await expect(failing).rejects.toThrow("断开");
  await expect(next).resolves.toBe("已保存");
});
