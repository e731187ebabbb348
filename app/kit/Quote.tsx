// A clause, quoted whole and cited. Highlighting marks parts of it and never changes a character.
import type { ReactNode } from "react";

export function Quote(props: { children: string; cite?: ReactNode; highlight?: readonly string[] }) {
  return (
    <figure className="quote">
      <blockquote>{marked(props.children, props.highlight ?? [])}</blockquote>
      {props.cite && <figcaption>{props.cite}</figcaption>}
    </figure>
  );
}

/** Splits the clause at the first occurrence of each highlighted part; what is not found is not marked. */
function marked(clause: string, parts: readonly string[]): ReactNode[] {
  const spans = parts
    .map((part) => ({ from: part ? clause.indexOf(part) : -1, length: part.length }))
    .filter((span) => span.from >= 0)
    .sort((a, b) => a.from - b.from);
  const pieces: ReactNode[] = [];
  let at = 0;
  for (const span of spans) {
    if (span.from < at) continue;
    pieces.push(clause.slice(at, span.from));
    at = span.from + span.length;
    pieces.push(<mark key={span.from}>{clause.slice(span.from, at)}</mark>);
  }
  pieces.push(clause.slice(at));
  return pieces;
}
