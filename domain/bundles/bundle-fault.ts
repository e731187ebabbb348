// What is wrong with a bundle, as a place in it and a fault that words say in either language; the library's own sentences stay out.
import type { z } from "zod";
import type { Params } from "../outcome.ts";

export const wantedKinds = ["text", "number", "whole", "flag", "list", "object", "nothing"] as const;
export type WantedKind = (typeof wantedKinds)[number];

export const faultCodes = [
  "missing",
  "kind",
  "choice",
  "pattern",
  "short",
  "long",
  "few",
  "many",
  "small",
  "large",
  "decimal",
  "told",
  "unfit",
  "repeated-competitor",
  "not-positive",
  "rules-do-not-fit",
  "weights-not-one",
  "repeated-mark",
  "no-competitor",
  "no-aspect",
  "mark-not-taken",
  "penalty-empty",
  "repeated-in-order",
  "stranger-in-order",
] as const;
export type FaultCode = (typeof faultCodes)[number];
/** `place` is the path in the bundle, its steps joined by points; the other parameters belong to the fault. */
export type Fault = Params & { readonly place: string; readonly fault: FaultCode };

const kindOf: Readonly<Record<string, WantedKind>> = {
  string: "text",
  number: "number",
  int: "whole",
  boolean: "flag",
  array: "list",
  tuple: "list",
  object: "object",
  record: "object",
  null: "nothing",
};

/** One issue of the form as a fault: its path and what is wanted there. `value` is the whole that was read. */
export function faultOf(issue: z.core.$ZodIssue, value: unknown): Fault {
  return { place: issue.path.map(String).join("."), ...wantedBy(issue, valueAt(value, issue.path)) };
}

type Wanted = Params & { readonly fault: FaultCode };

function wantedBy(issue: z.core.$ZodIssue, found: unknown): Wanted {
  switch (issue.code) {
    case "invalid_type": {
      const kind = kindOf[issue.expected] ?? "object";
      return { fault: found === undefined ? "missing" : "kind", kind };
    }
    case "invalid_value":
      return { fault: "choice", values: issue.values.map((one) => JSON.stringify(one)).join(" / ") };
    case "invalid_format":
      return issue.pattern ? { fault: "pattern", pattern: issue.pattern } : { fault: "unfit" };
    case "too_small":
      return { fault: faultsOfSize(issue.origin)[0], n: Number(issue.minimum) };
    case "too_big":
      return { fault: faultsOfSize(issue.origin)[1], n: Number(issue.maximum) };
    case "custom":
      if (issue.params?.["wanted"] === "decimal") return { fault: "decimal" };
      return isOurs(issue.message) ? { fault: "told", told: issue.message } : { fault: "unfit" };
    default:
      return isOurs(issue.message) ? { fault: "told", told: issue.message } : { fault: "unfit" };
  }
}

const faultsOfSize = (origin: string): readonly [FaultCode, FaultCode] =>
  origin === "string" ? ["short", "long"] : origin === "array" ? ["few", "many"] : ["small", "large"];

/** Sentences of the scheme's form are Chinese; everything else is the library's. */
const isOurs = (message: string): boolean => /\p{Script=Han}/u.test(message);

const valueAt = (value: unknown, path: readonly PropertyKey[]): unknown =>
  path.reduce<unknown>(
    (held, step) =>
      typeof held === "object" && held !== null ? (held as Record<PropertyKey, unknown>)[step] : undefined,
    value,
  );
