// Looking for things: a GET form, so that the filters live in the address and work without JavaScript; POST for what no address may hold.
import { Form } from "@remix-run/react";
import { type ReactNode, useId } from "react";

export function SearchField(props: {
  /** The id of the field, where something on the page leads to it. */
  id?: string;
  label: string;
  name?: string;
  defaultValue?: string;
  placeholder?: string;
  submitLabel: string;
  action?: string;
  method?: "get" | "post";
  hint?: ReactNode;
  keep?: Readonly<Record<string, string>>;
  children?: ReactNode;
}) {
  const own = useId();
  const id = props.id ?? own;
  return (
    <Form method={props.method ?? "get"} action={props.action} className="search" role="search">
      {Object.entries(props.keep ?? {}).map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      <div className="search-words">
        <label htmlFor={id} className="hidden-text">
          {props.label}
        </label>
        <input
          id={id}
          type="search"
          name={props.name ?? "q"}
          defaultValue={props.defaultValue}
          placeholder={props.placeholder ?? props.label}
          className="input"
          autoComplete={props.method === "post" ? "off" : undefined}
          aria-describedby={props.hint ? `${id}-hint` : undefined}
        />
      </div>
      {props.children}
      <button type="submit" className="button secondary">
        {props.submitLabel}
      </button>
      {props.hint && (
        <p id={`${id}-hint`} className="field-hint">
          {props.hint}
        </p>
      )}
    </Form>
  );
}

/** Search, filters and export of a list, in one wrapping line above it. */
export function FilterBar({ children }: { children: ReactNode }) {
  return <div className="filters">{children}</div>;
}
