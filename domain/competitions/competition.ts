// One edition of a competition: its tier (汴办〔2021〕21号 三（四）) and its life cycle, which never skips a state.
import { type Outcome, ok, refuse } from "../outcome.ts";

export const tiers = ["city", "special", "industry", "enterprise", "school", "county"] as const;
export type Tier = (typeof tiers)[number];

export const competitionStates = [
  "draft",
  "registration",
  "drawing",
  "judging",
  "closed",
  "archived",
] as const;
export type CompetitionState = (typeof competitionStates)[number];

const next: Readonly<Record<CompetitionState, CompetitionState | null>> = {
  draft: "registration",
  registration: "drawing",
  drawing: "judging",
  judging: "closed",
  closed: "archived",
  archived: null,
};

/** The step from one state to another; refused unless it is the very next one. */
export function advance(from: CompetitionState, to: CompetitionState): Outcome<CompetitionState> {
  return next[from] === to ? ok(to) : refuse("competition.step-not-open", { from, to });
}

/** Closed or archived, nothing is added any more. */
export const isOver = (state: CompetitionState): boolean => state === "closed" || state === "archived";

export const nextState = (from: CompetitionState): CompetitionState | null => next[from];

/** What needs people first: under way, then open, then in preparation, then over. */
const pressing: readonly CompetitionState[] = [
  "judging",
  "drawing",
  "registration",
  "draft",
  "closed",
  "archived",
];

/** A skill among those of several editions; `startsOn` is "YYYY-MM-DD". */
type Placed = {
  readonly number: number;
  readonly competition: { readonly id: string; readonly state: string; readonly startsOn: string };
};

/** Skills by edition, as `byPressing` has them and of equal states the newest first, then by number: the same order every time. */
export function byEdition<T extends Placed>(skills: readonly T[]): T[] {
  const ordered = [...skills].sort(
    (a, b) =>
      b.competition.startsOn.localeCompare(a.competition.startsOn) ||
      a.competition.id.localeCompare(b.competition.id) ||
      a.number - b.number,
  );
  return byPressing(ordered.map((skill) => ({ skill, state: skill.competition.state }))).map(
    ({ skill }) => skill,
  );
}

/** Editions in the order in which people look for them; of equal states the order given stands. */
export const byPressing = <T extends { readonly state: string }>(editions: readonly T[]): T[] =>
  [...editions].sort(
    (a, b) => pressing.indexOf(a.state as CompetitionState) - pressing.indexOf(b.state as CompetitionState),
  );
