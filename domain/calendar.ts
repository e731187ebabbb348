// Instants and Shanghai dates, and the statutory working days (国务院办公厅节假日安排通知, 调休 included).

/** A calendar day in Asia/Shanghai, "YYYY-MM-DD". */
export type LocalDate = string;

const shanghaiOffset = 8 * 3_600_000;
const dayForm = /^(\d{4})-(\d{2})-(\d{2})$/;

export const shanghaiDate = (instant: Date): LocalDate =>
  new Date(instant.getTime() + shanghaiOffset).toISOString().slice(0, 10);

/** "HH:MM:SS" in Shanghai. */
export const shanghaiTime = (instant: Date): string =>
  new Date(instant.getTime() + shanghaiOffset).toISOString().slice(11, 19);

/** Midnight in Shanghai at the start of `date`. */
export const startOfDay = (date: LocalDate): Date => new Date(`${date}T00:00:00+08:00`);

/** True for a real day of the Gregorian calendar written YYYY-MM-DD (2023-02-29 is none). */
export function isDate(text: string): boolean {
  const parts = dayForm.exec(text);
  if (!parts || parts[1] === "0000") return false;
  const day = new Date(`${text}T00:00:00Z`);
  return !Number.isNaN(day.getTime()) && day.toISOString().slice(0, 10) === text;
}

export function addDays(date: LocalDate, days: number): LocalDate {
  const day = new Date(`${date}T00:00:00Z`);
  day.setUTCDate(day.getUTCDate() + days);
  return day.toISOString().slice(0, 10);
}

/** 0 is Sunday. */
export const weekday = (date: LocalDate): number => new Date(`${date}T00:00:00Z`).getUTCDay();

const span = (from: LocalDate, to: LocalDate): LocalDate[] => {
  const days: LocalDate[] = [];
  for (let day = from; day <= to; day = addDays(day, 1)) days.push(day);
  return days;
};

/** The published arrangements; a year that is not here is counted by weekdays alone, and `isArranged` says so. */
const arranged = new Set(["2025", "2026"]);
const holidays = new Set([
  ...span("2025-01-01", "2025-01-01"),
  ...span("2025-01-28", "2025-02-04"),
  ...span("2025-04-04", "2025-04-06"),
  ...span("2025-05-01", "2025-05-05"),
  ...span("2025-05-31", "2025-06-02"),
  ...span("2025-10-01", "2025-10-08"),
  ...span("2026-01-01", "2026-01-03"),
  ...span("2026-02-15", "2026-02-23"),
  ...span("2026-04-04", "2026-04-06"),
  ...span("2026-05-01", "2026-05-05"),
  ...span("2026-06-19", "2026-06-21"),
  ...span("2026-09-25", "2026-09-27"),
  ...span("2026-10-01", "2026-10-07"),
]);
const shiftedWorkdays = new Set([
  "2025-01-26",
  "2025-02-08",
  "2025-04-27",
  "2025-09-28",
  "2025-10-11",
  "2026-01-04",
  "2026-02-14",
  "2026-02-28",
  "2026-05-09",
  "2026-09-20",
  "2026-10-10",
]);

/** Whether the holiday arrangement of that day's year is known to this calendar. */
export const isArranged = (date: LocalDate): boolean => arranged.has(date.slice(0, 4));

export function isWorkingDay(date: LocalDate): boolean {
  if (shiftedWorkdays.has(date)) return true;
  if (holidays.has(date)) return false;
  const day = weekday(date);
  return day !== 0 && day !== 6;
}

/** The `count` working days after `date`, which itself is not counted, in order. */
export function workingDaysAfter(date: LocalDate, count: number): LocalDate[] {
  const days: LocalDate[] = [];
  for (let day = addDays(date, 1); days.length < count; day = addDays(day, 1)) {
    if (isWorkingDay(day)) days.push(day);
  }
  return days;
}
