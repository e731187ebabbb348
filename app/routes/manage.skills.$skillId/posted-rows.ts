// Rows of a posted form whose fields end with the number of the row: reading them, and telling what is wrong at its field.
import type { z } from "zod";
import { separated } from "#app/manage/form-fields.ts";
import { say } from "#words/language.ts";

export type Posted = Readonly<Record<string, unknown>>;
export type Told = (path: string, message: string) => void;

export const tell =
  (context: z.core.$RefinementCtx): Told =>
  (path, message) =>
    context.addIssue({ code: "custom", path: [path], message });

const lettered = /(Criteria|Subs)\d+$/;

/** The form with the ticked letters of each row as one text, as they are typed while there is no scheme: "A,B". */
export function joinedRows(form: FormData): FormData {
  const joined = new FormData();
  for (const name of new Set(form.keys())) {
    const values = form.getAll(name);
    if (!lettered.test(name)) for (const value of values) joined.append(name, value);
    else joined.append(name, values.filter((value) => value !== "").join(","));
  }
  return joined;
}

/** A field's text without the blanks around it; one that was not posted is empty. */
export const textOf = (posted: Posted, name: string): string => String(posted[name] ?? "").trim();

/** The numbers of the rows with anything in one of these parts ("stageName", …); the first part is posted for every row. */
export function filledRows(posted: Posted, parts: readonly string[]): number[] {
  const rows: number[] = [];
  for (let row = 1; row <= 26 && `${parts[0]}${row}` in posted; row += 1) {
    if (parts.some((part) => textOf(posted, `${part}${row}`) !== "")) rows.push(row);
  }
  return rows;
}

/** "ab", "A, B" and "A、B" are the same letters; null where anything else was typed, or nothing. */
export function lettersOf(typed: string): string[] | null {
  const pieces = separated(typed.toUpperCase()).flatMap((piece) =>
    /^[A-Z ]+$/.test(piece) ? piece.replaceAll(" ", "").split("") : [piece],
  );
  return pieces.length > 0 && pieces.every((piece) => /^[A-Z]$/.test(piece)) ? [...new Set(pieces)] : null;
}

/** Says at its field that a criterion already stands in a row above. */
export function tellTwice(
  field: string,
  letters: readonly string[] | null,
  above: readonly { readonly name: string; readonly criteria: readonly string[] }[],
  told: Told,
  words: { readonly criteriaTwice: string },
): void {
  for (const { name, criteria } of above) {
    const twice = (letters ?? []).filter((letter) => criteria.includes(letter));
    if (twice.length > 0) told(field, say(words.criteriaTwice, { letters: twice.join("、"), name }));
  }
}

/** A row keeps its id while its name changes; a new one is called by its kind and number. */
export function idOf(
  posted: string,
  before: readonly { readonly id: string }[],
  kind: "part" | "module" | "stage" | "panel",
  row: number,
): string {
  const isFree = (id: string): boolean => before.every((one) => one.id !== id);
  if (/^[a-z][a-z0-9-]{0,19}$/.test(posted) && isFree(posted)) return posted;
  const offered = `${kind}-${row}`;
  return isFree(offered) ? offered : `${kind}-${row + 26}`;
}
