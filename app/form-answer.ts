// Reading a posted form with zod, and answering a form that was refused with its sentences and what was typed.
import { type AppLoadContext, data } from "@remix-run/node";
import type { z } from "zod";
import type { Refusal } from "#domain/outcome.ts";
import { refusals } from "#domain/refusals.ts";
import { refusalSentence } from "#words/refusals.ts";

/** What a form page gets back from its action: a sentence for the whole, sentences by field, and what was typed. */
export type FormProblem = {
  readonly message: string;
  readonly fields: Readonly<Record<string, string>>;
  readonly values: Readonly<Record<string, string>>;
};

/** What nobody sees: control characters (but line ends and tabs), zero-width and direction marks. NUL is refused, not dropped. */
const unseen = /(?![\t\n\r])[\p{Cc}\p{Cf}]/gu;

/** The posted form without unseen characters, passwords aside. What is no form, or holds NUL, ends here with 422: no page of ours sends it. */
export async function postedForm(context: AppLoadContext, request: Request): Promise<FormData> {
  const posted = await request.formData().catch(() => null);
  const forged =
    posted === null || [...posted].some(([, value]) => typeof value === "string" && value.includes("\0"));
  if (forged) {
    throw new Response(refusalSentence({ code: "input.invalid" }, context.language), {
      status: refusals["input.invalid"],
    });
  }
  const cleaned = new FormData();
  for (const [name, value] of posted) {
    if (typeof value !== "string") cleaned.append(name, value, value.name);
    else cleaned.append(name, isSecret(name) ? value : value.replace(unseen, ""));
  }
  return cleaned;
}

const isSecret = (name: string): boolean => /password/i.test(name);

/** Sentences of ours are Chinese or come from a rule of ours; zod's own are for programmers. */
const ownSentence = /\p{Script=Han}/u;

/** Parses form fields; a problem's message is looked up by what zod found (missing, not a number, too long). */
export function readForm<Schema extends z.ZodType>(
  context: AppLoadContext,
  form: FormData,
  schema: Schema,
): { ok: true; value: z.output<Schema> } | { ok: false; problem: ReturnType<typeof problem> } {
  const parsed = schema.safeParse(Object.fromEntries(form));
  if (parsed.success) return { ok: true, value: parsed.data };
  const { errors } = context.words.shell;
  const fields = sentencesByField(
    context,
    parsed.error.issues.map((issue) => {
      const empty = form.get(String(issue.path[0])) === "" || !form.has(String(issue.path[0]));
      const sentence = empty
        ? errors.required
        : issue.code === "too_big" && issue.origin === "string"
          ? errors.long
          : issue.code === "invalid_value"
            ? errors.choose
            : issue.code === "custom" || ownSentence.test(issue.message)
              ? issue.message
              : errors.invalid;
      return [String(issue.path[0]), sentence];
    }),
  );
  return { ok: false, problem: problem(context, form, { code: "input.invalid" }, fields) };
}

/** What is wrong by field; several sentences about one field are said one after the other, each once. */
export function sentencesByField(
  { language }: Pick<AppLoadContext, "language">,
  told: readonly (readonly [field: string, sentence: string])[],
): Record<string, string> {
  const fields = new Map<string, Set<string>>();
  for (const [field, sentence] of told)
    fields.set(field, (fields.get(field) ?? new Set<string>()).add(sentence));
  const between = language === "zh" ? "" : " ";
  return Object.fromEntries([...fields].map(([field, sentences]) => [field, [...sentences].join(between)]));
}

/** The answer to a refused form: HTTP status of the refusal, its sentence, and what was typed (passwords and files never). */
export function problem(
  context: AppLoadContext,
  form: FormData,
  refusal: Refusal,
  fields: Record<string, string> = {},
) {
  const typed = [...form].filter(([name, value]) => typeof value === "string" && !isSecret(name));
  const named = refusal.code === "input.invalid" && refusal.params?.field;
  const body: FormProblem = {
    message: refusalSentence(refusal, context.language),
    fields: named ? { [named]: context.words.shell.errors.required, ...fields } : fields,
    values: Object.fromEntries(typed) as Record<string, string>,
  };
  return data(body, { status: refusals[refusal.code] });
}

/** The same for a signature: what concerns the password given again is said at that field. */
export function signatureProblem(context: AppLoadContext, form: FormData, refusal: Refusal) {
  const atPassword = refusal.code === "access.not-confirmed" || refusal.code === "access.too-many-attempts";
  const fields: Record<string, string> = atPassword
    ? { password: refusalSentence(refusal, context.language) }
    : {};
  return problem(context, form, refusal, fields);
}
