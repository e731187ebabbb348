// How things stand on a page: main beside aside, stacks, grids, rows. One spacing scale decides the gaps.
import type { ReactNode } from "react";
import { classes } from "./tone.ts";

export function Columns(props: {
  aside: ReactNode;
  asideFirstOnPhone?: boolean;
  /** Stands above the aside, and where there is one column above everything. */
  first?: ReactNode;
  children: ReactNode;
}) {
  return (
    <div
      className={classes(
        "columns",
        props.asideFirstOnPhone && "aside-first",
        props.first !== undefined && "with-first",
      )}
    >
      {props.first && <div className="columns-first">{props.first}</div>}
      <div className="columns-main">{props.children}</div>
      <aside className="columns-aside">{props.aside}</aside>
    </div>
  );
}

export function Stack({
  gap = "normal",
  children,
}: {
  gap?: "tight" | "normal" | "loose";
  children: ReactNode;
}) {
  return <div className={classes("stack", gap)}>{children}</div>;
}

export function Grid({
  min = "medium",
  children,
}: {
  min?: "tiny" | "small" | "medium" | "large";
  children: ReactNode;
}) {
  return <div className={classes("grid", min)}>{children}</div>;
}

export function Row({ between, children }: { between?: boolean; children: ReactNode }) {
  return <div className={classes("row", between && "between")}>{children}</div>;
}

export function VisuallyHidden({ children }: { children: ReactNode }) {
  return <span className="hidden-text">{children}</span>;
}
