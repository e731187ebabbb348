// Resident identity numbers (GB 11643-1999): normal form, birth date, check digit. An unknown region is accepted.
import { isDate, type LocalDate } from "../calendar.ts";
import { type Outcome, ok, refuse } from "../outcome.ts";

export type ResidentId = string & { readonly __brand: "ResidentId" };

const weights = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];
const checkDigits = "10X98765432";

/** Reads what people type (full-width digits, spaces, zero-width characters, lower-case x) into 18 characters. */
export function readResidentId(typed: string): Outcome<ResidentId> {
  const text = typed
    .normalize("NFKC")
    .replace(/[\s\u200b-\u200f\ufeff\u2060-]/g, "")
    .toUpperCase();
  if (/^\d{15}$/.test(text)) return refuse("people.id-fifteen");
  if (!/^\d{17}[\dX]$/.test(text)) return refuse("people.id-length");
  if (!isDate(birthDateOf(text as ResidentId))) return refuse("people.id-date");
  return checkDigit(text) === text[17] ? ok(text as ResidentId) : refuse("people.id-check-digit");
}

export const birthDateOf = (id: ResidentId): LocalDate =>
  `${id.slice(6, 10)}-${id.slice(10, 12)}-${id.slice(12, 14)}`;

/** The check character of the first seventeen digits. */
export function checkDigit(id: string): string {
  const total = weights.reduce((sum, weight, place) => sum + weight * Number(id[place]), 0);
  return checkDigits[total % 11]!;
}

/** The form that may be shown to the person and their leader: first three and last two characters. */
export const maskResidentId = (id: ResidentId): string => `${id.slice(0, 3)}${"*".repeat(13)}${id.slice(16)}`;
