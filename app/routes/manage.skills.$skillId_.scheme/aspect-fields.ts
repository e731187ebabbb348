// The fields of an aspect's form, both ways: what stands in them, and the content they say. A field stands for one place of
// the content; `fieldOf` tells which, so that a refusal goes to the field it is about.
import { foldTyped, inSeconds } from "#domain/marking/mark.ts";
import type { Aspect, AspectKind, Interval, Measuring } from "#domain/schemes/aspect.ts";

/** What was typed, without blanks at its ends and with full-width figures folded where a number is meant. */
export const typed = (form: FormData, name: string): string => String(form.get(name) ?? "").trim();
/** The draft a form was filled in over; undefined where it does not say. */
export const seenIn = (form: FormData): string | undefined => typed(form, "seen") || undefined;
export const figure = (form: FormData, name: string): string => typed(form, name).normalize("NFKC");
const seconds = (form: FormData, name: string): string => inSeconds(foldTyped(typed(form, name)));

/** Rows for bands: a few, and always one more than stand. */
export const bandRows = (how: Measuring | undefined): number =>
  Math.min(20, Math.max(4, how?.by === "bands" ? how.bands.length + 1 : 0));

/** Outside the maxima: no maximum is asked for. */
export const isBesideKind = (kind: string): boolean => kind === "veto" || kind === "time";

/** The content as `readAspectContent` takes it. What is left empty and may be is left out. */
export function contentOf(form: FormData): Record<string, unknown> {
  const kind = typed(form, "kind");
  return {
    kind,
    max: isBesideKind(kind) ? "0" : figure(form, "max"),
    description: typed(form, "description"),
    ...said("requirement", typed(form, "requirement")),
    ...said("wsos", typed(form, "wsos")),
    ...particularsOf[kind as AspectKind]?.(form),
  };
}

const said = (name: string, value: string): Record<string, string> => (value === "" ? {} : { [name]: value });

const particularsOf: Readonly<Record<AspectKind, (form: FormData) => Record<string, unknown>>> = {
  value: (form) => ({ step: figure(form, "step") }),
  measurement: measuringOf,
  judgement: (form) => ({ levels: [0, 1, 2, 3].map((level) => typed(form, `level${level}`)) }),
  deduction: (form) => ({ perFault: figure(form, "perFault") }),
  veto: (form) => said("cap", figure(form, "cap")),
  trimmed: (form) => ({ step: figure(form, "step"), ...said("scale", figure(form, "scale")) }),
  time: (form) => ({
    limit: seconds(form, "limit"),
    counting: typed(form, "counting"),
    ...intervalOf(form, "early"),
    ...intervalOf(form, "late"),
    ...said("voidAfter", seconds(form, "voidAfter")),
  }),
};

function measuringOf(form: FormData): Record<string, unknown> {
  switch (typed(form, "by")) {
    case "bands":
      return {
        how: {
          by: "bands",
          nominal: figure(form, "nominal"),
          ...said("unit", typed(form, "unit")),
          bands: bandsOf(form),
        },
      };
    case "share":
      return { how: { by: "share", of: Number(figure(form, "of") || Number.NaN) } };
    case "list":
      return {
        how: {
          by: "list",
          marks: figure(form, "marks")
            .split(/[,、;\s]+/)
            .filter(Boolean),
        },
      };
    default:
      return {};
  }
}

/** The rows that hold anything, in their order. */
const bandsOf = (form: FormData) =>
  Array.from({ length: 20 }, (_, row) => ({
    within: figure(form, `within${row}`),
    mark: figure(form, `mark${row}`),
  })).filter(({ within, mark }) => within !== "" || mark !== "");

function intervalOf(form: FormData, which: "early" | "late"): Record<string, unknown> {
  const every = seconds(form, `${which}Every`);
  const marks = figure(form, `${which}Marks`);
  const most = figure(form, `${which}Most`);
  return every || marks || most ? { [which]: { every, marks, ...said("most", most) } } : {};
}

/** What stands in the fields: of an aspect, or of a new one. */
export function standing(aspect: Aspect | null): Record<string, string | undefined> {
  const fresh = { step: "0.5", by: "full", counting: "complete" };
  if (!aspect) return fresh;
  const { description, requirement, wsos, max } = aspect;
  return { ...fresh, description, requirement, wsos, max, ...particularsIn(aspect) };
}

function particularsIn(aspect: Aspect): Record<string, string | undefined> {
  switch (aspect.kind) {
    case "measurement":
      return measuringIn(aspect.how);
    case "judgement":
      return Object.fromEntries(aspect.levels.map((text, level) => [`level${level}`, text]));
    case "time": {
      const { limit, counting, voidAfter } = aspect;
      return { limit, counting, voidAfter, ...spread("early", aspect.early), ...spread("late", aspect.late) };
    }
    case "value":
      return { step: aspect.step };
    case "trimmed":
      return { step: aspect.step, scale: aspect.scale };
    case "deduction":
      return { perFault: aspect.perFault };
    case "veto":
      return { cap: aspect.cap };
  }
}

function measuringIn(how: Measuring | undefined): Record<string, string | undefined> {
  if (!how) return {};
  switch (how.by) {
    case "bands":
      return {
        by: "bands",
        nominal: how.nominal,
        unit: how.unit,
        ...Object.fromEntries(
          how.bands.flatMap(({ within, mark }, row) => [
            [`within${row}`, within],
            [`mark${row}`, mark],
          ]),
        ),
      };
    case "share":
      return { by: "share", of: String(how.of) };
    case "list":
      return { by: "list", marks: how.marks.join("、") };
  }
}

const spread = (which: "early" | "late", interval: Interval | undefined) => ({
  [`${which}Every`]: interval?.every,
  [`${which}Marks`]: interval?.marks,
  [`${which}Most`]: interval?.most,
});

/** The field that a place of the content was typed in; `form` tells which rows of bands were filled. */
export function fieldOf(path: readonly string[], form: FormData): string {
  const last = path.at(-1) ?? "";
  const before = path.at(-2);
  if (before === "levels") return `level${last}`;
  if (before === "marks") return "marks";
  if (before === "early" || before === "late") return `${before}${last[0]!.toUpperCase()}${last.slice(1)}`;
  if (last === "bands") return "within0";
  if (path.at(-3) !== "bands") return last;
  const rows = [...Array(20).keys()].filter(
    (row) => figure(form, `within${row}`) || figure(form, `mark${row}`),
  );
  return `${last}${rows[Number(before)] ?? 0}`;
}
