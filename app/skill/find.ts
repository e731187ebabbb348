// Finding a skill by what somebody types: a part of its name, or its number.

/** A name or number contains what was typed, whatever the width of the characters; nothing typed finds all. */
export function isFound(skill: { readonly name: string; readonly number: number }, typed: string): boolean {
  const wanted = fold(typed);
  return fold(skill.name).includes(wanted) || String(skill.number).padStart(2, "0").includes(wanted);
}

const fold = (text: string): string => text.normalize("NFKC").replace(/\s+/g, "").toLowerCase();
