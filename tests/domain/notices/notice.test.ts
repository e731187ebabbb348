// Domain 7 公示: 5 working days, the posting day not counted, closed at midnight in Shanghai after the last day.
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { addDays, isWorkingDay, shanghaiDate } from "#domain/calendar.ts";
import { isClosed, noticeWindow } from "#domain/notices/notice.ts";

const noon = (date: string): Date => new Date(`${date}T12:00:00+08:00`);

describe("七、公示五个工作日", () => {
  test.each([
    ["2025-03-03", "2025-03-04", "2025-03-10", "周一张贴，隔一个周末"],
    ["2025-03-07", "2025-03-10", "2025-03-14", "周五张贴"],
    ["2025-03-08", "2025-03-10", "2025-03-14", "周六张贴"],
    ["2025-01-24", "2025-01-26", "2025-02-07", "春节前的周五，周日调休上班"],
    ["2025-01-27", "2025-02-05", "2025-02-10", "除夕前一日，节后周六调休上班"],
    ["2025-04-25", "2025-04-27", "2025-05-06", "劳动节前，周日调休上班"],
    ["2025-09-26", "2025-09-28", "2025-10-10", "国庆前的周五，周日调休上班"],
    ["2025-09-30", "2025-10-09", "2025-10-14", "国庆前一日，节后周六调休上班"],
    ["2025-10-11", "2025-10-13", "2025-10-17", "在调休上班的周六张贴"],
    ["2025-12-31", "2026-01-04", "2026-01-08", "跨年，周日调休上班"],
    ["2026-02-13", "2026-02-14", "2026-02-27", "春节前的周五，周六调休上班"],
    ["2026-02-18", "2026-02-24", "2026-02-28", "正月初二张贴，节后周六调休上班"],
    ["2026-04-30", "2026-05-06", "2026-05-11", "劳动节前一日，节后周六调休上班"],
    ["2026-09-18", "2026-09-20", "2026-09-24", "周日调休上班，中秋前止"],
    ["2026-09-30", "2026-10-08", "2026-10-13", "国庆前一日，节后周六调休上班"],
  ])("%s 张贴：%s 起，%s 止（%s）", (posted, first, last) => {
    const window = noticeWindow(noon(posted), 5);
    expect([window.firstDay, window.lastDay, window.arranged]).toEqual([first, last, true]);
    expect(window.closesAt.toISOString()).toBe(new Date(`${addDays(last, 1)}T00:00:00+08:00`).toISOString());
  });

  test.each([
    ["2025-03-03T15:59:59.999Z", "2025-03-04"],
    ["2025-03-03T16:00:00.000Z", "2025-03-05"],
  ])("张贴日按上海：%s 张贴，%s 起", (instant, first) => {
    expect(noticeWindow(new Date(instant), 5).firstDay).toBe(first);
  });

  test("最后一日的最后一毫秒仍在公示，零时起截止", () => {
    const window = noticeWindow(noon("2025-03-03"), 5);
    expect(isClosed(window, new Date("2025-03-10T23:59:59.999+08:00"))).toBe(false);
    expect(isClosed(window, new Date("2025-03-11T00:00:00.000+08:00"))).toBe(true);
  });

  test.each(["2026-12-25", "2026-12-31", "2027-03-01", "2027-09-30"])(
    "%s 张贴，落入尚无放假安排的 2027 年，须说明",
    (posted) => {
      expect(noticeWindow(noon(posted), 5).arranged).toBe(false);
    },
  );

  test("2026 年内止的公示不落入 2027 年", () => {
    expect(noticeWindow(noon("2026-12-24"), 5)).toMatchObject({ lastDay: "2026-12-31", arranged: true });
  });

  test("任何时刻张贴：张贴日不计，其间工作日正好够数，首末两日都是工作日", () => {
    const instant = fc
      .integer({ min: Date.UTC(2025, 0, 1), max: Date.UTC(2026, 11, 1) })
      .map((time) => new Date(time));
    fc.assert(
      fc.property(instant, fc.integer({ min: 1, max: 15 }), (openedAt, count) => {
        const { firstDay, lastDay, closesAt } = noticeWindow(openedAt, count);
        let days = 0;
        for (let day = addDays(shanghaiDate(openedAt), 1); day <= lastDay; day = addDays(day, 1))
          days += Number(isWorkingDay(day));
        expect([days, isWorkingDay(firstDay), isWorkingDay(lastDay)]).toEqual([count, true, true]);
        expect(shanghaiDate(new Date(closesAt.getTime() - 1))).toBe(lastDay);
      }),
    );
  });
});
