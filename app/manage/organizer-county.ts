// A county's organizer works in their county only; the city's organizer everywhere.
import type { Actor } from "#app/context.ts";

/** The counties this actor organizes; null for the whole city. */
export function organizedCounties(actor: Actor | null): readonly string[] | null {
  const counties = (actor?.grants ?? [])
    .filter((grant) => grant.role === "organizer")
    .map((grant) => grant.county ?? null);
  return counties.includes(null) ? null : (counties as string[]);
}
