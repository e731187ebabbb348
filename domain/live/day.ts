// What goes on around the marks on the day: until when a sub-criterion is due, the chief judge's messages, the seats' devices.
import type { View } from "./diff.ts";

/** Longest message to a panel, in characters. */
export const longestMessage = 300;
/** A message of the chief judge to the panel, with the seats that have read it. */
export type PanelMessage = {
  readonly id: string;
  readonly text: string;
  /** ISO instant. */
  readonly at: string;
  readonly read: readonly number[];
  /** The panel it is for; absent: everybody. */
  readonly panel?: string;
};
/** The device that holds a seat: whether it is heard of, since when (ISO), and what it keeps unsent. */
export type SeatDevice = {
  readonly state: "online" | "offline";
  readonly since: string;
  /** Marks on the device that the server has not acknowledged, as the device said last. */
  readonly waiting: number;
};
export type DayState = {
  /** By sub-criterion, the ISO instant it is to be marked by; one without is never late. */
  readonly due: ReadonlyMap<string, string>;
  /** The newest ones, oldest first. */
  readonly messages: readonly PanelMessage[];
  /** By seat number; only the live part knows them, a state read from the database has none. */
  readonly devices: ReadonlyMap<number, SeatDevice>;
};
export const noDevices: DayState["devices"] = new Map();

/** What the panel is told: when its work is due and what the chief judge has to say. */
export function dayOfPanel({ due, messages }: DayState): View {
  return Object.fromEntries([
    ...[...due].map(([sub, at]) => [`due:${sub}`, at] as const),
    ...messages.map((one) => [`message:${one.id}`, one] as const),
  ]);
}

/** The chief judge's: the same, and the device of every seat. */
export function dayOfOversight(day: DayState): View {
  const seats = [...day.devices].map(([seat, device]) => [`seat:${seat}`, device] as const);
  return { ...dayOfPanel(day), ...Object.fromEntries(seats) };
}

/** The instant a sub-criterion is due by, as a view tells it; null without one. */
export const dueIn = (view: View, subcriterionId: string): string | null =>
  (view[`due:${subcriterionId}`] as string | undefined) ?? null;

/** The messages in a view, oldest first. */
export const messagesIn = (view: View): PanelMessage[] =>
  Object.entries(view)
    .filter(([key]) => key.startsWith("message:"))
    .map(([, one]) => one as PanelMessage)
    .sort((a, b) => (a.at < b.at ? -1 : a.at > b.at ? 1 : 0));

/** The device of a seat, as a view tells it; null when none was heard of. */
export const deviceIn = (view: View, seat: number): SeatDevice | null =>
  (view[`seat:${seat}`] as SeatDevice | undefined) ?? null;

/** Whole minutes past `due`, at least 1; null while it is not past. */
export function minutesLate(due: string | null, now: Date): number | null {
  const late = due === null ? 0 : now.getTime() - Date.parse(due);
  return late > 0 ? Math.ceil(late / 60_000) : null;
}
