// What an entry is worth (domain.md section 3.2): the exact marks that one value of the panel earns, by the kind of its aspect.
import { atLeastZero, compare, type Decimal, type Exact, exact, ratio, smaller, zero } from "../exact.ts";
import type {
  Aspect,
  DeductionAspect,
  Interval,
  JudgementAspect,
  Measuring,
  TimeAspect,
  TrimmedAspect,
} from "../schemes/aspect.ts";

/** An aspect whose one value the panel agrees on. */
export type PanelAspect = Exclude<Aspect, JudgementAspect | TrimmedAspect>;

/** Marks, exact; below 0 only for time. `entered` is what `readMark` let through. A veto is worth nothing itself. */
export function yieldOf(aspect: PanelAspect, entered: Decimal): Exact {
  const value = exact(entered);
  switch (aspect.kind) {
    case "value":
      return value;
    case "measurement":
      return aspect.how ? measured(aspect.how, exact(aspect.max), value) : value;
    case "deduction":
      return afterFaults(aspect, value);
    case "veto":
      return zero;
    case "time":
      return timed(aspect, value);
  }
}

function measured(how: Measuring, max: Exact, value: Exact): Exact {
  switch (how.by) {
    case "bands": {
      const off = value.sub(exact(how.nominal)).abs();
      const inside = how.bands.filter((band) => compare(off, exact(band.within)) <= 0);
      const narrowest = inside.reduce(
        (best, band) => (compare(exact(band.within), exact(best.within)) < 0 ? band : best),
        inside[0]!,
      );
      return narrowest ? exact(narrowest.mark) : zero;
    }
    case "share":
      return max.mul(ratio(value, exact(how.of)));
    case "list":
      return value;
  }
}

const afterFaults = ({ max, perFault }: DeductionAspect, faults: Exact): Exact =>
  atLeastZero(exact(max).sub(faults.mul(exact(perFault))));

function timed({ limit, counting, early, late }: TimeAspect, used: Exact): Exact {
  const over = used.sub(exact(limit));
  const count = (interval: Interval | undefined, seconds: Exact): Exact => {
    if (!interval || compare(seconds, zero) <= 0) return zero;
    const intervals = seconds.div(exact(interval.every));
    const marks = exact(interval.marks).mul(counting === "started" ? intervals.ceil() : intervals.floor());
    return interval.most === undefined ? marks : smaller(marks, exact(interval.most));
  };
  return count(early, over.neg()).sub(count(late, over));
}

/** What a triggered veto leaves of the module: at most this much. Null where nothing is vetoed. */
export function vetoed(aspect: PanelAspect, entered: Decimal): Exact | null {
  if (aspect.kind === "veto") return entered === "1" ? exact(aspect.cap ?? "0") : null;
  if (aspect.kind !== "time" || aspect.voidAfter === undefined) return null;
  const over = exact(entered).sub(exact(aspect.limit));
  return compare(over, exact(aspect.voidAfter)) > 0 ? zero : null;
}
