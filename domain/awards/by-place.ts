// Awards by place: medals to the places 1, 2, 3; so many prizes of each class, where a tie at the line passes all.
import type { InLine } from "./candidate.ts";
import { type AwardGrade, medals, prizes } from "./grades.ts";
import type { GradeLine } from "./line.ts";

/** Gold, silver, bronze to the places 1, 2, 3; a shared place takes those after it. */
export function medalLines(line: readonly InLine[]): GradeLine[] {
  const at = (place: number) => line.filter((one) => one.place === place);
  return medals.map((grade, index): GradeLine => {
    const place = index + 1;
    const winners = at(place);
    const offer = { by: "place", upTo: place } as const;
    if (winners.length > 0) {
      return { grade, offer, winners, why: winners.length === 1 ? "one" : "shared", takenBy: null };
    }
    const above = [2, 1].find((rank) => rank < place && rank + at(rank).length > place);
    const takenBy = above === undefined ? null : { place: above, count: at(above).length };
    return { grade, offer, winners, why: takenBy ? "taken" : "nobody", takenBy };
  });
}

/** First, second, third prizes by number: a tie at a line passes all, and the next class shrinks. */
export function prizeLines(line: readonly InLine[], counts: readonly number[]): GradeLine[] {
  let upTo = 0;
  let given = 0;
  return prizes.map((grade, at): GradeLine => {
    const count = counts[at] ?? 0;
    upTo += count;
    const winners = count === 0 ? [] : line.filter((one) => one.place > given && one.place <= upTo);
    given += winners.length;
    const offer = { by: "count", count } as const;
    return { grade, offer, winners, why: whyOf(winners.length, count), takenBy: null };
  });
}

function whyOf(winners: number, count: number): GradeLine["why"] {
  if (count === 0) return "not-given";
  if (winners === 0) return "nobody";
  return winners === count ? "filled" : winners > count ? "extra" : "fewer";
}

/** Everybody in line up to a place who has no award yet. */
export function restUpTo(
  line: readonly InLine[],
  grade: AwardGrade,
  upTo: number,
  taken: ReadonlySet<InLine>,
): GradeLine {
  const winners = line.filter((one) => one.place <= upTo && !taken.has(one));
  const last = winners.filter((one) => one.place === winners.at(-1)?.place);
  const why = winners.length === 0 ? "nobody" : last.length > 1 ? "shared" : "one";
  return { grade, offer: { by: "place", upTo }, winners, why, takenBy: null };
}
