// Fields of writing: text, number (exact decimals stay text), password, long text.
import { type InputHTMLAttributes, type Ref, type TextareaHTMLAttributes, useId } from "react";
import { Field, type FieldProps, useField } from "./Field.tsx";
import { classes } from "./tone.ts";

type Native = Pick<
  InputHTMLAttributes<HTMLInputElement>,
  | "defaultValue"
  | "placeholder"
  | "autoComplete"
  | "inputMode"
  | "minLength"
  | "maxLength"
  | "pattern"
  | "readOnly"
  | "autoFocus"
  | "onChange"
>;

export type TextFieldProps = FieldProps &
  Native & { type?: "text" | "email" | "tel" | "url" | "search"; list?: readonly string[]; mono?: boolean };

export function TextField(props: TextFieldProps) {
  const links = useField(props);
  const listId = useId();
  return (
    <Field field={props} links={links}>
      <input
        {...native(props)}
        {...links}
        type={props.type ?? "text"}
        className={classes("input", props.mono && "mono")}
        list={props.list ? listId : undefined}
      />
      {props.list && (
        <datalist id={listId}>
          {props.list.map((value) => (
            <option key={value} value={value} />
          ))}
        </datalist>
      )}
    </Field>
  );
}

export function PasswordField(props: FieldProps & Native & { inputRef?: Ref<HTMLInputElement> }) {
  const links = useField(props);
  return (
    <Field field={props} links={links}>
      <input
        {...native(props)}
        {...links}
        ref={props.inputRef}
        type="password"
        className="input"
        autoComplete={props.autoComplete ?? "current-password"}
      />
    </Field>
  );
}

/** A figure: never type=number, which rounds, scrolls and hides what was typed. */
export function NumberField(props: FieldProps & Native & { unit?: string; whole?: boolean }) {
  const links = useField({ width: "short", ...props });
  return (
    <Field field={{ width: "short", ...props }} links={links}>
      <span className="input-unit">
        <input
          {...native(props)}
          {...links}
          type="text"
          inputMode={props.whole ? "numeric" : "decimal"}
          className="input figure"
          autoComplete={props.autoComplete ?? "off"}
        />
        {props.unit && <span>{props.unit}</span>}
      </span>
    </Field>
  );
}

export type TextAreaFieldProps = FieldProps &
  Pick<
    TextareaHTMLAttributes<HTMLTextAreaElement>,
    "defaultValue" | "rows" | "maxLength" | "placeholder" | "readOnly" | "onChange"
  >;

export function TextAreaField(props: TextAreaFieldProps) {
  const links = useField(props);
  return (
    <Field field={props} links={links}>
      <textarea
        {...links}
        className="input area"
        rows={props.rows ?? 4}
        defaultValue={props.defaultValue}
        maxLength={props.maxLength}
        placeholder={props.placeholder}
        readOnly={props.readOnly}
        onChange={props.onChange}
      />
    </Field>
  );
}

function native(props: Native): Native {
  return {
    defaultValue: props.defaultValue,
    placeholder: props.placeholder,
    autoComplete: props.autoComplete,
    inputMode: props.inputMode,
    minLength: props.minLength,
    maxLength: props.maxLength,
    pattern: props.pattern,
    readOnly: props.readOnly,
    autoFocus: props.autoFocus,
    onChange: props.onChange,
  };
}
