// The frame of ordinary pages: top bar with what this person may open, language switch, sign-out, demonstration ribbon.
import { Form, useRouteLoaderData } from "@remix-run/react";
import type { ReactNode } from "react";
import { ButtonLink, PublicShell, StaffShell, SubmitButton } from "#app/kit/index.ts";
import type { loader as rootLoader } from "./root.tsx";

export function useShell() {
  return useRouteLoaderData<typeof rootLoader>("root")!;
}

/** `tools` stand beside the language switch, e.g. a connection mark. */
export function Frame({ children, tools, wide }: { children: ReactNode; tools?: ReactNode; wide?: boolean }) {
  const { shell, nav, who, demo } = useShell();
  const common = {
    nav,
    navLabel: shell.menu,
    skipLabel: shell.skip,
    demo: demo ? shell.demo : undefined,
    languageSwitch: <LanguageSwitch />,
    tools,
  };
  if (!who) {
    return (
      <PublicShell
        {...common}
        signIn={<ButtonLink to="/sign-in">{shell.signIn.title}</ButtonLink>}
        footer={shell.tagline}
      >
        {children}
      </PublicShell>
    );
  }
  return (
    <StaffShell
      {...common}
      who={who.name}
      signOut={{ action: "/sign-out", label: shell.signOut }}
      wide={wide}
    >
      {children}
    </StaffShell>
  );
}

function LanguageSwitch() {
  const { shell, language, path } = useShell();
  return (
    <Form method="post" action="/language">
      <input type="hidden" name="to" value={path} />
      <SubmitButton variant="quiet" size="small" name="language" value={language === "zh" ? "en" : "zh"}>
        {shell.language}
      </SubmitButton>
    </Form>
  );
}
