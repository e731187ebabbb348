// Which seats mark what (裁判小组): the one place that answers it. A panel of the rules marks the sub-criteria it names; what no
// panel names is the default panel's.
import type { SkillRules } from "../competitions/rules.ts";
import { remembered } from "../remembered.ts";
import type { Aspect, Scheme, SubCriterion } from "../schemes/aspect.ts";
import { aspectsOf, subcriteriaOf, subcriterionOf } from "../schemes/scheme.ts";
import type { TrimRule } from "./trimmed.ts";

export type SeatRules = Pick<SkillRules, "judgementSeats" | "trimmed" | "panels">;
export type Panel = NonNullable<SkillRules["panels"]>[number];
/** What tells who marks: the default panel follows from the scheme as well. */
export type Marking = { readonly scheme: Scheme; readonly rules: SeatRules };

export const panelsOf = ({ panels = [] }: Pick<SeatRules, "panels">): readonly Panel[] => panels;

/** The panel that the rules name for a sub-criterion; null for the default panel. */
export const panelOf = (rules: Pick<SeatRules, "panels">, subcriterionId: string): Panel | null =>
  rules.panels?.find((panel) => panel.subcriteria.includes(subcriterionId)) ?? null;

/**
 * The seats that see and enter the sheets of a sub-criterion, in order; null: every seat, where the skill has no panels. In one
 * that has, the default panel are the seats that what no panel names waits for.
 */
export function seatsMarking({ scheme, rules }: Marking, subcriterionId: string): readonly number[] | null {
  if (panelsOf(rules).length === 0) return null;
  return panelOf(rules, subcriterionId)?.seats ?? defaultPanel(scheme, rules);
}

/** The seats 1 to what its judgements and trimmed marks ask for; where it has none, to what the rules ask for. */
const defaultPanel = remembered((scheme: Scheme, rules: SeatRules): readonly number[] => {
  const aspects = aspectsOf(scheme).filter(({ id }) => panelOf(rules, subcriterionOf(id)) === null);
  const waited = distinct(aspects.flatMap((aspect) => seatsOfAspect(aspect, rules)));
  return waited.length > 0 ? waited : upTo(mostAsked(rules));
});

/** Whether a seat is one of them. */
export const marksThere = (marking: Marking, seat: number, subcriterionId: string): boolean =>
  seatsMarking(marking, subcriterionId)?.includes(seat) ?? true;

/** Of these sub-criteria those that at least one of the seats marks. */
export const markedBy = <Sub extends Pick<SubCriterion, "id">>(
  marking: Marking,
  seats: readonly number[],
  subs: readonly Sub[],
): Sub[] =>
  panelsOf(marking.rules).length === 0
    ? [...subs]
    : subs.filter(({ id }) => seats.some((seat) => marksThere(marking, seat, id)));

/** The panels that at least one of the seats sits on. */
export const panelsWith = (rules: SeatRules, seats: readonly number[]): Panel[] =>
  panelsOf(rules).filter((panel) => panel.seats.some((seat) => seats.includes(seat)));

/** The lowest seat that marks exactly what this one does, whatever the scheme makes of the default panel. */
export function sameMarking(rules: SeatRules, seat: number): number {
  const { judgementSeats } = rules;
  const what = (one: number): string =>
    [
      ...panelsWith(rules, [one]).map(({ id }) => id),
      one <= judgementSeats,
      one <= trimRule(rules).seats,
    ].join(" ");
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
  const plain = subcriteriaOf(scheme).map(({ subcriterion }) =>
    seatsMarking({ scheme, rules }, subcriterion.id),
  );
  return [{ seats: bySeat, each: true }, ...plain.map((seats) => ({ seats, each: false }))];
}

const mostAsked = ({ judgementSeats, trimmed }: SeatRules): number =>
  Math.max(judgementSeats, trimmed?.seats ?? 0);

/**
 * The seats that have to be held before marking opens, in order: those the scheme waits for and every seat of a panel that marks
 * in it; of others one who is seated there, else their first. Without a scheme: what the rules speak of.
 */
export function seatsAsked(scheme: Scheme | null, rules: SeatRules, seated: readonly number[]): number[] {
  if (!scheme) {
    const named = panelsOf(rules).flatMap((panel) => [...panel.seats]);
    return distinct(named.length > 0 ? named : upTo(mostAsked(rules)));
  }
  const panels = subcriteriaOf(scheme).flatMap(({ subcriterion: { id } }) => panelOf(rules, id)?.seats ?? []);
  const needs = seatNeeds(scheme, rules);
  const asked = new Set([...panels, ...needs.flatMap(({ seats, each }) => (each ? (seats ?? []) : []))]);
  for (const { seats } of needs.filter(({ each }) => !each)) {
    if (seats?.some((number) => asked.has(number))) continue;
    const present = seated.filter((number) => seats?.includes(number) ?? true);
    asked.add(Math.min(...(present.length > 0 ? present : (seats ?? [1]))));
  }
  return distinct(asked);
}

/** Of the seats asked for those that are still empty. */
export const seatsMissing = (scheme: Scheme | null, rules: SeatRules, seated: readonly number[]): number[] =>
  seatsAsked(scheme, rules, seated).filter((number) => !seated.includes(number));

const none: readonly number[] = [];
const distinct = (seats: Iterable<number>): number[] => [...new Set(seats)].sort((a, b) => a - b);

/** 1 to `count`; the same list each time, since the marks of a whole skill ask for it. */
function upTo(count: number): readonly number[] {
  counted[count] ??= Array.from({ length: count }, (_, place) => place + 1);
  return counted[count];
}
const counted: (readonly number[])[] = [];
