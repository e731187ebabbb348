// Until when a sub-criterion is to be marked, as a fact of the identity bar; none where no time was set.
import { briefTime } from "#app/dates.ts";
import { dueIn, minutesLate } from "#domain/live/day.ts";
import type { View } from "#domain/live/diff.ts";
import type { Words } from "#words/index.ts";
import { say } from "#words/language.ts";

export function dueFact(panel: View, subcriterionId: string, now: Date, told: Words["judge"]["onTheDay"]) {
  const due = dueIn(panel, subcriterionId);
  if (due === null) return [];
  const time = briefTime(due, now);
  const late = minutesLate(due, now);
  const value = late === null ? say(told.sheetDue, { time }) : say(told.sheetLate, { time, n: late });
  return [{ label: told.due, value }];
}
