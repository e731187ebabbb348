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

/** The posted form. PostgreSQL has no text with NUL in it and no keyboard types one: a forged form ends here with 422. */
export async function postedForm(context: AppLoadContext, request: Request): Promise<FormData> {
  const posted = await request.formData();
  const forged = [...posted].some(([, value]) => typeof value === "string" && value.includes("\0"));
  if (forged) {
    throw new Response(refusalSentence({ code: "input.invalid" }, context.language), {
      status: refusals["input.invalid"],
    });
  }
  return posted;
}

/** Parses form fields; a problem's message is looked up by what zod found (missing, not a number, too long). */
export function readForm<Schema extends z.ZodType>(
  context: AppLoadContext,
  form: FormData,
  schema: Schema,
): { ok: true; value: z.output<Schema> } | { ok: false; problem: ReturnType<typeof problem> } {
  const parsed = schema.safeParse(Object.fromEntries(form));
  if (parsed.success) return { ok: true, value: parsed.data };
  const { errors } = context.words.shell;
  const fields = Object.fromEntries(
    parsed.error.issues.map((issue) => {
      const empty = form.get(String(issue.path[0])) === "" || !form.has(String(issue.path[0]));
      const sentence = empty
        ? errors.required
        : issue.code === "too_big"
          ? errors.long
          : issue.code === "invalid_value"
            ? errors.choose
            : issue.message;
      return [String(issue.path[0]), sentence];
    }),
  );
  return { ok: false, problem: problem(context, form, { code: "input.invalid" }, fields) };
}

/** The answer to a refused form: HTTP status of the refusal, its sentence, and what was typed (passwords and files never). */
export function problem(
  context: AppLoadContext,
  form: FormData,
  refusal: Refusal,
  fields: Record<string, string> = {},
) {
  const typed = [...form].filter(([name, value]) => typeof value === "string" && !/password/i.test(name));
  const named = refusal.code === "input.invalid" && refusal.params?.field;
  const body: FormProblem = {
    message: refusalSentence(refusal, context.language),
    fields: named ? { [named]: context.words.shell.errors.required, ...fields } : fields,
    values: Object.fromEntries(typed) as Record<string, string>,
  };
  return data(body, { status: refusals[refusal.code] });
}
