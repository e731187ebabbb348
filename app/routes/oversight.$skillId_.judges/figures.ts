// A judge's figures as they are written: percent with a sign, and the seat by its number.
import type { Decimal } from "#domain/exact.ts";
import { say } from "#words/language.ts";
import type { Loaded } from "./route.tsx";

type Words = Loaded["words"];

/** "4.2" is "+4.2%", "-4.2" is "−4.2%", nothing has no sign. */
export function signed(percent: Decimal): string {
  if (Number(percent) === 0) return `${percent}%`;
  return percent.startsWith("-") ? `−${percent.slice(1)}%` : `+${percent}%`;
}

export const inWords = (percent: Decimal, words: Words): string => {
  if (Number(percent) === 0) return words.level;
  const size = percent.replace("-", "");
  return say(percent.startsWith("-") ? words.stricterBy : words.kinderBy, { percent: size });
};

export const seatOf = (
  row: { readonly number: number; readonly reserve: boolean; readonly ended: boolean },
  words: Words,
): string =>
  say(row.ended ? words.seatEnded : row.reserve ? words.seatReserve : words.seat, { n: row.number });
