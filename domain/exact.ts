// Exact numbers: marks are decimals as typed, derived values are rationals; a binary float never touches either.
import Fraction from "fraction.js";

export type Exact = Fraction;
/** A plain decimal as text, e.g. "12.50"; the only form in which a number leaves the domain. */
export type Decimal = string;

const decimalForm = /^-?\d{1,9}(\.\d{1,6})?$/;

/** Reads a decimal of at most nine digits before and six after the point; anything else (1e3, NaN, ½, empty) is null. */
export function parseExact(text: string): Exact | null {
  return decimalForm.test(text) ? new Fraction(text) : null;
}

/** Decimals already read: the same few hundred marks are added up again and again. */
const known = new Map<Decimal, Exact>();

/** Reads a decimal that the program itself wrote. Throws where parseExact would answer null. */
export function exact(value: Decimal | number | bigint): Exact {
  if (typeof value !== "string") return new Fraction(value);
  const read = known.get(value);
  if (read) return read;
  const parsed = parseExact(value);
  if (!parsed) throw new TypeError(`not a decimal: ${JSON.stringify(value)}`);
  if (known.size > 20_000) known.clear();
  known.set(value, parsed);
  return parsed;
}

const fractionForm = /^-?\d{1,40}\/[1-9]\d{0,39}$/;

/** Reads an exact fraction that the program itself wrote, "269/3"; throws on anything else. */
export function readFraction(text: string): Exact {
  if (!fractionForm.test(text)) throw new TypeError(`not a fraction: ${JSON.stringify(text)}`);
  return new Fraction(text);
}

export const zero: Exact = new Fraction(0);

/**
 * The exact sum. Marks have few denominators, so numerators of the same one are added as whole numbers, and those sums are
 * brought to one denominator: a single fraction is reduced in the end, which costs a greatest common divisor.
 */
export function sum(values: readonly Exact[]): Exact {
  if (values.length < 2) return values[0] ?? zero;
  const over: bigint[] = [];
  const under: bigint[] = [];
  for (const { s, n, d } of values) {
    let at = 0;
    while (at < under.length && under[at] !== d) at += 1;
    const before = over[at] ?? 0n;
    under[at] = d;
    over[at] = s < 0n ? before - n : before + n;
  }
  let all = under[0]!;
  for (const d of under) if (all % d !== 0n) all = d % all === 0n ? d : all * d;
  let numerator = 0n;
  for (const [at, d] of under.entries()) numerator += over[at]! * (all / d);
  return new Fraction(numerator, all);
}
export const compare = (a: Exact, b: Exact): number => a.compare(b);
export const atLeastZero = (value: Exact): Exact => (value.s < 0n ? zero : value);
export const smaller = (a: Exact, b: Exact): Exact => (compare(a, b) > 0 ? b : a);
export const ratio = (over: Exact, under: Exact): Exact => over.div(under);

/** Half-up to `places` decimals (away from zero on a tie, for negatives too), as a decimal with exactly that many. */
export function roundHalfUp(value: Exact, places: number): Decimal {
  const scale = 10n ** BigInt(places);
  const scaled = value.abs().mul(new Fraction(scale));
  const doubled = (2n * scaled.n + scaled.d) / (2n * scaled.d);
  const digits = doubled.toString().padStart(places + 1, "0");
  const text = places === 0 ? digits : `${digits.slice(0, -places)}.${digits.slice(-places)}`;
  return value.s < 0n && doubled !== 0n ? `-${text}` : text;
}

/** The value itself where no places are given, else rounded half-up to so many. */
export const rounded = (value: Exact, places: number | undefined): Exact =>
  places === undefined ? value : new Fraction(roundHalfUp(value, places));

/** The value without rounding and with at least `places` decimals; a value with no finite decimal form is rounded at 6. */
export function formatExact(value: Exact, places = 2): Decimal {
  for (let digits = places; digits < 6; digits += 1) {
    const text = roundHalfUp(value, digits);
    if (new Fraction(text).equals(value)) return text;
  }
  return roundHalfUp(value, 6);
}

/** Whether `value` is a whole number of steps; the step is positive. */
export const isMultipleOf = (value: Exact, step: Exact): boolean => value.div(step).d === 1n;
