// What a client may send over a socket: exactly these events, exactly these fields, nothing longer or stranger.
import { describe, expect, test } from "vitest";
import { audiences, clientEvents, markEnter, watch } from "#domain/live/protocol.ts";

const id = "7d0f7f6e-2c5b-4d0e-9c0a-3d1f5f1f0a11";
const message = {
  requestId: id,
  contestantId: id,
  aspectId: "A1.1",
  round: 1,
  value: "4.5",
  expectedVersion: 0,
};

describe("套接字的消息", () => {
  test("客户端能发的只有四种", () => {
    expect(Object.keys(clientEvents)).toEqual(["mark:enter", "watch", "unwatch", "hold"]);
    expect(audiences).toEqual(["progress", "board", "panel", "recorder", "oversight"]);
  });

  test("录入的消息；清除时值为空", () => {
    expect(markEnter.safeParse(message).success).toBe(true);
    expect(markEnter.safeParse({ ...message, value: null }).success).toBe(true);
  });

  test.each([
    { requestId: "1" },
    { contestantId: "' or 1=1" },
    { aspectId: "A".repeat(17) },
    { round: 0 },
    { round: 10 },
    { round: 1.5 },
    { value: 4.5 },
    { value: undefined },
    { value: "9".repeat(65) },
    { expectedVersion: -1 },
    { expectedVersion: "0" },
  ])("%j 不是录入的消息", (change) => {
    expect(markEnter.safeParse({ ...message, ...change }).success).toBe(false);
  });

  test("裁判与账号不由客户端说：多余的字段不进来", () => {
    const read = markEnter.parse({ ...message, accountId: id, judgeId: id });
    expect(Object.keys(read).sort()).toEqual(Object.keys(message).sort());
  });

  test("席位只有代录时才写：0 到 15 的整数，不写就没有", () => {
    expect(markEnter.parse({ ...message, seat: 3 })).toEqual({ ...message, seat: 3 });
    expect(markEnter.parse(message)).toEqual(message);
    for (const seat of [-1, 16, 0.5, "1", null])
      expect(markEnter.safeParse({ ...message, seat }).success).toBe(false);
  });

  test("观看的对象在名单之内", () => {
    expect(watch.safeParse({ audience: "board", skillId: id }).success).toBe(true);
    expect(watch.safeParse({ audience: "everything", skillId: id }).success).toBe(false);
    expect(watch.safeParse({ audience: "board", skillId: "*" }).success).toBe(false);
  });
});
