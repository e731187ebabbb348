// The hall screen: dark celadon, sized by the screen itself so that it reads from 20 m at any resolution.
import type { ReactNode } from "react";
import { DemoRibbon } from "./TopBar.tsx";

export function HallShell(props: {
  title: string;
  subtitle?: ReactNode;
  clock?: string;
  status?: ReactNode;
  demo?: string;
  footer?: ReactNode;
  children: ReactNode;
}) {
  return (
    <div className="hall">
      <header>
        <DemoRibbon demo={props.demo} dark />
        <div className="hall-head">
          <div>
            <h1>{props.title}</h1>
            {props.subtitle && <p className="hall-subtitle">{props.subtitle}</p>}
          </div>
          <div className="hall-now">
            {props.clock && <p className="hall-clock">{props.clock}</p>}
            {props.status && <div className="hall-status">{props.status}</div>}
          </div>
        </div>
      </header>
      <main id="main" tabIndex={-1} className="hall-main">
        {props.children}
      </main>
      {props.footer && <footer className="hall-foot">{props.footer}</footer>}
    </div>
  );
}

export function HallColumns({ children, aside }: { children: ReactNode; aside: ReactNode }) {
  return (
    <div className="hall-columns">
      <div>{children}</div>
      <div>{aside}</div>
    </div>
  );
}

export function HallTiles({ children }: { children: ReactNode }) {
  return <div className="hall-tiles">{children}</div>;
}

/** One skill and how much of it is marked; `label` says the percentage in words (已评 68%). */
export function HallTile(props: { name: string; percent: number; label: string; note?: ReactNode }) {
  const percent = Math.max(0, Math.min(100, props.percent));
  return (
    <section className="hall-tile">
      <h2>{props.name}</h2>
      <svg className="hall-bar" width="100%" height="12" aria-hidden="true">
        <rect className="track" width="100%" height="100%" rx="6" />
        {percent > 0 && <rect className="filled" width={`${percent}%`} height="100%" rx="6" />}
      </svg>
      <p>
        <span>{props.label}</span>
        {props.note && <span>{props.note}</span>}
      </p>
    </section>
  );
}

/** The raised panel beside the tiles; `mark` is the framed warning (实时成绩（非最终）). */
export function HallPanel(props: {
  title: string;
  mark?: string;
  start?: ReactNode;
  end?: ReactNode;
  children: ReactNode;
}) {
  return (
    <section className="hall-panel">
      <div className="hall-panel-head">
        <h2>{props.title}</h2>
        {props.mark && <p className="hall-mark">{props.mark}</p>}
      </div>
      {(props.start || props.end) && (
        <p className="hall-panel-facts">
          <span>{props.start}</span>
          <span>{props.end}</span>
        </p>
      )}
      {props.children}
    </section>
  );
}
