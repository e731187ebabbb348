// A form's fields under one another. The stack names its fields' ids, so that two forms on a page with
// the same field never share one and the error summary finds its fields.
import { createContext, type ReactNode, useContext, useId } from "react";
import { classes } from "./tone.ts";

const FormName = createContext<string | null>(null);

export function FormStack({ id, wide, children }: { id?: string; wide?: boolean; children: ReactNode }) {
  const own = useId();
  return (
    <FormName.Provider value={id ?? own}>
      <div className={classes("form-stack", wide && "wide")}>{children}</div>
    </FormName.Provider>
  );
}

/** The id of a field in this form; outside a stack each field has one of its own. */
export function useFieldId(name: string, given?: string, form?: string): string {
  const own = useId();
  const stack = useContext(FormName);
  return given ?? `${form ?? stack ?? own}-${name}`;
}

export function FormRow({ children }: { children: ReactNode }) {
  return <div className="form-row">{children}</div>;
}

/** `inSight`: stays at the foot of the window while its long form is on the screen. */
export function FormActions({ inSight, children }: { inSight?: boolean; children: ReactNode }) {
  return <div className={classes("form-actions", inSight && "in-sight")}>{children}</div>;
}

export function Fieldset(props: {
  legend: ReactNode;
  hint?: ReactNode;
  error?: string;
  children: ReactNode;
}) {
  const said = useId();
  const described = props.hint || props.error ? said : undefined;
  return (
    <fieldset className="fieldset" aria-describedby={described}>
      <legend>{props.legend}</legend>
      {(props.hint || props.error) && (
        <div id={said}>
          {props.hint && <p className="field-hint">{props.hint}</p>}
          {props.error && <p className="field-error">{props.error}</p>}
        </div>
      )}
      {props.children}
    </fieldset>
  );
}
