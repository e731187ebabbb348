// The bar that staff and public pages share: brand, places to go, who is here. On a phone the places
// become one line that scrolls by itself, so nothing else on the page overflows.
import { Form, NavLink } from "@remix-run/react";
import type { ReactNode } from "react";
import { Brand } from "./Brand.tsx";
import { classes } from "./tone.ts";
import { useKitWords } from "./words.tsx";

export type Place = { to: string; label: string; end?: boolean };

export type TopBarProps = {
  nav: readonly Place[];
  navLabel?: string;
  homeTo?: string;
  tools?: ReactNode;
  who?: ReactNode;
  signIn?: ReactNode;
  signOut?: { action: string; label: string };
  languageSwitch?: ReactNode;
  demo?: string;
  skipLabel?: string;
};

export function TopBar(props: TopBarProps) {
  const words = useKitWords();
  return (
    <>
      <a className="skip" href="#main">
        {props.skipLabel ?? words.skip}
      </a>
      <header>
        <DemoRibbon demo={props.demo} />
        <div className="topbar">
          <Brand to={props.homeTo} />
          {props.nav.length > 0 && (
            <nav className="topbar-nav" aria-label={props.navLabel}>
              <ul>
                {props.nav.map((place) => (
                  <li key={place.to}>
                    <NavLink to={place.to} end={place.end}>
                      {place.label}
                    </NavLink>
                  </li>
                ))}
              </ul>
            </nav>
          )}
          {props.tools && <div className="topbar-tools">{props.tools}</div>}
          <div className="topbar-end">
            {props.who && <span className="topbar-who">{props.who}</span>}
            {props.languageSwitch}
            {props.signIn}
            {props.signOut && (
              <Form method="post" action={props.signOut.action}>
                <button type="submit" className="button quiet small">
                  {props.signOut.label}
                </button>
              </Form>
            )}
          </div>
        </div>
      </header>
    </>
  );
}

export function DemoRibbon({ demo, dark }: { demo?: string; dark?: boolean }) {
  if (!demo) return null;
  return <p className={classes("demo", dark && "dark")}>{demo}</p>;
}
