// Every ground of a person for one entitlement, best first; an award entered twice is one award and one ground.
import type { LocalDate } from "../calendar.ts";
import type { Award, Person } from "./person.ts";
import type { LoadedPack } from "./rules.ts";
import { type EntitlementCode, outcomes } from "./vocabulary.ts";
import { type Weighing, weighAward, weighSchooling } from "./weigh.ts";

/** `awards`: the places of the entries in the person's list (several for a repeated award); empty for schooling. */
export type Ground = {
  readonly source: "award" | "schooling";
  readonly awards: readonly number[];
  readonly outcome: Weighing["outcome"];
  readonly row: Weighing["row"];
  readonly findings: Weighing["findings"];
  readonly readings: Weighing["readings"];
  readonly flags: readonly string[];
};

/** For each award the places of its entries in the person's list. */
export type Places = readonly (readonly number[])[];

/**
 * The grounds for `code` in the order granted, pending, review, not, then as entered. Empty when nothing that the
 * person has can bear on the code: awards bear on titles and the green channel, schooling on the 参照 clause.
 */
export function groundsFor(
  person: Person,
  places: Places,
  code: EntitlementCode,
  asOf: LocalDate,
  pack: LoadedPack,
): readonly Ground[] {
  if (code.startsWith("education-")) {
    if (!person.schooling) return [];
    const weighed = weighSchooling(person.schooling, code, asOf, pack);
    return [ground("schooling", [], weighed, flagsOf([weighed]))];
  }
  const grounds = places.map((entries) => {
    const weighings = entries.map((place) => weighAward(person.awards[place]!, code, asOf, pack));
    const best = weighings.reduce((a, b) => (rank(b) < rank(a) ? b : a));
    const place = entries[weighings.indexOf(best)]!;
    const first = entries.length === 1 ? entries : [place, ...entries.filter((other) => other !== place)];
    return ground("award", first, best, flagsOf(weighings));
  });
  return grounds.length > 1 ? grounds.sort((a, b) => rank(a) - rank(b)) : grounds;
}

/**
 * One person, one edition, one skill, one grade, one competition is one award however often it is entered; entries
 * without edition or skill cannot be told to be the same and stay apart. In the order of first entry.
 */
export function oncePerAward(awards: readonly Award[]): Places {
  const known = new Map<string, number[]>();
  const places: number[][] = [];
  awards.forEach((award, place) => {
    const key = awards.length > 1 ? identityOf(award) : null;
    const same = key === null ? undefined : known.get(key);
    if (same) {
      same.push(place);
      return;
    }
    const alone = [place];
    places.push(alone);
    if (key !== null) known.set(key, alone);
  });
  return places;
}

function identityOf(award: Award): string | null {
  if (award.kind !== "competition") return null;
  const edition = award.edition?.trim();
  const skill = award.skill?.trim();
  return edition && skill ? JSON.stringify([award.competition, edition, skill, award.grade]) : null;
}

const ground = (
  source: Ground["source"],
  awards: readonly number[],
  { outcome, row, findings, readings }: Weighing,
  flags: readonly string[],
): Ground => ({ source, awards, outcome, row, findings, readings, flags });

const rank = ({ outcome }: Pick<Weighing, "outcome">): number => outcomes.indexOf(outcome);

function flagsOf(weighings: readonly Weighing[]): readonly string[] {
  const flags = new Set<string>();
  for (const { outcome, readings } of weighings) {
    if (outcome !== "granted") continue;
    for (const { flag, id } of readings) if (flag) flags.add(id);
  }
  return [...flags].sort();
}
