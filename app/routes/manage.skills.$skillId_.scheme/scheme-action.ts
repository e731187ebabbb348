// What is done to a scheme: one edit of the tree, an import, the lock. A refusal goes to the field it is about.

import type { AppLoadContext } from "@remix-run/node";
import { type ActionFunctionArgs, data, redirect } from "@remix-run/node";
import { postedForm, problem } from "#app/form-answer.ts";
import { permit } from "#app/gate.ts";
import { formatExact } from "#domain/exact.ts";
import type { Refusal } from "#domain/outcome.ts";
import { type Gathered, gathered } from "#domain/schemes/gathered-findings.ts";
import { aspectsOf, schemeTotal } from "#domain/schemes/scheme.ts";
import { cisFindings } from "#words/en/cis-findings.ts";
import { say } from "#words/language.ts";
import { refusalSentence } from "#words/refusals.ts";
import { fieldOf, seenIn, typed } from "./aspect-fields.ts";
import { editOf, missingField } from "./scheme-edits.ts";
import { anchorOf } from "./scheme-view.ts";
import { versionDeeds } from "./version-action.ts";

const largest = 10 * 1024 * 1024;

export type Imported = {
  readonly imported: boolean;
  /** The file as it was called when it was chosen. */
  readonly file: string;
  readonly sheet: string | null;
  readonly aspects: number;
  readonly sum: string;
  readonly errors: readonly Gathered[];
  readonly warnings: readonly Gathered[];
};

export async function schemeAction(args: ActionFunctionArgs) {
  const { request, params, context } = args;
  const skillId = params["skillId"]!;
  const editor = await permit(context, request, "schemes.edit", { skillId });
  const words = context.words.manage.scheme;
  // A multipart form adds little to the file; more than that is never read into memory.
  if (Number(request.headers.get("content-length") ?? 0) > largest + 64 * 1024) {
    const empty = new FormData();
    empty.set("intent", "import");
    return problem(context, empty, { code: "scheme.unreadable-file" }, { file: words.fileLarge });
  }
  const posted = await postedForm(context, request);
  const intent = posted.get("intent");
  const here = `/manage/skills/${skillId}/scheme`;
  const { schemes } = context.services;

  if (intent === "import") return importFile(args, posted);
  if (intent === "lock") {
    const locked = await schemes.lockScheme(editor);
    return locked.ok ? redirect(here) : problem(context, posted, locked.refusal);
  }
  if (intent === "enforce-version") {
    const overseer = await permit(context, request, "marking.oversee", { skillId });
    const enforced = await schemes.enforceVersion(overseer, typed(posted, "seenHash"));
    if (!enforced.ok) return problem(context, posted, enforced.refusal);
    const text = typed(posted, "text").trim();
    // Refused only where nobody marks any more: then there is nobody to tell.
    if (text) await context.services.marking.tellPanel(overseer, { id: crypto.randomUUID(), text });
    return redirect(here);
  }
  const deed = versionDeeds[String(intent)];
  if (deed && Object.hasOwn(versionDeeds, String(intent))) return deed(context, editor, posted);
  const edit = editOf(posted);
  const filled = missingField(posted);
  if (!edit || !filled.ok)
    return problem(context, posted, filled.ok ? { code: "input.invalid" } : filled.refusal);
  const edited = await schemes.editScheme(editor, edit, seenIn(posted));
  return edited.ok ? redirect(`${here}${nextPlace(posted)}`) : edits(context, posted, edited.refusal);
}

/** After an aspect the form stays open for the next one; otherwise back to the place that was typed. */
function nextPlace(form: FormData): string {
  const intent = String(form.get("intent"));
  const under = typed(form, "under");
  if (intent === "add-aspect") return `?add=aspect&under=${encodeURIComponent(under)}#edit`;
  if (intent === "add-subcriterion") return `#${encodeURIComponent(anchorOf(under))}`;
  return intent.startsWith("change-") ? `#${encodeURIComponent(anchorOf(typed(form, "id")))}` : "";
}

function edits(context: AppLoadContext, form: FormData, refusal: Refusal) {
  const words = context.words.manage.scheme;
  const path = String(refusal.params?.["path"] ?? "").split(".");
  const field = fieldOf(path, form);
  if (refusal.code !== "scheme.invalid" || !form.has(field)) return problem(context, form, refusal);
  return problem(context, form, refusal, { [field]: sentenceOf(path.at(-1)!, field, words) });
}

const texts = /^(name|description|requirement|wsos|unit|level\d)$/;

/** What to do about a field; marks and seconds are most of them. */
function sentenceOf(
  asked: string,
  field: string,
  words: AppLoadContext["words"]["manage"]["scheme"],
): string {
  if (field === "day") return words.wrongDay;
  if (field === "kind" || field === "by" || field === "counting") return words.wrongKind;
  if (field === "nominal") return words.wrongFigure;
  if (field === "of") return words.wrongCount;
  if (field === "marks") return words.wrongMarks;
  if (asked === "bands") return words.wrongBands;
  return texts.test(field) ? words.wrongText : words.wrongMark;
}

async function importFile({ request, params, context }: ActionFunctionArgs, posted: FormData) {
  const editor = await permit(context, request, "schemes.edit", { skillId: params["skillId"]! });
  const { schemes } = context.services;
  const words = context.words.manage.scheme;
  const file = posted.get("file");
  if (!file || typeof file === "string" || file.name === "")
    return problem(context, posted, { code: "input.invalid" }, { file: words.fileNeeded });
  if (file.size === 0)
    return problem(context, posted, { code: "scheme.unreadable-file" }, { file: words.fileEmpty });
  if (file.size > largest)
    return problem(context, posted, { code: "scheme.unreadable-file" }, { file: words.fileLarge });
  const before = await schemes.readSkillScheme(editor);
  if (aspectsOf(before.scheme).length > 0 && !posted.has("replace")) {
    return problem(context, posted, { code: "input.invalid" }, { replace: words.importReplaceNeeded });
  }
  const read = await schemes.importSchemeFile(editor, {
    name: file.name,
    bytes: new Uint8Array(await file.arrayBuffer()),
  });
  if (!read.ok) return problem(context, posted, read.refusal, { file: fileSentence(context, read.refusal) });
  const { scheme } = await schemes.readSkillScheme(editor);
  const told = (
    findings: readonly { cell: string; code: keyof typeof cisFindings; message: string }[],
  ): Gathered[] =>
    gathered(
      findings.map(({ cell, code, message }) => ({
        cell,
        message: context.language === "en" ? cisFindings[code] : message,
      })),
    );
  const { imported, sheet, errors, warnings } = read.value;
  const sum = formatExact(schemeTotal(scheme));
  const answer: Imported = {
    imported,
    file: file.name,
    sheet,
    aspects: aspectsOf(scheme).length,
    sum,
    errors: told(errors),
    warnings: told(warnings),
  };
  return data(answer, { status: imported ? 200 : 422 });
}

/** The reader's own reason, which is Chinese; in English the general sentence with the place where one is known. */
function fileSentence(context: AppLoadContext, refusal: Refusal): string {
  const { place, problem: what, path, reason } = refusal.params ?? {};
  if (context.language === "en") return refusalSentence(refusal, "en") + (path ? ` (${path})` : "");
  if (place) return say(context.words.manage.scheme.wrongAt, { place, problem: what ?? "" });
  return String(reason ?? refusalSentence(refusal, "zh"));
}
