// What the rules look at in a person: awards, honours and schooling, in closed codes with every default filled in.
import type { LocalDate } from "../calendar.ts";
import type {
  AwardRole,
  AwardState,
  Category,
  Competition,
  Grade,
  Honour,
  Institution,
  SchoolingClass,
} from "./vocabulary.ts";

/** An award as it now stands. `edition`, `skill` and `track` are free text and never change a grant. */
export type CompetitionAward = {
  readonly kind: "competition";
  readonly competition: Competition;
  readonly grade: Grade;
  readonly state: AwardState;
  readonly role: AwardRole;
  readonly date?: LocalDate;
  readonly edition?: string;
  readonly skill?: string;
  readonly track?: string;
  readonly teamSize: number;
  readonly category: Category;
  readonly identityMatched: boolean;
};

export type HonourAward = {
  readonly kind: "honour";
  readonly honour: Honour;
  readonly state: AwardState;
  readonly date?: LocalDate;
  readonly identityMatched: boolean;
};

export type Award = CompetitionAward | HonourAward;

export type Schooling = {
  readonly fullTime: boolean;
  readonly class: SchoolingClass;
  readonly institution: Institution;
  readonly graduated: boolean;
};

export type Person = { readonly awards: readonly Award[]; readonly schooling?: Schooling };

/** One line of the batch evaluation: a person as of a day in Shanghai. */
export type Entry = { readonly id: string; readonly asOf: LocalDate; readonly person: Person };

type Given<T, Required extends keyof T> = Pick<T, Required> & Partial<T>;

/** A final award of a competitor in an official skill unless it says otherwise; the caller's fields win. */
export const competitionAward = (
  award: Given<Omit<CompetitionAward, "kind">, "competition" | "grade">,
): CompetitionAward => ({
  kind: "competition",
  state: "final",
  role: "competitor",
  teamSize: 1,
  category: "official",
  identityMatched: true,
  ...award,
});

/** A final honour, identity matched, unless it says otherwise. */
export const honourAward = (award: Given<Omit<HonourAward, "kind">, "honour">): HonourAward => ({
  kind: "honour",
  state: "final",
  identityMatched: true,
  ...award,
});

/** A completed full-time class at a technical school unless it says otherwise. */
export const schoolingOf = (schooling: Given<Schooling, "class">): Schooling => ({
  fullTime: true,
  institution: "technical-school",
  graduated: true,
  ...schooling,
});
