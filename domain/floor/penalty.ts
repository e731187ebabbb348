// A penalty (domain.md section 3.5): proposed on the floor with a violation, where it counts for nothing by itself, or decided by the chief judge.
import { z } from "zod/mini";
import type { SkillRules } from "../competitions/rules.ts";
import { compare, exact, parseExact, zero } from "../exact.ts";
import { type Outcome, ok, refuse } from "../outcome.ts";
import type { Scheme } from "../schemes/aspect.ts";
import { findAspect } from "../schemes/scheme.ts";

export const penaltyLevels = ["aspect", "module", "practical", "total"] as const;
export type PenaltyLevel = (typeof penaltyLevels)[number];

/** The levels that a skill can mean: a practical part stands apart only where the rules weigh parts. */
export const penaltyLevelsOf = ({ components = [] }: Pick<SkillRules, "components">): PenaltyLevel[] =>
  penaltyLevels.filter((level) => level !== "practical" || components.length > 0);

/** Marks: an exact decimal with at most two places, above zero. */
const amount = z.string().check(
  z.regex(/^\d{1,4}(\.\d{1,2})?$/),
  z.refine((text) => compare(parseExact(text) ?? zero, zero) > 0),
);
const penaltyProposal = z.discriminatedUnion("level", [
  z.object({ level: z.literal("aspect"), target: z.string().check(z.regex(/^[A-Z]\d{1,2}\.\d{1,3}$/)) }),
  z.object({
    level: z.literal("module"),
    target: z.string().check(z.regex(/^([A-Z]|[a-z][a-z0-9-]{0,19})$/)),
  }),
  z.object({ level: z.literal("practical"), amount }),
  z.object({ level: z.literal("total"), amount }),
]);
export type PenaltyProposal = z.infer<typeof penaltyProposal>;

/** What is proposed where no scheme is locked is measured against a hundred marks. */
export const totalOf = (scheme: Scheme | null): string => scheme?.total ?? "100";

/**
 * A penalty that this skill can mean: an aspect or a module (a criterion, or one that its rules name) of its locked scheme,
 * or marks up to its total.
 * Refuses a level that is not there, a target outside the scheme, an amount that is none or too much, in the words of the
 * `room`: proposed on the floor, decided in marking.
 */
export function readPenalty(
  proposed: unknown,
  scheme: Scheme | null,
  modules: SkillRules["modules"] = [],
  room: "floor" | "marking" = "floor",
): Outcome<PenaltyProposal> {
  const level = (proposed as { level?: unknown } | null)?.level;
  if (!penaltyLevels.includes(level as PenaltyLevel)) return refuse(`${room}.penalty-level`);
  const read = penaltyProposal.safeParse(proposed);
  const max = totalOf(scheme);
  if (level === "practical" || level === "total") {
    if (!read.success || !("amount" in read.data)) return refuse(`${room}.penalty-amount`, { max });
    return compare(exact(read.data.amount), exact(max)) > 0
      ? refuse(`${room}.penalty-amount`, { max })
      : ok(read.data);
  }
  if (!read.success || !("target" in read.data) || !scheme) return refuse(`${room}.penalty-target`);
  const { target } = read.data;
  const stands =
    level === "aspect"
      ? findAspect(scheme, target)
      : [...scheme.criteria, ...modules].find(({ id }) => id === target);
  return stands ? ok(read.data) : refuse(`${room}.penalty-target`);
}
