// How days and instants are written on every page: Asia/Shanghai, always with the weekday.
import { type LocalDate, shanghaiDate, shanghaiTime, startOfDay, weekday } from "#domain/calendar.ts";
import type { Words } from "./context.ts";
import { useShell } from "./frame.tsx";

export type Dates = {
  /** "2026-11-23 周一" */
  day(date: LocalDate): string;
  /** "2026-11-23 周一 — 2026-11-25 周三", or the one day. */
  span(from: LocalDate, to: LocalDate): string;
  /** "10:32:07" */
  time(instant: Date | string): string;
  /** "2026-11-23 周一 10:32:07" */
  moment(instant: Date | string): string;
  today(instant: Date | string): LocalDate;
};

export function datesIn(terms: Pick<Words["terms"], "weekday">): Dates {
  const day = (date: LocalDate) => `${date} ${terms.weekday[weekday(date)]}`;
  const time = (instant: Date | string) => shanghaiTime(new Date(instant));
  const today = (instant: Date | string) => shanghaiDate(new Date(instant));
  return {
    day,
    time,
    today,
    span: (from, to) => (from === to ? day(from) : `${day(from)} — ${day(to)}`),
    moment: (instant) => `${day(today(instant))} ${time(instant)}`,
  };
}

export const useDates = (): Dates => datesIn(useShell().terms);

/** Which day of a span a date is, from 1; null outside it. */
export function dayOf(date: LocalDate, from: LocalDate, to: LocalDate): number | null {
  if (date < from || date > to) return null;
  return Math.round((startOfDay(date).getTime() - startOfDay(from).getTime()) / 86_400_000) + 1;
}

/** Days of a span, both ends counted. */
export const daysOf = (from: LocalDate, to: LocalDate): number => dayOf(to, from, to) ?? 1;

/** "10:32"; of another day than `now` with its date, "11-29 10:32". */
export function briefTime(instant: Date | string, now: Date | string): string {
  const [at, today] = [new Date(instant), shanghaiDate(new Date(now))];
  const date = shanghaiDate(at);
  const time = shanghaiTime(at).slice(0, 5);
  return date === today ? time : `${date.slice(5)} ${time}`;
}
