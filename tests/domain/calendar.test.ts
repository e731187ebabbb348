// 国务院办公厅 2025、2026 年节假日安排：调休上班的周末是工作日，放假的平日不是；日期一律按上海。
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import * as calendar from "#domain/calendar.ts";

const {
  addDays,
  isArranged,
  isDate,
  isWorkingDay,
  shanghaiDate,
  shanghaiTime,
  startOfDay,
  workingDaysAfter,
} = calendar;

/** Days of one stretch with 班 for a working day and 休 for a free one. */
const stretches: [name: string, from: string, days: string][] = [
  ["2025 元旦", "2024-12-31", "班休班班休休"],
  ["2025 春节", "2025-01-24", "班休班班休休休休休休休休班班班班休班"],
  ["2025 清明", "2025-04-03", "班休休休班"],
  ["2025 劳动节", "2025-04-25", "班休班班班班休休休休休班"],
  ["2025 端午", "2025-05-30", "班休休休班"],
  ["2025 国庆中秋", "2025-09-26", "班休班班班休休休休休休休休班班班休班"],
  ["2026 元旦", "2025-12-31", "班休休休班班"],
  ["2026 春节", "2026-02-13", "班班休休休休休休休休休班班班班班休班"],
  ["2026 清明", "2026-04-03", "班休休休班"],
  ["2026 劳动节", "2026-04-30", "班休休休休休班班班班休班"],
  ["2026 端午", "2026-06-18", "班休休休班"],
  ["2026 中秋国庆", "2026-09-18", "班休班班班班班休休休班班班休休休休休休休班班班休班"],
];
const anyDay = fc.integer({ min: 0, max: 729 }).map((days) => addDays("2025-01-01", days));

describe("工作日", () => {
  test.each(stretches)("%s，自 %s 起：%s", (_, from, days) => {
    const seen = [...days].map((__, place) => (isWorkingDay(addDays(from, place)) ? "班" : "休"));
    expect(seen.join("")).toBe(days);
  });

  test.each(["2025", "2026"])("%s 年：365 天减 104 个周末日，再减 13 天法定节假日，是 248 天", (year) => {
    const days = Array.from({ length: 365 }, (_, place) => addDays(`${year}-01-01`, place));
    expect(days.at(-1)).toBe(`${year}-12-31`);
    expect(days.filter(isWorkingDay)).toHaveLength(248);
  });

  test("放假安排尚未公布的年份只按周末计，并且说得出来", () => {
    expect(["2025-06-30", "2026-12-31"].map(isArranged)).toEqual([true, true]);
    expect(["2024-12-31", "2027-01-01", "2027-10-01"].map(isArranged)).toEqual([false, false, false]);
    expect(isWorkingDay("2027-10-01")).toBe(true);
  });

  test("某日之后的第 n 个工作日：当日不计，一个不漏", () => {
    fc.assert(
      fc.property(anyDay, fc.integer({ min: 1, max: 30 }), (from, count) => {
        const days = workingDaysAfter(from, count);
        const between: string[] = [];
        for (let day = addDays(from, 1); day <= days.at(-1)!; day = addDays(day, 1)) between.push(day);
        expect(days).toEqual(between.filter(isWorkingDay));
        expect(days).toHaveLength(count);
      }),
    );
  });
});

describe("上海的日期与时刻", () => {
  test.each([
    ["2026-02-28T15:59:59.999Z", "2026-02-28", "23:59:59"],
    ["2026-02-28T16:00:00.000Z", "2026-03-01", "00:00:00"],
    ["2025-12-31T23:00:00.000Z", "2026-01-01", "07:00:00"],
  ])("%s 是 %s %s", (instant, date, time) => {
    expect([shanghaiDate(new Date(instant)), shanghaiTime(new Date(instant))]).toEqual([date, time]);
  });

  test("一天自上海的零时起", () => {
    fc.assert(
      fc.property(anyDay, (day) => {
        const start = startOfDay(day).getTime();
        expect(shanghaiDate(new Date(start))).toBe(day);
        expect(shanghaiDate(new Date(start - 1))).toBe(addDays(day, -1));
      }),
    );
  });

  test.each([
    ["2024-02-29", true],
    ["2023-02-29", false],
    ["1900-02-29", false],
    ["2000-02-29", true],
    ["2025-04-31", false],
    ["2025-13-01", false],
    ["2025-00-10", false],
    ["2025-1-01", false],
    ["２０２５-01-01", false],
    ["2025-01-01T00:00:00", false],
    ["", false],
  ])("%j 是公历日期：%s", (text, real) => {
    expect(isDate(text)).toBe(real);
  });
});
