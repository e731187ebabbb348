// Pages of a long list, as links: first, last, the neighbours and the one shown.
import { Link } from "@remix-run/react";
import type { ReactNode } from "react";
import { useKitWords } from "./words.tsx";

export function Pager(props: {
  label: string;
  page: number;
  pages: number;
  summary?: ReactNode;
  hrefFor: (page: number) => string;
}) {
  const words = useKitWords();
  const { page, pages, hrefFor } = props;
  if (pages <= 1) return props.summary ? <p className="pager-summary">{props.summary}</p> : null;
  return (
    <nav className="pager" aria-label={props.label}>
      {props.summary && <p className="pager-summary">{props.summary}</p>}
      <ul>
        {page > 1 && (
          <li>
            <Link to={hrefFor(page - 1)} rel="prev">
              {words.previous}
            </Link>
          </li>
        )}
        {shownPages(page, pages).map((shown, index) => (
          <li key={index}>
            {shown === null ? (
              <span aria-hidden="true">…</span>
            ) : (
              <Link to={hrefFor(shown)} aria-current={shown === page ? "page" : undefined}>
                {shown}
              </Link>
            )}
          </li>
        ))}
        {page < pages && (
          <li>
            <Link to={hrefFor(page + 1)} rel="next">
              {words.next}
            </Link>
          </li>
        )}
      </ul>
    </nav>
  );
}

/** The page numbers to draw; null stands for a gap. */
function shownPages(page: number, pages: number): (number | null)[] {
  const wanted = [1, page - 1, page, page + 1, pages].filter((n) => n >= 1 && n <= pages);
  const ordered = [...new Set(wanted)].sort((a, b) => a - b);
  return ordered.flatMap((n, index) => {
    const before = ordered[index - 1];
    return before !== undefined && n - before > 1 ? [null, n] : [n];
  });
}
