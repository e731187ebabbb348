// The frames of a page: staff (work), public (reading), bare (one narrow card: signing in, an error).
import type { ReactNode } from "react";
import { Brand } from "./Brand.tsx";
import { DemoRibbon, TopBar, type TopBarProps } from "./TopBar.tsx";
import { classes } from "./tone.ts";

export function StaffShell({
  children,
  wide,
  ...bar
}: TopBarProps & { wide?: boolean; children: ReactNode }) {
  return (
    <div className="shell">
      <TopBar {...bar} />
      <main id="main" tabIndex={-1} className={classes("page", wide && "wide")}>
        {children}
      </main>
    </div>
  );
}

export function PublicShell({
  children,
  footer,
  ...bar
}: TopBarProps & { footer?: ReactNode; children: ReactNode }) {
  return (
    <div className="shell public">
      <TopBar {...bar} />
      <main id="main" tabIndex={-1} className="page">
        {children}
      </main>
      {footer && <footer className="page-foot">{footer}</footer>}
    </div>
  );
}

export function BareShell({
  children,
  demo,
  languageSwitch,
}: {
  children: ReactNode;
  demo?: string;
  languageSwitch?: ReactNode;
}) {
  return (
    <div className="shell bare">
      <header>
        <DemoRibbon demo={demo} />
        <div className="bare-head">
          <Brand />
          {languageSwitch}
        </div>
      </header>
      <main id="main" tabIndex={-1} className="bare-page">
        {children}
      </main>
    </div>
  );
}
