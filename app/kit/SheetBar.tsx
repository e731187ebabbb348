// The judge's frame and the identity bar one cannot mistake: the last-layer code alone, huge, never
// with a station, an order or a competition number.
import type { ReactNode } from "react";

export function SheetShell({ children }: { children: ReactNode }) {
  return (
    <main id="main" tabIndex={-1} className="sheet-page">
      {children}
    </main>
  );
}

export function SheetBar(props: {
  codeLabel: string;
  code: string;
  facts: readonly { label: string; value: ReactNode }[];
  connection?: ReactNode;
  clock?: string;
}) {
  return (
    <header className="sheet-bar">
      <h1 className="sheet-code">
        <small>{props.codeLabel}</small>
        <span translate="no">{props.code}</span>
      </h1>
      <dl className="sheet-facts">
        {props.facts.map((fact) => (
          <div key={fact.label}>
            <dt>{fact.label}</dt>
            <dd>{fact.value}</dd>
          </div>
        ))}
      </dl>
      <div className="sheet-now">
        {props.connection}
        {props.clock && <p>{props.clock}</p>}
      </div>
    </header>
  );
}
