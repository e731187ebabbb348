// A form for paper: marking form, protocol, verification slip. Black on white A4, with places to sign: a line for the pen, or
// what was drawn on a screen.
import type { ReactNode } from "react";
import { Facts } from "./Facts.tsx";

/** A place to sign: who, what is known of a signature on a screen, line by line, and what was drawn there. */
export type SignPlace = {
  readonly who: string;
  readonly notes?: readonly string[];
  readonly drawn?: { readonly address: string; readonly label: string } | null;
};

export function PrintSheet(props: {
  title: string;
  subtitle?: ReactNode;
  code?: string;
  meta?: readonly { label: string; value: ReactNode }[];
  signatures?: readonly (string | SignPlace)[];
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
          {props.signatures.map((one) => {
            const place: SignPlace = typeof one === "string" ? { who: one } : one;
            return <Place key={place.who} place={place} />;
          })}
        </div>
      )}
      {props.footer && <footer className="print-foot">{props.footer}</footer>}
    </article>
  );
}

function Place({ place: { who, notes = [], drawn } }: { place: SignPlace }) {
  return (
    <figure>
      <div className="print-sign-place">{drawn && <img src={drawn.address} alt={drawn.label} />}</div>
      <figcaption>
        {who}
        {notes.map((note) => (
          <small key={note}>{note}</small>
        ))}
      </figcaption>
    </figure>
  );
}
