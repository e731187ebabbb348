// Which seats mark what (裁判小组): the one place that answers it. A panel of the rules marks the sub-criteria it names; what no
// panel names is the default panel's.
import type { SkillRules } from "../competitions/rules.ts";
import type { Aspect, Scheme, SubCriterion } from "../schemes/aspect.ts";
import { aspectsOf, subcriteriaOf, subcriterionOf } from "../schemes/scheme.ts";
import type { TrimRule } from "./trimmed.ts";

export type SeatRules = Pick<SkillRules, "judgementSeats" | "trimmed" | "panels">;
export type Panel = NonNullable<SkillRules["panels"]>[number];

export const panelsOf = ({ panels = [] }: Pick<SeatRules, "panels">): readonly Panel[] => panels;

/** The panel that the rules name for a sub-criterion; null for the default panel. */
export const panelOf = (rules: Pick<SeatRules, "panels">, subcriterionId: string): Panel | null =>
  rules.panels?.find((panel) => panel.subcriteria.includes(subcriterionId)) ?? null;

/**
 * The seats that see and enter the sheets of a sub-criterion, in order; null: every seat, where the skill has no panels. In one
 * that has, the default panel are the seats 1 to what the rules ask for.
 */
export function seatsMarking(rules: SeatRules, subcriterionId: string): readonly number[] | null {
  if (panelsOf(rules).length === 0) return null;
  return panelOf(rules, subcriterionId)?.seats ?? upTo(mostAsked(rules));
}

/** Whether a seat is one of them. */
export const marksThere = (rules: SeatRules, seat: number, subcriterionId: string): boolean =>
  seatsMarking(rules, subcriterionId)?.includes(seat) ?? true;

/** Of these sub-criteria those that at least one of the seats marks. */
export const markedBy = <Sub extends Pick<SubCriterion, "id">>(
  rules: SeatRules,
  seats: readonly number[],
  subs: readonly Sub[],
): Sub[] =>
  panelsOf(rules).length === 0
    ? [...subs]
    : subs.filter(({ id }) => seats.some((seat) => marksThere(rules, seat, id)));

/** The panels that at least one of the seats sits on. */
export const panelsWith = (rules: SeatRules, seats: readonly number[]): Panel[] =>
  panelsOf(rules).filter((panel) => panel.seats.some((seat) => seats.includes(seat)));

/** The lowest seat that marks exactly what this one does. */
export function sameMarking(rules: SeatRules, seat: number): number {
  const what = (one: number): string =>
    [...panelsWith(rules, [one]).map(({ id }) => id), one <= mostAsked(rules)].join(" ");
  return panelsOf(rules)
    .flatMap((panel) => [...panel.seats])
    .reduce((lowest, one) => (one < lowest && what(one) === what(seat) ? one : lowest), seat);
}

/** The seats whose level or mark one aspect waits for, in order: none where the panel enters one value. */
export function seatsOfAspect(aspect: Aspect, rules: SeatRules): readonly number[] {
  if (aspect.kind !== "judgement" && aspect.kind !== "trimmed") return none;
  const panel = panelOf(rules, subcriterionOf(aspect.id));
  if (panel) return panel.seats;
  return upTo(aspect.kind === "trimmed" ? trimRule(rules).seats : rules.judgementSeats);
}

/** Five judges, all of them present, unless the skill says otherwise. */
export const trimRule = (rules: Pick<SeatRules, "trimmed">): TrimRule =>
  rules.trimmed ?? { seats: 5, minJudges: 5 };

/** What has to be held for a work: `each` of the seats, or any one of them (null: any seat at all). */
export type SeatNeed = { readonly seats: readonly number[] | null; readonly each: boolean };

/** The needs of a scheme: each seat that a judgement or a trimmed mark waits for, else one of those who mark there. */
export function seatNeeds(scheme: Scheme, rules: SeatRules): SeatNeed[] {
  const bySeat = distinct(aspectsOf(scheme).flatMap((aspect) => seatsOfAspect(aspect, rules)));
  if (panelsOf(rules).length === 0) {
    return [bySeat.length > 0 ? { seats: bySeat, each: true } : { seats: null, each: false }];
  }
  const plain = subcriteriaOf(scheme).map(({ subcriterion }) => seatsMarking(rules, subcriterion.id));
  return [{ seats: bySeat, each: true }, ...plain.map((seats) => ({ seats, each: false }))];
}

const mostAsked = ({ judgementSeats, trimmed }: SeatRules): number =>
  Math.max(judgementSeats, trimmed?.seats ?? 0);

/** How many seats the rules speak of, whatever the scheme then asks for: those of the panels, else of judgements and trimmed marks. */
export const seatsAsked = (rules: SeatRules): number =>
  distinct(panelsOf(rules).flatMap((panel) => panel.seats)).length || mostAsked(rules);

/** The highest seat that this scheme waits for: of its judgements and trimmed marks; 0 where nothing is marked by seat. */
export const seatsNeeded = (scheme: Scheme, rules: SeatRules): number =>
  Math.max(0, ...aspectsOf(scheme).flatMap((aspect) => seatsOfAspect(aspect, rules)));

/**
 * The numbers of the seats still empty: those the scheme waits for and every seat of a panel that marks in it; a scheme that
 * waits for none asks for one judge.
 */
export function seatsMissing(scheme: Scheme, rules: SeatRules, seated: readonly number[]): number[] {
  const panels = subcriteriaOf(scheme).flatMap(({ subcriterion: { id } }) => panelOf(rules, id)?.seats ?? []);
  const marking = panelsOf(rules).length > 0 ? unnamed(scheme, rules) : [];
  const bySeat = aspectsOf(scheme).flatMap((aspect) => seatsOfAspect(aspect, rules));
  const asked = distinct([...panels, ...bySeat]);
  const missing = asked.filter((number) => !seated.includes(number));
  const lacksOne = marking.some(
    (seats) => !seats.some((number) => asked.includes(number) || seated.includes(number)),
  );
  if (lacksOne || (asked.length === 0 && seated.length === 0)) return distinct([...missing, 1]);
  return missing;
}

/** The seats of each sub-criterion that no panel names, in a skill that has panels. */
const unnamed = (scheme: Scheme, rules: SeatRules): (readonly number[])[] =>
  subcriteriaOf(scheme)
    .filter(({ subcriterion: { id } }) => panelOf(rules, id) === null)
    .map(({ subcriterion: { id } }) => seatsMarking(rules, id)!);

const none: readonly number[] = [];
const distinct = (seats: readonly number[]): number[] => [...new Set(seats)].sort((a, b) => a - b);

/** 1 to `count`; the same list each time, since the marks of a whole skill ask for it. */
function upTo(count: number): readonly number[] {
  counted[count] ??= Array.from({ length: count }, (_, place) => place + 1);
  return counted[count];
}
const counted: (readonly number[])[] = [];
