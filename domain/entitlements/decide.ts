// The decision as an officer sees it and a credential carries it: the evaluation of one person with its clause in full,
// its grounds, the readings it relies on, and what makes it repeatable (pack version, day, hash of the inputs).
import type { LocalDate } from "../calendar.ts";
import { sha256Hex } from "../chance.ts";
import { because, becauseNothing } from "./because.ts";
import { type Ground, groundsFor, oncePerAward } from "./grounds.ts";
import type { Award, Person } from "./person.ts";
import type { LoadedPack, ReadingStatus, Row } from "./rules.ts";
import { type EntitlementCode, type EntitlementOutcome, entitlementCodes, type Name } from "./vocabulary.ts";
import { isInForce } from "./weigh.ts";

export type DecisionGround = {
  readonly source: "award" | "schooling";
  /** Places in `person.awards`; more than one where the same award was entered again. */
  readonly awards: readonly number[];
  readonly outcome: EntitlementOutcome;
  readonly clause: string | null;
  readonly because: Name;
  readonly readings: readonly { readonly id: string; readonly status: ReadingStatus }[];
  readonly flags: readonly string[];
};

export type Decision = {
  readonly code: EntitlementCode;
  readonly outcome: EntitlementOutcome;
  /** The document's own words for the entitlement; never 认定 or 授予. */
  readonly words: string;
  /** 汴办〔2021〕21号 三（二）, for people; null when no clause was applied or came near. */
  readonly citation: string | null;
  readonly clause: string | null;
  /** The clause verbatim and whole; for a `not` the clause of the nearest row. */
  readonly quote: string | null;
  readonly because: Name;
  readonly grounds: readonly DecisionGround[];
  readonly impliedBy?: EntitlementCode;
  readonly flags: readonly string[];
  readonly packVersion: string;
  readonly asOf: LocalDate;
  readonly inputsHash: string;
};

/** One decision per entitlement code, in the order of the codes; the same grants as `evaluate` gives. */
export function decide(person: Person, asOf: LocalDate, pack: LoadedPack): readonly Decision[] {
  const inputsHash = hashOfInputs(person);
  const places = oncePerAward(person.awards);
  const all = new Map(entitlementCodes.map((code) => [code, groundsFor(person, places, code, asOf, pack)]));
  return entitlementCodes.map((code): Decision => {
    const grounds = all.get(code)!;
    const best = grounds[0];
    const nearest = best?.row ?? (isInForce(pack, asOf) ? pack.rowsByCode[code][0] : undefined);
    const implied = impliedBy(code, all, pack);
    return {
      code,
      outcome: best?.outcome ?? "not",
      words: pack.words[code] ?? "",
      ...citing(nearest, pack),
      because: best ? told(best, person, code, asOf, pack) : nothing(code, asOf, pack),
      grounds: grounds.map((ground) => shown(ground, told(ground, person, code, asOf, pack))),
      ...(implied ? { impliedBy: implied } : {}),
      flags: [...new Set(grounds.flatMap(({ flags }) => flags))].sort(),
      packVersion: pack.version,
      asOf,
      inputsHash,
    };
  });
}

const citing = (row: Row | undefined, pack: LoadedPack): Pick<Decision, "citation" | "clause" | "quote"> =>
  row
    ? {
        citation: `${pack.documentNumber} ${row.clause.place}`,
        clause: row.clause.id,
        quote: row.clause.quote,
      }
    : { citation: null, clause: null, quote: null };

const told = (
  ground: Ground,
  person: Person,
  code: EntitlementCode,
  asOf: LocalDate,
  pack: LoadedPack,
): Name => ({
  zh: because(ground, { person, code, asOf, pack, language: "zh" }),
  en: because(ground, { person, code, asOf, pack, language: "en" }),
});

const nothing = (code: EntitlementCode, asOf: LocalDate, pack: LoadedPack): Name => ({
  zh: becauseNothing(code, { asOf, pack, language: "zh" }),
  en: becauseNothing(code, { asOf, pack, language: "en" }),
});

const shown = (ground: Ground, sentence: Name): DecisionGround => ({
  source: ground.source,
  awards: ground.awards,
  outcome: ground.outcome,
  clause: ground.row?.clause.id ?? null,
  because: sentence,
  readings: ground.readings.map(({ id, status }) => ({ id, status })),
  flags: ground.flags,
});

/** I-04: the lower right is shown as implied where one and the same award earns both. */
function impliedBy(
  code: EntitlementCode,
  all: ReadonlyMap<EntitlementCode, readonly Ground[]>,
  pack: LoadedPack,
): EntitlementCode | undefined {
  const granting = (of: EntitlementCode): number[] =>
    (all.get(of) ?? []).filter(({ outcome }) => outcome === "granted").flatMap(({ awards }) => [...awards]);
  return pack.implications.find(
    ({ code: lower, by, reading }) =>
      lower === code &&
      pack.interpretations.find(({ id }) => id === reading)?.status !== "rejected" &&
      granting(by).some((place) => granting(lower).includes(place)),
  )?.by;
}

/** SHA-256 over what the rules look at, defaults filled in; neither the day nor the order of entry makes a difference. */
export function hashOfInputs(person: Person): string {
  const awards = person.awards.map((award: Award) => canonical(award)).sort();
  return sha256Hex(JSON.stringify([awards, person.schooling ? canonical(person.schooling) : null]));
}

/** A field left undefined hashes like one left out. */
const canonical = (value: object): string => {
  const given = Object.entries(value).filter(([, field]) => field !== undefined);
  return JSON.stringify(given.sort(([a], [b]) => (a < b ? -1 : 1)));
};
