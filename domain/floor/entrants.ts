// Who is expected on the floor: finding somebody by what they say or show, and how many have come.
import { type Outcome, ok } from "../outcome.ts";
import { nameKey, readName } from "../people/names.ts";
import { type ResidentId, readResidentId } from "../people/resident-id.ts";

/** What a floor judge looks for: everybody, one resident ID, or part of a name or competition number. */
export type Wanted =
  | { readonly by: "all" }
  | { readonly by: "resident-id"; readonly id: ResidentId }
  | { readonly by: "number"; readonly digits: string }
  | { readonly by: "name"; readonly key: string };

const digitsOf = (text: string): string => text.replace(/\D/g, "");

/** Reads what was typed or scanned. Fifteen characters of digits and more are an ID and refused where they are not a valid one. */
export function readWanted(typed: string): Outcome<Wanted> {
  const text = typed.normalize("NFKC").trim();
  if (text === "") return ok({ by: "all" });
  if (/^[\dXx\s-]+$/.test(text) && digitsOf(text).length >= 15) {
    const id = readResidentId(text);
    return id.ok ? ok({ by: "resident-id", id: id.value }) : id;
  }
  if (/^[\d\s-]+$/.test(text)) return ok({ by: "number", digits: digitsOf(text) });
  const name = readName(text);
  return ok({ by: "name", key: nameKey(name.ok ? name.value : text) });
}

/** Whether a name or number is meant; a resident ID is looked up by its index, never here. */
export function isWanted(
  wanted: Wanted,
  entrant: { readonly name: string; readonly number: string | null },
): boolean {
  if (wanted.by === "name") return nameKey(entrant.name).includes(wanted.key);
  if (wanted.by === "number") return digitsOf(entrant.number ?? "").includes(wanted.digits);
  return wanted.by === "all";
}

/** Checked in, of those expected. */
export const countPresent = (
  entrants: readonly { readonly checkedInAt: unknown }[],
): { readonly present: number; readonly expected: number } => ({
  present: entrants.filter(({ checkedInAt }) => checkedInAt !== null).length,
  expected: entrants.length,
});
