// What every field has: a label, perhaps a hint, perhaps what is wrong with it, tied together for all readers.
import type { ReactNode } from "react";
import { useFieldId } from "./FormStack.tsx";
import { Shape } from "./Shape.tsx";
import { classes } from "./tone.ts";
import { useKitWords } from "./words.tsx";

export type FieldProps = {
  label: string;
  name: string;
  hint?: ReactNode;
  error?: string | null;
  /** "told": marked and announced so, while the browser lets the form go (a part that may be out of sight, a trial). */
  required?: boolean | "told";
  optional?: boolean;
  disabled?: boolean;
  id?: string;
  width?: "short" | "medium" | "full";
  hideLabel?: boolean;
};

/** The attributes a native control takes from its field. */
export type FieldLinks = {
  id: string;
  name: string;
  required?: boolean;
  disabled?: boolean;
  "aria-required"?: true;
  "aria-invalid"?: true;
  "aria-describedby"?: string;
};

export function useField(props: FieldProps): FieldLinks {
  const id = useFieldId(props.name, props.id);
  const described = [props.hint && `${id}-hint`, props.error && `${id}-error`].filter(Boolean).join(" ");
  return {
    id,
    name: props.name,
    required: props.required === true,
    "aria-required": props.required === "told" ? true : undefined,
    disabled: props.disabled,
    "aria-invalid": props.error ? true : undefined,
    "aria-describedby": described || undefined,
  };
}

export function Field(props: { field: FieldProps; links: FieldLinks; children: ReactNode }) {
  const { field, links } = props;
  return (
    <div className={classes("field", field.width, field.error && "wrong")}>
      <label htmlFor={links.id} className={classes("field-label", field.hideLabel && "hidden-text")}>
        {field.label}
        <RequiredMark required={field.required} optional={field.optional} />
      </label>
      <FieldHint id={`${links.id}-hint`} hint={field.hint} />
      {props.children}
      <FieldError id={`${links.id}-error`} error={field.error} />
    </div>
  );
}

export function RequiredMark({ required, optional }: Pick<FieldProps, "required" | "optional">) {
  const words = useKitWords();
  if (required) return <span className="field-need">{words.required}</span>;
  if (optional) return <span className="field-may">{words.optional}</span>;
  return null;
}

export function FieldHint({ id, hint }: { id: string; hint?: ReactNode }) {
  if (!hint) return null;
  return (
    <div className="field-hint" id={id}>
      {hint}
    </div>
  );
}

export function FieldError({ id, error }: { id: string; error?: string | null }) {
  if (!error) return null;
  return (
    <p className="field-error" id={id}>
      <Shape name="bang" />
      <span>{error}</span>
    </p>
  );
}
