// A form for paper: marking form, protocol, verification slip. Black on white A4, with lines to sign on.
import type { ReactNode } from "react";
import { Facts } from "./Facts.tsx";

export function PrintSheet(props: {
  title: string;
  subtitle?: ReactNode;
  code?: string;
  meta?: readonly { label: string; value: ReactNode }[];
  signatures?: readonly string[];
  footer?: ReactNode;
  /** 2 where several forms stand under the heading of the page. */
  level?: 1 | 2;
  children?: ReactNode;
}) {
  const Heading = `h${props.level ?? 1}` as const;
  return (
    <article className="print-sheet">
      <header className="print-head">
        <div>
          <Heading>{props.title}</Heading>
          {props.subtitle && <p>{props.subtitle}</p>}
        </div>
        {props.code && <p className="print-code">{props.code}</p>}
      </header>
      {props.meta && <Facts items={props.meta} plain />}
      {props.children}
      {props.signatures && (
        <div className="print-signatures">
          {props.signatures.map((who) => (
            <p key={who}>{who}</p>
          ))}
        </div>
      )}
      {props.footer && <footer className="print-foot">{props.footer}</footer>}
    </article>
  );
}
