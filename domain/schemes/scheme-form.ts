// The form of a marking scheme that comes from outside: an uploaded JSON file, or what the database stores.
import { z } from "zod";
import { compare, exact, formatExact, parseExact, zero } from "../exact.ts";
import { type Outcome, ok, refuse } from "../outcome.ts";
import { aspectKinds, type Scheme } from "./aspect.ts";
import { placeOf } from "./form-place.ts";
import { aspectIdAt, schemeLimits } from "./scheme.ts";

const unstorable = /[^\P{Cc}\n\t]|\p{Cs}/u;

const text = z
  .string("应为文字")
  .max(schemeLimits.text, `不能超过 ${schemeLimits.text} 个字`)
  .transform((value) => value.replace(/\r\n?/g, "\n"))
  .refine((value) => !unstorable.test(value), "含有无法保存的控制字符，请重新输入这段文字");

const id = z
  .string("应为文字")
  .regex(/^[\p{L}\p{N}][\p{L}\p{N}._-]{0,19}$/u, "应为 1 至 20 个字母或数字，例如 A、A1、A1.1");

const mark = z.string('应为写成文字的小数，例如 "0.50"').transform((value, context) => {
  const parsed = parseExact(value);
  if (parsed && compare(parsed, zero) >= 0) return formatExact(parsed);
  context.addIssue({ code: "custom", message: "应为不小于 0 的小数，整数部分最多九位，小数最多六位" });
  return z.NEVER;
});

/** A mark that is added up: bounded, so that every sum of a scheme stays a decimal of nine digits. */
const summand = mark.refine(
  (value) => compare(exact(value), exact(schemeLimits.mark)) <= 0,
  `不能超过 ${schemeLimits.mark}`,
);

const aspectHead = {
  description: text,
  requirement: text.optional(),
  max: summand,
  wsos: text.optional(),
  row: z.int("应为整数").positive("应为正整数").optional(),
};
const levels = z.tuple([text, text, text, text], "应有 0、1、2、3 四档描述");
const kinds = `应为 ${aspectKinds.map((kind) => `"${kind}"`).join("、")} 之一`;

/** A mark or a figure that may be below zero: what is measured. */
const figure = z
  .string('应为写成文字的小数，例如 "40.00"')
  .refine((value) => parseExact(value) !== null, "应为小数，整数部分最多九位，小数最多六位");

const how = z.discriminatedUnion(
  "by",
  [
    z.object({
      by: z.literal("bands"),
      nominal: figure,
      unit: text.optional(),
      bands: z
        .array(z.object({ within: mark, mark: summand }))
        .min(1, "至少应有一档")
        .max(20, "不能超过 20 档"),
    }),
    z.object({
      by: z.literal("share"),
      of: z.int("应为整数").min(1, "应从 1 起").max(9999, "不能超过 9999"),
    }),
    z.object({
      by: z.literal("list"),
      marks: z.array(summand).min(1, "至少应有一个分值").max(20, "不能超过 20 个分值"),
    }),
  ],
  '应为 "bands"、"share" 或 "list"',
);
const interval = z.object({ every: summand, marks: summand, most: summand.optional() });

const aspectContent = z.discriminatedUnion(
  "kind",
  [
    z.object({ ...aspectHead, kind: z.literal("value"), step: summand }),
    z.object({ ...aspectHead, kind: z.literal("measurement"), how: how.optional() }),
    z.object({ ...aspectHead, kind: z.literal("judgement"), levels }),
    z.object({ ...aspectHead, kind: z.literal("deduction"), perFault: summand }),
    z.object({ ...aspectHead, kind: z.literal("veto"), cap: summand.optional() }),
    z.object({ ...aspectHead, kind: z.literal("trimmed"), step: summand, scale: summand.optional() }),
    z.object({
      ...aspectHead,
      kind: z.literal("time"),
      limit: mark,
      counting: z.enum(["started", "complete"], '应为 "started" 或 "complete"'),
      early: interval.optional(),
      late: interval.optional(),
      voidAfter: mark.optional(),
    }),
  ],
  kinds,
);
const aspect = z.intersection(z.object({ id: id.optional() }, "应为一个对象"), aspectContent);

const list = <T extends z.ZodType>(item: T, most: number) =>
  z.array(item, "应为一个列表").max(most, `不能超过 ${most} 项`);

const subcriterion = z
  .object(
    {
      id,
      name: text,
      day: z.int("应为整数").min(1, "应从 1 起").max(99, "不能超过 99"),
      aspects: list(aspect, schemeLimits.aspects),
    },
    "应为一个对象",
  )
  .transform((value) => ({
    ...value,
    aspects: value.aspects.map((one, index) => ({ ...one, id: one.id ?? aspectIdAt(value.id, index) })),
  }));

/** The form itself, for what a scheme stands inside of. */
export const schemeForm = z.object(
  {
    total: mark,
    criteria: list(
      z.object(
        { id, name: text, max: mark, subcriteria: list(subcriterion, schemeLimits.subcriteria) },
        "应为一个对象",
      ),
      schemeLimits.criteria,
    ),
    sections: list(
      z.object({ id, name: text, marks: summand }, "应为一个对象"),
      schemeLimits.sections,
    ).optional(),
  },
  "应为一个对象",
);

const read = <T>(form: z.ZodType<T>, value: unknown): Outcome<T> => {
  const parsed = form.safeParse(value);
  if (parsed.success) return ok(parsed.data);
  const issue = parsed.error.issues[0]!;
  const path = issue.path.map(String);
  return refuse("scheme.invalid", { path: path.join("."), place: placeOf(path), problem: issue.message });
};

/** An aspect as typed in a form: all but its id, which is its place. */
export type AspectContent = z.output<typeof aspectContent>;

/** Reads the content of one aspect; refuses `scheme.invalid` with `{path, place, problem}` (Chinese place and problem). */
export const readAspectContent = (value: unknown): Outcome<AspectContent> => read(aspectContent, value);

/**
 * Reads unknown JSON as a scheme: unknown keys fall away, marks come out with at least two decimals, an aspect
 * without an id gets the id of its place. Totals and empty texts are not its business: see `schemeProblems`.
 * Refuses `scheme.invalid` with `{path, place, problem}` of the first fault (place and problem in Chinese).
 */
export const readScheme = (value: unknown): Outcome<Scheme> => read<Scheme>(schemeForm, value);
