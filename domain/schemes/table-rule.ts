// What the rule of a Chinese scoring table makes of an aspect, where it says so in a form that has one meaning only.
import { compare, type Decimal, exact, formatExact, isMultipleOf, parseExact, zero } from "../exact.ts";
import type { AspectContent } from "./scheme-form.ts";

/** The kind with its particulars; `read` says which reading of the rule it came from, for people to check. */
export type RuleReading = {
  readonly kind: RuleKind;
  readonly read: "faults" | "list" | "steps" | null;
};
type WithoutHead<T> = T extends unknown
  ? Omit<T, "description" | "requirement" | "max" | "wsos" | "row">
  : never;
type RuleKind = WithoutHead<AspectContent>;

/** Nothing but 「每处扣 5 分」: a second rule beside it, or a limit, would be lost. */
const perFault = /^每[^，。；,;扣]*扣\s*(\d+(?:\.\d+)?)\s*分?[。.；;]?$/u;
const marks = /^\d+(?:\.\d+)?(?:\s*[/、]\s*\d+(?:\.\d+)?)+$/u;

/**
 * 「每处扣 5」 alone is a deduction, 「25/22/19」 with the maximum first a list of marks; a type M without a rule is full or
 * nothing, J a judgement without its levels yet, as is whatever has levels. Everything else is a mark in steps of 0.5, or 0.01 where the maximum asks for it.
 */
export function readRule(
  type: "M" | "J" | null,
  rule: string,
  max: Decimal,
  levels?: [string, string, string, string],
): RuleReading {
  if (type === "J" || levels)
    return { kind: { kind: "judgement", levels: levels ?? ["", "", "", ""] }, read: null };
  const text = rule.normalize("NFKC").trim();
  const fault = perFault.exec(text)?.[1];
  const takes = fault === undefined ? null : parseExact(fault);
  if (takes && compare(takes, zero) > 0) {
    return { kind: { kind: "deduction", perFault: formatExact(takes) }, read: "faults" };
  }
  const listed = marks.test(text) ? text.split(/\s*[/、]\s*/).map(parseExact) : [];
  const isList = listed.length > 0 && listed.length <= 20 && listed[0]?.equals(exact(max));
  if (isList && listed.every((mark) => mark !== null && compare(mark, exact(max)) <= 0)) {
    const how = { by: "list", marks: listed.map((mark) => formatExact(mark!)) } as const;
    return { kind: { kind: "measurement", how: { ...how, marks: [...how.marks] } }, read: "list" };
  }
  if (type === "M" && text === "") return { kind: { kind: "measurement" }, read: null };
  const step = isMultipleOf(exact(max), exact("0.5")) ? "0.50" : "0.01";
  return { kind: { kind: "value", step }, read: "steps" };
}
