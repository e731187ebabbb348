// The public notice (公示): working days after the posting day, closed by the server's clock at the end of the last.
import {
  addDays,
  isArranged,
  type LocalDate,
  shanghaiDate,
  startOfDay,
  workingDaysAfter,
} from "../calendar.ts";

export type NoticeWindow = {
  readonly firstDay: LocalDate;
  readonly lastDay: LocalDate;
  /** Midnight in Shanghai after the last day. */
  readonly closesAt: Date;
  /** False when a day falls in a year whose holiday arrangement this calendar does not hold. */
  readonly arranged: boolean;
};

/** The window of a notice posted at `openedAt`; the posting day is not counted (domain.md section 7). */
export function noticeWindow(openedAt: Date, workingDays: number): NoticeWindow {
  const days = workingDaysAfter(shanghaiDate(openedAt), workingDays);
  const firstDay = days[0]!;
  const lastDay = days.at(-1)!;
  return { firstDay, lastDay, closesAt: startOfDay(addDays(lastDay, 1)), arranged: days.every(isArranged) };
}

export const isClosed = (window: { readonly closesAt: Date }, now: Date): boolean => now >= window.closesAt;
