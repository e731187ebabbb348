// Finding a skill by what somebody types: a part of its name, or its number.
import { skillNumber } from "#domain/competitions/skill.ts";

/** A name or number contains what was typed, whatever the width of the characters; nothing typed finds all. */
export function isFound(skill: { readonly name: string; readonly number: number }, typed: string): boolean {
  const wanted = fold(typed);
  return fold(skill.name).includes(wanted) || skillNumber(skill.number).includes(wanted);
}

const fold = (text: string): string => text.normalize("NFKC").replace(/\s+/g, "").toLowerCase();
