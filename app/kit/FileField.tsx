// A file from the device (a roster, a scheme, a photograph as evidence); the form must be multipart.
import type { ChangeEventHandler } from "react";
import { Field, type FieldProps, useField } from "./Field.tsx";

export type FileFieldProps = FieldProps & {
  accept?: string;
  multiple?: boolean;
  capture?: "environment" | "user";
  onChange?: ChangeEventHandler<HTMLInputElement>;
};

export function FileField(props: FileFieldProps) {
  const links = useField(props);
  return (
    <Field field={props} links={links}>
      <input
        {...links}
        type="file"
        className="input file"
        accept={props.accept}
        multiple={props.multiple}
        capture={props.capture}
        onChange={props.onChange}
      />
    </Field>
  );
}
