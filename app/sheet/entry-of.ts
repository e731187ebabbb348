// How an aspect is entered: one of a few choices, each with its key, or a number in its unit. The sheet, the bar under the
// grid, the blind re-keying and the keyboard all ask here.
import type { MarkChoice } from "#app/kit/index.ts";
import { exact } from "#domain/exact.ts";
import { foldTyped, inSeconds } from "#domain/marking/mark.ts";
import type { Aspect, MeasurementAspect } from "#domain/schemes/aspect.ts";
import type { Words } from "#words/index.ts";
import { say } from "#words/language.ts";

type Told = Words["judge"]["sheet"];
export type NumberWay = {
  readonly by: "number";
  readonly step: string;
  readonly min?: string;
  readonly max?: string;
  readonly unit?: string;
  readonly placeholder: string;
  /** A measured figure and a time are read off an instrument: one step more is no entry. */
  readonly steppers: boolean;
  /** Reads what else a person may type as a number: a time as on a watch. */
  readonly fold?: (typed: string) => string;
};
export type ChoiceWay = {
  readonly by: "choice";
  readonly looks: "levels" | "measure" | "marks";
  readonly choices: readonly MarkChoice[];
};

export function entryOf(aspect: Aspect, told: Told): ChoiceWay | NumberWay {
  const choices = choicesOf(aspect);
  if (choices) {
    const looks = aspect.kind === "judgement" ? "levels" : isListed(aspect) ? "marks" : "measure";
    return { by: "choice", looks, choices: choices.map((one) => ({ ...one, ...faceOf(aspect, one, told) })) };
  }
  return { by: "number", ...numberOf(aspect, told) };
}

type Keyed = { readonly value: string; readonly key?: string };
const levels: readonly Keyed[] = ["0", "1", "2", "3"].map((level) => ({ value: level, key: level }));

/** What there is to choose from; null where a number is typed. A mark of a list has its own digit as its key. */
function choicesOf(aspect: Aspect): readonly Keyed[] | null {
  if (aspect.kind === "judgement") return levels;
  if (aspect.kind === "veto") return levels.slice(0, 2);
  if (aspect.kind !== "measurement") return null;
  if (!aspect.how)
    return [
      { value: aspect.max, key: "1" },
      { value: "0", key: "0" },
    ];
  if (aspect.how.by !== "list") return null;
  const marks = aspect.how.marks.filter((mark) => exact(mark).n !== 0n);
  return [...marks, "0"].map((value) => {
    const digit = exact(value).toString();
    return /^\d$/.test(digit) ? { value, key: digit } : { value };
  });
}

const isListed = (aspect: Aspect): boolean => aspect.kind === "measurement" && aspect.how?.by === "list";

/** The value a digit stands for; undefined where it is part of a number, or stands for none. */
export const keyedValue = (aspect: Aspect, key: string): string | undefined =>
  choicesOf(aspect)?.find((choice) => choice.key === key)?.value;

/** Whether a number is typed: a digit begins it. */
export const isTyped = (aspect: Aspect): boolean => choicesOf(aspect) === null;

/** Whether the digit is the whole entry. */
export const isOneDigit = (aspect: Aspect): boolean => aspect.kind === "judgement" || aspect.kind === "veto";

/** Of the choices the one that stands: "10" is "10.00". */
export const chosenOf = (choices: readonly MarkChoice[], value: string | null): string | null =>
  value === null ? null : (choices.find((one) => exact(one.value).equals(exact(value)))?.value ?? null);

function faceOf(
  aspect: Aspect,
  { value }: Keyed,
  told: Told,
): Pick<MarkChoice, "text" | "label" | "zero" | "alarm"> {
  const zero = value === "0";
  if (aspect.kind === "judgement") {
    const text = aspect.levels[Number(value)] ?? "";
    return { text: value, label: say(told.levelOf, { level: value, text }), zero };
  }
  if (aspect.kind === "veto") return zero ? { text: told.notGiven } : { text: told.given, alarm: true };
  if (isListed(aspect)) return { text: value, zero };
  return { text: `${zero ? told.zero : told.full} ${value}`, zero };
}

type Numeric = Exclude<Aspect, { kind: "judgement" | "veto" }>;

function numberOf(aspect: Aspect, told: Told): Omit<NumberWay, "by"> {
  const whole = { step: "1", min: "0", steppers: true };
  switch ((aspect as Numeric).kind) {
    case "value":
    case "trimmed": {
      const { step, ...more } = aspect as Extract<Aspect, { kind: "value" | "trimmed" }>;
      const max = more.kind === "trimmed" ? (more.scale ?? more.max) : more.max;
      return { step, min: "0", max, placeholder: told.enterValue, steppers: true };
    }
    case "deduction":
      return { ...whole, max: "999", unit: told.faults, placeholder: told.enterFaults };
    case "time":
      return {
        ...whole,
        max: "359999",
        unit: told.seconds,
        placeholder: told.enterTime,
        steppers: false,
        fold: (typed) => inSeconds(foldTyped(typed)),
      };
    case "measurement":
      return measuredOf(aspect as MeasurementAspect, told);
  }
}

function measuredOf({ how, max }: MeasurementAspect, told: Told): Omit<NumberWay, "by"> {
  if (how?.by === "share") {
    const of = String(how.of);
    const unit = say(told.pieces, { of });
    return { step: "1", min: "0", max: of, unit, placeholder: told.enterPieces, steppers: true };
  }
  const unit = how?.by === "bands" ? how.unit : undefined;
  return how?.by === "bands"
    ? { step: "0.01", unit, placeholder: told.enterFigure, steppers: false }
    : { step: "1", min: "0", max, placeholder: told.enterValue, steppers: true };
}
