// Dates and times with the device's own pickers; values are Shanghai wall-clock text (2027-05-09T08:30).
import { Field, type FieldProps, useField } from "./Field.tsx";

export type DateFieldProps = FieldProps & { defaultValue?: string; min?: string; max?: string };

export function DateField(props: DateFieldProps) {
  return <Picker {...props} type="date" />;
}

export function DateTimeField(props: DateFieldProps) {
  return <Picker {...props} type="datetime-local" />;
}

export function TimeField(props: DateFieldProps) {
  return <Picker {...props} type="time" />;
}

function Picker({ type, ...rest }: DateFieldProps & { type: "date" | "datetime-local" | "time" }) {
  const field = { width: "short" as const, ...rest };
  const links = useField(field);
  return (
    <Field field={field} links={links}>
      <input
        {...links}
        type={type}
        className="input figure"
        defaultValue={rest.defaultValue}
        min={rest.min}
        max={rest.max}
      />
    </Field>
  );
}
