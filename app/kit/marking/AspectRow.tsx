// One aspect of a sheet: what is asked on the left, the mark under the thumb on the right, its state below.
import { type ReactNode, useId } from "react";
import { classes } from "../tone.ts";

export function AspectRow(props: {
  kindBadge: string;
  kindLabel: string;
  title: string;
  requirement?: ReactNode;
  id: string;
  max: string;
  active?: boolean;
  unset?: boolean;
  state: ReactNode;
  children: ReactNode;
  details?: ReactNode;
  /** In the line of the state, before the id. */
  beside?: ReactNode;
  /** Under the row, as wide as the sheet. */
  below?: ReactNode;
  anchor?: string;
  onFocus?: () => void;
}) {
  const named = useId();
  return (
    <section
      id={props.anchor}
      className={classes("aspect", props.active && "active", props.unset && "unset")}
      aria-labelledby={named}
      aria-current={props.active ? "true" : undefined}
      onFocus={props.onFocus}
    >
      <div className="aspect-ask">
        <h3 id={named}>
          <abbr className="aspect-kind" title={props.kindLabel}>
            {props.kindBadge}
          </abbr>
          {props.title}
        </h3>
        {props.requirement && <div className="aspect-requirement">{props.requirement}</div>}
        {props.details}
      </div>
      <div className="aspect-answer">
        {props.children}
        <div className="aspect-foot">
          {props.state}
          {props.beside}
          <p className="aspect-id">
            {props.id} · {props.max}
          </p>
        </div>
      </div>
      {props.below}
    </section>
  );
}

/** The head of one sub-criterion on the sheet and the rows under it. */
export function SheetSection(props: {
  title: string;
  detail?: ReactNode;
  note?: ReactNode;
  children: ReactNode;
}) {
  return (
    <section className="sheet-section">
      <div className="sheet-section-head">
        <h2>{props.title}</h2>
        {props.detail && <p>{props.detail}</p>}
        {props.note && <p className="badge neutral">{props.note}</p>}
      </div>
      {props.children}
    </section>
  );
}
