// One of a list, with the device's own list.
import type { ChangeEventHandler } from "react";
import { Field, type FieldProps, useField } from "./Field.tsx";

export type SelectOption = string | { value: string; label: string; disabled?: boolean };
export type SelectGroup = { label: string; options: readonly SelectOption[] };

export type SelectFieldProps = FieldProps & {
  options: readonly (SelectOption | SelectGroup)[];
  placeholder?: string;
  defaultValue?: string;
  onChange?: ChangeEventHandler<HTMLSelectElement>;
};

export function SelectField(props: SelectFieldProps) {
  const links = useField(props);
  return (
    <Field field={props} links={links}>
      <span className="select">
        <select {...links} className="input" defaultValue={props.defaultValue} onChange={props.onChange}>
          {props.placeholder !== undefined && <option value="">{props.placeholder}</option>}
          {props.options.map((entry) =>
            typeof entry !== "string" && "options" in entry ? (
              <optgroup key={entry.label} label={entry.label}>
                {entry.options.map(drawOption)}
              </optgroup>
            ) : (
              drawOption(entry)
            ),
          )}
        </select>
        <svg viewBox="0 0 16 16" className="shape" aria-hidden="true">
          <path d="M3.5 6L8 10.5 12.5 6" />
        </svg>
      </span>
    </Field>
  );
}

function drawOption(option: SelectOption) {
  const { value, label, disabled } =
    typeof option === "string" ? { value: option, label: option, disabled: false } : option;
  return (
    <option key={value} value={value} disabled={disabled}>
      {label}
    </option>
  );
}
