// What a kind of aspect makes of an entry, in one line: for those who write the scheme, who enter by it, and who read it on paper.
import { compare, type Decimal, exact, isMultipleOf, zero } from "#domain/exact.ts";
import type { Aspect, Interval, Measuring, TimeAspect } from "#domain/schemes/aspect.ts";
import type { Words } from "#words/index.ts";
import { say } from "#words/language.ts";

type Told = Words["terms"]["particulars"];

/** Null where the kind says it all: met or not, levels. */
export function particularsOf(aspect: Aspect, told: Told): string | null {
  switch (aspect.kind) {
    case "value":
      return say(told.step, { step: aspect.step });
    case "measurement":
      return aspect.how ? measuringSays(aspect.how, told) : null;
    case "judgement":
      return null;
    case "deduction":
      return say(told.deduction, { perFault: aspect.perFault });
    case "veto":
      return aspect.cap === undefined ? told.veto : say(told.vetoCap, { cap: aspect.cap });
    case "trimmed":
      return say(told.trimmed, { scale: aspect.scale ?? aspect.max, step: aspect.step });
    case "time":
      return timeSays(aspect, told);
  }
}

function measuringSays(how: Measuring, told: Told): string {
  switch (how.by) {
    case "bands": {
      const unit = how.unit ? ` ${how.unit}` : "";
      const bands = how.bands.map(({ within, mark }) => say(told.band, { within: within + unit, mark }));
      return say(told.bands, { nominal: how.nominal + unit, bands: bands.join(told.comma) });
    }
    case "share":
      return say(told.share, { of: how.of });
    case "list":
      return say(told.list, { marks: how.marks.join(told.listed) });
  }
}

/** Seconds as people say them: whole hours, whole minutes, minutes and seconds; without the decimals that marks have. */
export function durationIn(seconds: Decimal, told: Told["duration"]): string {
  const all = exact(seconds);
  const times = (of: number): string => all.div(of).floor().toString();
  const whole = (of: number): boolean => compare(all, zero) > 0 && isMultipleOf(all, exact(of));
  if (whole(3600)) return say(told.hours, { n: times(3600) });
  if (whole(60)) return say(told.minutes, { n: times(60) });
  if (compare(all, exact(60)) < 0) return say(told.seconds, { n: all.toString() });
  return say(told.both, { minutes: times(60), seconds: all.mod(60).toString() });
}

/** The time allowed, in one word. */
export const limitSaid = ({ limit }: TimeAspect, told: Told): string =>
  say(told.limit, { limit: durationIn(limit, told.duration) });

function timeSays(aspect: TimeAspect, told: Told): string {
  const { counting, early, late, voidAfter } = aspect;
  const interval = (sentence: string, one: Interval | undefined): string[] =>
    one
      ? [
          say(sentence, { every: durationIn(one.every, told.duration), marks: one.marks }) +
            (one.most === undefined ? "" : say(told.most, { most: one.most })),
        ]
      : [];
  const rules = [
    limitSaid(aspect, told),
    ...interval(told.early, early),
    ...interval(told.late, late),
    ...(counting === "started" && (early || late) ? [told.started] : []),
    ...(voidAfter === undefined
      ? []
      : [say(told.voidAfter, { seconds: durationIn(voidAfter, told.duration) })]),
  ];
  return rules.join(told.semicolon);
}
