// What the rule of a Chinese scoring table makes of an aspect, where it says so in a form that has one meaning only.
import { compare, type Decimal, exact, formatExact, isMultipleOf, parseExact, zero } from "../exact.ts";
import type { AspectContent } from "./scheme-form.ts";

/** The kind with its particulars; `read` says which reading of the rule it came from, for people to check. */
export type RuleReading = {
  readonly kind: RuleKind;
  readonly read: "faults" | "list" | "steps" | "faults-not-said" | "said" | null;
};
type WithoutHead<T> = T extends unknown
  ? Omit<T, "description" | "requirement" | "max" | "wsos" | "row">
  : never;
type RuleKind = WithoutHead<AspectContent>;

/** Nothing but 「每处扣 5 分」: a second rule beside it, or a limit, would be lost. */
const perFault = /^每[^，。；,;扣]*扣\s*(\d+(?:\.\d+)?)\s*分?[。.；;]?$/u;
const marks = /^\d+(?:\.\d+)?(?:\s*[/、]\s*\d+(?:\.\d+)?)+$/u;

/** What the column 类型 says: M and J as CIS has them, or the system's own 记分 and 扣分. */
export type TypeSaid = "M" | "J" | "value" | "deduction";

/**
 * 「每处扣 5」 alone is a deduction, 「25/22/19」 with the maximum first a list of marks; a type M without a rule is full or
 * nothing, J a judgement without its levels yet, as is whatever has levels. Everything else, 记分 whatever its rule, is a mark in steps.
 */
export function readRule(
  type: TypeSaid | null,
  rule: string,
  max: Decimal,
  levels?: [string, string, string, string],
): RuleReading {
  if (type === "J" || levels)
    return { kind: { kind: "judgement", levels: levels ?? ["", "", "", ""] }, read: null };
  const inSteps = { kind: "value", step: stepOf(max) } as const;
  if (type === "value") return { kind: inSteps, read: "said" };
  const text = rule.normalize("NFKC").trim();
  const fault = perFault.exec(text)?.[1];
  const takes = fault === undefined ? null : parseExact(fault);
  if (takes && compare(takes, zero) > 0) {
    return { kind: { kind: "deduction", perFault: formatExact(takes) }, read: "faults" };
  }
  if (type === "deduction") return { kind: inSteps, read: "faults-not-said" };
  const listed = marks.test(text) ? text.split(/\s*[/、]\s*/).map(parseExact) : [];
  const isList = listed.length > 0 && listed.length <= 20 && listed[0]?.equals(exact(max));
  if (isList && listed.every((mark) => mark !== null && compare(mark, exact(max)) <= 0)) {
    const how = { by: "list", marks: listed.map((mark) => formatExact(mark!)) } as const;
    return { kind: { kind: "measurement", how: { ...how, marks: [...how.marks] } }, read: "list" };
  }
  if (type === "M" && text === "") return { kind: { kind: "measurement" }, read: null };
  return { kind: inSteps, read: "steps" };
}

const usualSteps = ["0.50", "0.10", "0.01"] as const;
const fineSteps = ["0.001", "0.0001", "0.00001", "0.000001"] as const;

/** The coarsest step that reaches the maximum, so that the scheme can be locked; a decimal has six places at most. */
const stepOf = (max: Decimal): Decimal =>
  [...usualSteps, ...fineSteps].find((step) => isMultipleOf(exact(max), exact(step))) ?? fineSteps[3];

/** Whether a step has more than the two decimals that marks have. */
export const isUnusualStep = (step: Decimal): boolean => fineSteps.some((fine) => fine === step);
