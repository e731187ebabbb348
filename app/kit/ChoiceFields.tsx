// Yes or no, several of a few, one of a few: native boxes and radios inside targets a thumb can hit.
import type { ChangeEventHandler, ReactNode } from "react";
import { FieldError, FieldHint, type FieldProps, RequiredMark, useField } from "./Field.tsx";
import { classes } from "./tone.ts";

export type CheckFieldProps = Omit<FieldProps, "label" | "hideLabel" | "width"> & {
  label: ReactNode;
  value?: string;
  defaultChecked?: boolean;
  onChange?: ChangeEventHandler<HTMLInputElement>;
};

export function CheckField(props: CheckFieldProps) {
  const links = useField({ ...props, label: props.name });
  return (
    <div className={classes("field", props.error && "wrong")}>
      <label className="check" htmlFor={links.id}>
        <input
          {...links}
          type="checkbox"
          value={props.value ?? "on"}
          defaultChecked={props.defaultChecked}
          onChange={props.onChange}
        />
        <span>
          {props.label}
          <RequiredMark required={props.required} optional={props.optional} />
        </span>
      </label>
      <FieldHint id={`${links.id}-hint`} hint={props.hint} />
      <FieldError id={`${links.id}-error`} error={props.error} />
    </div>
  );
}

type Choice = { value: string; label: ReactNode; hint?: ReactNode; disabled?: boolean };

type GroupProps = Omit<FieldProps, "width" | "label"> & { options: readonly Choice[] };

export function CheckGroup(
  props: GroupProps & { legend: ReactNode; defaultValues?: readonly string[]; columns?: 1 | 2 | 3 },
) {
  return <ChoiceGroup {...props} title={props.legend} type="checkbox" chosen={props.defaultValues ?? []} />;
}

export function RadioCards(
  props: GroupProps & {
    label: ReactNode;
    defaultValue?: string;
    columns?: 1 | 2 | 3;
    onChange?: ChangeEventHandler<HTMLInputElement>;
  },
) {
  const chosen = props.defaultValue === undefined ? [] : [props.defaultValue];
  return <ChoiceGroup {...props} title={props.label} type="radio" chosen={chosen} />;
}

function ChoiceGroup(
  props: GroupProps & {
    title: ReactNode;
    type: "radio" | "checkbox";
    chosen: readonly string[];
    columns?: 1 | 2 | 3;
    onChange?: ChangeEventHandler<HTMLInputElement>;
  },
) {
  const links = useField({ ...props, label: props.name });
  return (
    <fieldset
      className={classes("choices", props.columns && `of-${props.columns}`, props.error && "wrong")}
      aria-describedby={links["aria-describedby"]}
      disabled={props.disabled}
    >
      <legend className={classes("field-label", props.hideLabel && "hidden-text")}>
        {props.title}
        <RequiredMark required={props.required} optional={props.optional} />
      </legend>
      <FieldHint id={`${links.id}-hint`} hint={props.hint} />
      <div className="choices-list">
        {props.options.map((option, index) => (
          <label key={option.value} className="choice">
            <input
              id={index === 0 ? links.id : undefined}
              type={props.type}
              name={props.name}
              value={option.value}
              defaultChecked={props.chosen.includes(option.value)}
              disabled={option.disabled}
              required={props.type === "radio" ? links.required : undefined}
              aria-invalid={links["aria-invalid"]}
              onChange={props.onChange}
            />
            <span>
              <span className="choice-label">{option.label}</span>
              {option.hint && <span className="choice-hint">{option.hint}</span>}
            </span>
          </label>
        ))}
      </div>
      <FieldError id={`${links.id}-error`} error={props.error} />
    </fieldset>
  );
}
