// Named facts, and the short lists that stand beside the work (what waits, what is missing).
import { Link } from "@remix-run/react";
import type { ReactNode } from "react";
import { ButtonLink } from "./Button.tsx";
import { Shape } from "./Shape.tsx";
import { classes, type Tone } from "./tone.ts";

export type Fact = { label: string; value: ReactNode; wide?: boolean };

export function Facts({ items, plain }: { items: readonly Fact[]; plain?: boolean }) {
  return (
    <dl className={classes("facts", plain && "plain")}>
      {items.map((item) => (
        <div key={item.label} className={classes(item.wide && "wide")}>
          <dt>{item.label}</dt>
          <dd>{item.value}</dd>
        </div>
      ))}
    </dl>
  );
}

export type RowItem = {
  key?: string;
  title: ReactNode;
  detail?: ReactNode;
  value?: ReactNode;
  to?: string;
  tone?: Tone;
  /** Something else that can be done about it, below the line. */
  action?: { label: string; to: string };
};

/** One line per thing: a name, perhaps a sentence, perhaps a figure; the whole line leads to its place. */
export function RowList({ items, label }: { items: readonly RowItem[]; label?: string }) {
  return (
    <ul className="rows" aria-label={label}>
      {items.map((item, index) => {
        const inside = (
          <>
            <span className="rows-text">
              <span className={classes("rows-name", item.detail !== undefined && "rows-title")}>
                {item.title}
              </span>
              {item.detail !== undefined && <span className="rows-detail">{item.detail}</span>}
            </span>
            {item.value !== undefined && (
              <span className={classes("rows-value", item.tone)}>{item.value}</span>
            )}
            {item.to && <Shape name="next" />}
          </>
        );
        return (
          <li key={item.key ?? index}>
            {item.to ? (
              <Link to={item.to} className="rows-line">
                {inside}
              </Link>
            ) : (
              <div className="rows-line">{inside}</div>
            )}
            {item.action && (
              <ButtonLink to={item.action.to} size="small">
                {item.action.label}
              </ButtonLink>
            )}
          </li>
        );
      })}
    </ul>
  );
}
