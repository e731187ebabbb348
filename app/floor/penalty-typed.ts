// The fields of a penalty as they are posted, and the penalty they mean; the domain decides whether it can be.
import { z } from "zod";

const text = z.string().optional();
export const penaltyParts = { level: text, aspect: text, module: text, amount: text };
export type TypedPenalty = {
  readonly level?: string;
  readonly aspect?: string;
  readonly module?: string;
  readonly amount?: string;
};

/** Of the fields only those that the chosen level asks for. */
export const penaltyTyped = ({ level, ...typed }: TypedPenalty) =>
  level === "aspect" || level === "module"
    ? { level, target: typed[level] }
    : { level, amount: typed.amount?.normalize("NFKC").trim() };

const fieldOf: Readonly<Record<string, string>> = {
  "penalty-level": "level",
  "penalty-amount": "amount",
};

/** The field that a refusal is about, in the floor's words or the chief judge's. */
export function penaltyFieldOf(code: string, level: string | undefined): string | undefined {
  const what = code.replace(/^(floor|marking)\./, "");
  return what === "penalty-target" ? level : fieldOf[what];
}
