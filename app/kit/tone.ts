// The tones a status may have, and how class names are joined.
export type Tone = "neutral" | "celadon" | "amber" | "cinnabar" | "gold" | "silver" | "bronze";

/** Joins class names, leaving out what is false or empty. */
export function classes(...names: (string | false | null | undefined)[]): string {
  return names.filter(Boolean).join(" ");
}
