// The kinds of fields that staff forms share, as zod pieces with their sentence in the reader's language.
import { z } from "zod";
import type { Words } from "#app/context.ts";
import { isDate } from "#domain/calendar.ts";

type Errors = Words["shell"]["errors"];

export const line = (most = 120) => z.string().trim().min(1).max(most);

/** A text that may stay empty; empty is null. */
export const lineOrNone = (most = 120) =>
  z
    .string()
    .trim()
    .max(most)
    .optional()
    .transform((text) => text || null);

export const dateField = (errors: Errors) => z.string().refine(isDate, errors.date);

/** A whole number from `from` to `to`; `sentence` says so. */
export const whole = (from: number, to: number, sentence: string) =>
  z
    .string()
    .trim()
    .min(1)
    .refine((text) => /^\d{1,6}$/.test(text) && Number(text) >= from && Number(text) <= to, sentence)
    .transform(Number);

/** A box that is ticked or not there at all. */
export const ticked = z
  .string()
  .optional()
  .transform((value) => value !== undefined);

/** Names separated by commas of either script, blanks around them dropped, each once. */
export const separated = (text: string): string[] => [
  ...new Set(
    text
      .split(/[,，、;；]/)
      .map((part) => part.trim())
      .filter(Boolean),
  ),
];

/** A form without what belongs to `choice` unless `on` is chosen: what is not shown is neither required nor refused. */
export const chosenWith =
  (choice: string, on: string, figures: readonly string[]) =>
  (posted: unknown): unknown => {
    const form = posted as Readonly<Record<string, unknown>>;
    if (form[choice] === on) return form;
    return Object.fromEntries(Object.entries(form).filter(([name]) => !figures.includes(name)));
  };
