// A rule pack is data: one policy document with its clauses quoted verbatim, its rows over closed lists,
// the readings an officer signs, and the examples the pack must reproduce before it may be used.
import type { LocalDate } from "../calendar.ts";
import type { Person } from "./person.ts";
import type {
  AwardRole,
  Category,
  Competition,
  EntitlementCode,
  EntitlementOutcome,
  Grade,
  Honour,
  Institution,
  SchoolingClass,
} from "./vocabulary.ts";

/** A verbatim quote of the document. `id` is for exports; people read `place` (三（二）) and the whole quote. */
export type Clause = { readonly id: string; readonly place: string; readonly quote: string };

export type CompetitionCondition = {
  readonly kind: "competition";
  readonly competitions: readonly Competition[];
  readonly grades: readonly Grade[];
  /** Grades that the clause leaves in doubt: review instead of a refusal. */
  readonly doubtfulGrades: readonly Grade[];
  /** The holder's own roles; another role refuses. */
  readonly roles: readonly AwardRole[];
  /** Kinds of skill that count; another kind goes to review. */
  readonly categories: readonly Category[];
};
export type HonourCondition = { readonly kind: "honour"; readonly honours: readonly Honour[] };
export type SchoolingCondition = {
  readonly kind: "schooling";
  readonly classes: readonly SchoolingClass[];
  readonly institutions: readonly Institution[];
};
export type Condition = CompetitionCondition | HonourCondition | SchoolingCondition;

export type Row = {
  readonly when: Condition;
  readonly outcomes: readonly EntitlementCode[];
  readonly clause: Clause;
};

/** Where a reading bears on a ground: every key that is given must hold. */
export type Bearing = {
  readonly outcomes: readonly EntitlementOutcome[];
  readonly codes?: readonly EntitlementCode[];
  readonly competitions?: readonly Competition[];
  readonly grades?: readonly Grade[];
  readonly roles?: readonly AwardRole[];
  readonly categories?: readonly Category[];
  readonly honours?: readonly Honour[];
  /** An award shared by a team (teamSize above 1). */
  readonly team?: true;
  /** `edition` or `track` holds this text; never a condition of a grant, only of what is printed with it. */
  readonly mentions?: string;
  /** The award is dated before this day. */
  readonly datedBefore?: LocalDate;
  /** The evaluation is later than this day. */
  readonly asOfAfter?: LocalDate;
};

export const readingStatuses = ["open", "adopted", "rejected"] as const;
export type ReadingStatus = (typeof readingStatuses)[number];

/**
 * What a rejection does: `withhold` the grants that rely on the reading, `unmark` what it only displays, or make the
 * pack refuse to load because its rows were written by it and must be `rewrite`n.
 */
export type UponRejection = "withhold" | "unmark" | "rewrite";

/** An entry of the interpretation register. `flag`: a grant that relies on it carries the id. */
export type Interpretation = {
  readonly id: string;
  readonly question: string;
  readonly reading: string;
  readonly status: ReadingStatus;
  readonly flag: boolean;
  readonly uponRejection: UponRejection;
  readonly bears: readonly Bearing[];
};

/** What the pack must answer for one person; it is not asked while a reading that it `needs` is rejected. */
export type PackVector = {
  readonly name: string;
  readonly asOf: LocalDate;
  readonly person: Person;
  readonly granted: readonly EntitlementCode[];
  readonly flags: readonly string[];
  readonly needs: readonly string[];
};

export type Implication = {
  readonly code: EntitlementCode;
  readonly by: EntitlementCode;
  readonly reading: string;
};

export type RulePack = {
  readonly id: string;
  readonly documentNumber: string;
  readonly title: string;
  readonly issuer: string;
  readonly date: LocalDate;
  readonly upperDocument: string | null;
  /** How sure we are of the text itself, e.g. 原文在库. */
  readonly evidence: string;
  readonly effectiveFrom: LocalDate;
  /** The last valid day; null where the document names none. */
  readonly effectiveTo: LocalDate | null;
  /** What an entitled person is told: words of the document, never a paraphrase. Codes left out are not dealt with. */
  readonly words: Readonly<Partial<Record<EntitlementCode, string>>>;
  readonly rows: readonly Row[];
  /** `code` is shown as implied by `by` when one award earns both. */
  readonly implications: readonly Implication[];
  readonly interpretations: readonly Interpretation[];
  readonly vectors: readonly PackVector[];
};

declare const loaded: unique symbol;
/** A pack whose quotes and vectors were checked; only `loadPack` makes one. `version` names its exact content. */
export type LoadedPack = RulePack & {
  readonly version: string;
  readonly rowsByCode: Readonly<Record<EntitlementCode, readonly Row[]>>;
  readonly [loaded]: true;
};
