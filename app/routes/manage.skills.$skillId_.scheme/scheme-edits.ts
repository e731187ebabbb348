// Each form of the tree as a pure edit of the scheme: reads its fields and hands them to the domain.
import { type Outcome, refuse } from "#domain/outcome.ts";
import type { Scheme } from "#domain/schemes/aspect.ts";
import {
  addAspect,
  addCriterion,
  addSubCriterion,
  changeAspect,
  changeCriterion,
  changeSubCriterion,
  declareTotal,
  removeAspect,
  removeCriterion,
  removeSubCriterion,
} from "#domain/schemes/edit.ts";
import { findAspect } from "#domain/schemes/scheme.ts";
import { type AspectContent, readAspectContent } from "#domain/schemes/scheme-form.ts";
import { contentOf, figure, isBesideKind, typed } from "./aspect-fields.ts";

export type Edit = (scheme: Scheme) => Outcome<Scheme>;

const criterion = (form: FormData) => ({ name: typed(form, "name"), max: figure(form, "max") });
const subcriterion = (form: FormData) => ({
  name: typed(form, "name"),
  day: Number(figure(form, "day") || Number.NaN),
});

const edits: Readonly<Record<string, (form: FormData) => Edit>> = {
  total: (form) => (scheme) => declareTotal(scheme, figure(form, "total")),
  "add-criterion": (form) => (scheme) => addCriterion(scheme, criterion(form)),
  "change-criterion": (form) => (scheme) => changeCriterion(scheme, typed(form, "id"), criterion(form)),
  "remove-criterion": (form) => (scheme) => removeCriterion(scheme, typed(form, "id")),
  "add-subcriterion": (form) => (scheme) => addSubCriterion(scheme, typed(form, "under"), subcriterion(form)),
  "change-subcriterion": (form) => (scheme) =>
    changeSubCriterion(scheme, typed(form, "id"), subcriterion(form)),
  "remove-subcriterion": (form) => (scheme) => removeSubCriterion(scheme, typed(form, "id")),
  "add-aspect": (form) => (scheme) =>
    withAspect(form, (content) => addAspect(scheme, typed(form, "under"), content)),
  "change-aspect": (form) => (scheme) => {
    const id = typed(form, "id");
    const row = findAspect(scheme, id)?.aspect.row;
    return withAspect(form, (content) => changeAspect(scheme, id, { ...content, ...(row && { row }) }));
  },
  "remove-aspect": (form) => (scheme) => removeAspect(scheme, typed(form, "id")),
};

/** The edit a form asks for; undefined when its intent is none of the tree. */
export function editOf(form: FormData): Edit | undefined {
  const intent = String(form.get("intent"));
  return Object.hasOwn(edits, intent) ? edits[intent]!(form) : undefined;
}

function withAspect(form: FormData, edit: (content: AspectContent) => Outcome<Scheme>): Outcome<Scheme> {
  const content = readAspectContent(contentOf(form));
  return content.ok ? edit(content.value) : content;
}

/** Fields that must not be left empty, by intent; a refusal names the first. */
export function missingField(form: FormData): Outcome {
  const beside = isBesideKind(typed(form, "kind"));
  const wanted = ["name", "max", "day", "description", "total"].filter(
    (name) => form.has(name) && !(name === "max" && beside),
  );
  const empty = wanted.find((name) => typed(form, name) === "");
  return empty ? refuse("input.invalid", { field: empty }) : { ok: true, value: undefined };
}
