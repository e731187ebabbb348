// What a time aspect says of itself: hours and minutes as people say them, seconds only where there are any.
import { describe, expect, test } from "vitest";
import { durationIn, particularsOf } from "#app/sheet/particulars.ts";
import type { TimeAspect } from "#domain/schemes/aspect.ts";
import { terms as en } from "#words/en/terms.ts";
import { terms as zh } from "#words/zh/terms.ts";

describe("seconds as people say them", () => {
  test.each<[seconds: string, chinese: string, english: string]>([
    ["10800.00", "3 小时", "3 hours"],
    ["3600", "1 小时", "1 hour"],
    ["5400", "90 分钟", "90 minutes"],
    ["60", "1 分钟", "1 minute"],
    ["150", "2 分 30 秒", "2 min 30 s"],
    ["3661", "61 分 1 秒", "61 min 1 s"],
    ["90.50", "1 分 30.5 秒", "1 min 30.5 s"],
    ["10", "10 秒", "10 seconds"],
    ["0.5", "0.5 秒", "0.5 seconds"],
    ["0", "0 秒", "0 seconds"],
  ])("%s s: %s", (seconds, chinese, english) => {
    expect(durationIn(seconds, zh.particulars.duration)).toBe(chinese);
    expect(durationIn(seconds, en.particulars.duration)).toBe(english);
  });
});

test("limit, intervals and the end of it all in the same units", () => {
  const aspect: TimeAspect = {
    id: "A1.1",
    description: "用时",
    max: "0",
    kind: "time",
    limit: "10800",
    counting: "complete",
    early: { every: "600", marks: "1.00", most: "3.00" },
    late: { every: "90", marks: "0.50" },
    voidAfter: "1800",
  };
  expect(particularsOf(aspect, zh.particulars)).toBe(
    "限时 3 小时；每提前 10 分钟加 1.00 分（最多 3.00 分）；每超时 1 分 30 秒扣 0.50 分；超时超过 30 分钟，所在模块记 0 分",
  );
  expect(particularsOf(aspect, en.particulars)).toBe(
    "3 hours allowed; 1.00 for every 10 minutes saved (at most 3.00); 0.50 off for every 1 min 30 s over; more than 30 minutes over: the module is 0",
  );
});
