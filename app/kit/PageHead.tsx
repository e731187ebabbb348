// The head of a page: its name in serif, what state it is in, the one primary action.
import { Link } from "@remix-run/react";
import type { ReactNode } from "react";
import { classes } from "./tone.ts";

export function PageHead(props: {
  title: ReactNode;
  badges?: ReactNode;
  actions?: ReactNode;
  lead?: ReactNode;
  above?: ReactNode;
  serif?: boolean;
}) {
  return (
    <header className="page-head">
      {props.above}
      <div className="page-head-line">
        <div className="page-head-title">
          <h1 className={classes(props.serif === false && "sans")}>{props.title}</h1>
          {props.badges}
        </div>
        {props.actions && <div className="actions">{props.actions}</div>}
      </div>
      {props.lead && <div className="lead">{props.lead}</div>}
    </header>
  );
}

export function Crumbs(props: { label: string; items: readonly { to?: string; label: string }[] }) {
  return (
    <nav className="crumbs" aria-label={props.label}>
      <ol>
        {props.items.map((item, index) => (
          <li key={item.to ?? item.label}>
            {item.to ? (
              <Link to={item.to}>{item.label}</Link>
            ) : (
              <span aria-current={index === props.items.length - 1 ? "page" : undefined}>{item.label}</span>
            )}
          </li>
        ))}
      </ol>
    </nav>
  );
}

export function Section(props: {
  title: ReactNode;
  lead?: ReactNode;
  actions?: ReactNode;
  id?: string;
  children: ReactNode;
}) {
  return (
    <section className="section" id={props.id}>
      <div className="section-head">
        <h2>{props.title}</h2>
        {props.actions && <div className="actions">{props.actions}</div>}
      </div>
      {props.lead && <div className="lead">{props.lead}</div>}
      {props.children}
    </section>
  );
}
