// Views of one thing, as links: each has its own address, so back and refresh keep the place.
// `active` decides when views differ only by their query, which the router does not compare.
import { Link, NavLink } from "@remix-run/react";
import type { ReactNode } from "react";

export type Tab = { to: string; label: string; count?: ReactNode; end?: boolean; active?: boolean };

export function Tabs({ label, items }: { label: string; items: readonly Tab[] }) {
  return (
    <nav className="tabs" aria-label={label}>
      <ul>
        {items.map((item) => (
          <li key={item.to}>{tabLink(item)}</li>
        ))}
      </ul>
    </nav>
  );
}

function tabLink(item: Tab): ReactNode {
  const inside = (
    <>
      {item.label}
      {item.count !== undefined && <span className="tabs-count">{item.count}</span>}
    </>
  );
  if (item.active !== undefined) {
    return (
      <Link to={item.to} aria-current={item.active ? "page" : undefined}>
        {inside}
      </Link>
    );
  }
  return (
    <NavLink to={item.to} end={item.end ?? true}>
      {inside}
    </NavLink>
  );
}
