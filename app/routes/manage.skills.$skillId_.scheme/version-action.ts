// What moves or replaces a whole scheme, and what is done to its versions.
import { type AppLoadContext, redirect } from "@remix-run/node";
import { problem } from "#app/form-answer.ts";
import { type Outcome, refuse } from "#domain/outcome.ts";
import type { Scheme } from "#domain/schemes/aspect.ts";
import { move, stepFrom } from "#domain/schemes/move.ts";
import { aspectsOf } from "#domain/schemes/scheme.ts";
import type { Permit } from "#server/access/proofs.ts";
import { seenIn, typed } from "./aspect-fields.ts";

type Deed = (
  context: AppLoadContext,
  editor: Permit<"schemes.edit">,
  form: FormData,
) => Promise<Response | ReturnType<typeof problem>>;

const here = (editor: Permit<"schemes.edit">): string => `/manage/skills/${editor.scope.skillId}/scheme`;

/** Back to the page, or the refusal with what was typed. */
const answered = (
  context: AppLoadContext,
  editor: Permit<"schemes.edit">,
  form: FormData,
  done: Outcome<unknown>,
) => (done.ok ? redirect(here(editor)) : problem(context, form, done.refusal));

const step =
  (way: -1 | 1): Deed =>
  async (context, editor, form) => {
    const id = typed(form, "id");
    const { scheme } = await context.services.schemes.readSkillScheme(editor);
    const place = stepFrom(scheme, id, way);
    if (!place) return problem(context, form, { code: "input.not-found" });
    const moved = await context.services.schemes.rearrangeScheme(
      editor,
      (now) => move(now, id, place),
      seenIn(form),
    );
    if (!moved.ok) return problem(context, form, moved.refusal);
    const stands = idAt(moved.value, place.under, place.at);
    return redirect(
      `${here(editor)}?order&moved=${encodeURIComponent(stands)}&way=${way < 0 ? "up" : "down"}`,
    );
  };

/** What stands at a place of the tree; the numbers of `under` do not move with what is below it. */
function idAt({ criteria }: Scheme, under: string, at: number): string {
  const lists = [
    ...(under === "" ? [criteria] : []),
    ...criteria.filter(({ id }) => id === under).map(({ subcriteria }) => subcriteria),
    ...criteria.flatMap(({ subcriteria }) =>
      subcriteria.filter(({ id }) => id === under).map((sub) => sub.aspects),
    ),
  ];
  return lists[0]?.[at]?.id ?? "";
}

export const versionDeeds: Readonly<Record<string, Deed>> = {
  "step-up": step(-1),
  "step-down": step(1),
  move: async (context, editor, form) => {
    const at = typed(form, "at");
    const place = { under: typed(form, "under"), at: Number(at) };
    const id = typed(form, "id");
    const moved = await context.services.schemes.rearrangeScheme(
      editor,
      (scheme) => (/^\d{1,3}$/.test(at) ? move(scheme, id, place) : refuse("input.invalid")),
      seenIn(form),
    );
    return moved.ok ? redirect(`${here(editor)}?order`) : problem(context, form, moved.refusal);
  },
  copy: async (context, editor, form) => {
    const said = context.words.manage.scheme.copy;
    const from = typed(form, "from");
    if (from === "") return problem(context, form, { code: "input.invalid" }, { from: said.fromNeeded });
    const { scheme } = await context.services.schemes.readSkillScheme(editor);
    if (aspectsOf(scheme).length > 0 && !form.has("replace")) {
      return problem(context, form, { code: "input.invalid" }, { replace: said.replaceNeeded });
    }
    return answered(context, editor, form, await context.services.schemes.copyScheme(editor, from));
  },
  "start-version": async (context, editor, form) =>
    answered(
      context,
      editor,
      form,
      await context.services.schemes.startVersion(editor, typed(form, "reason")),
    ),
  "drop-version": async (context, editor, form) =>
    answered(context, editor, form, await context.services.schemes.dropVersion(editor)),
};
