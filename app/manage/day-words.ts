// Days and moments as people read them: Shanghai, with the weekday.

import { useShell } from "#app/frame.tsx";
import { type LocalDate, shanghaiDate, shanghaiTime, weekday } from "#domain/calendar.ts";

export function useDayWords() {
  const { terms, language } = useShell();
  const named = (date: LocalDate) =>
    `${date}${language === "zh" ? "（" : " ("}${terms.weekday[weekday(date)]}${language === "zh" ? "）" : ")"}`;
  return {
    /** 2027-05-09（周日） */
    day: named,
    span: (from: LocalDate, to: LocalDate) => (from === to ? named(from) : `${named(from)} – ${named(to)}`),
    moment: (at: Date) => `${named(shanghaiDate(at))} ${shanghaiTime(at).slice(0, 5)}`,
  };
}
