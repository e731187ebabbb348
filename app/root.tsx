// The document around every page, the frame for its audience, and the page that shows a refusal.
import type { LinksFunction, LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import {
  isRouteErrorResponse,
  Links,
  Meta,
  Outlet,
  Scripts,
  ScrollRestoration,
  useLoaderData,
  useRouteError,
  useRouteLoaderData,
} from "@remix-run/react";
import type { ReactNode } from "react";
import { Actions, BareShell, ButtonLink, Card, KitWordsProvider, UnderWay } from "#app/kit/index.ts";
import { useForgetOthers } from "#app/live/forget-others.ts";
import { htmlLanguage } from "#words/language.ts";
import { BackButton } from "./back-button.tsx";
import { navigation } from "./navigation.ts";
import styles from "./styles/index.css?url";

export const links: LinksFunction = () => [
  { rel: "stylesheet", href: styles },
  { rel: "icon", href: "/icon.svg", type: "image/svg+xml" },
  { rel: "apple-touch-icon", href: "/icon-180.png" },
  { rel: "manifest", href: "/manifest.webmanifest" },
];
export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: data ? `${data.shell.brand} · ${data.shell.tagline}` : "汴赛" },
];

export function loader({ context, request }: LoaderFunctionArgs) {
  const { actor, words, services, language, nonce } = context;
  return {
    language,
    nonce,
    shell: words.shell,
    terms: words.terms,
    demo: services.mode === "demonstration",
    now: services.now().toISOString(),
    path: new URL(request.url).pathname,
    who: actor ? { name: actor.name, login: actor.login } : null,
    nav: navigation(actor, words.shell.nav, services.mode === "demonstration"),
  };
}

export function Layout({ children }: { children: ReactNode }) {
  const data = useRouteLoaderData<typeof loader>("root");
  return (
    <html lang={htmlLanguage[data?.language ?? "zh"]}>
      <head>
        <meta charSet="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="theme-color" content="#12312e" />
        <Meta />
        <Links />
      </head>
      <body>
        {data ? (
          <KitWordsProvider words={data.shell.kit}>
            <UnderWay />
            {children}
          </KitWordsProvider>
        ) : (
          children
        )}
        <ScrollRestoration nonce={data?.nonce} />
        <Scripts nonce={data?.nonce} />
      </body>
    </html>
  );
}

export default function Root() {
  const { who } = useLoaderData<typeof loader>();
  useForgetOthers(who?.login ?? null);
  return <Outlet />;
}

export function ErrorBoundary() {
  const error = useRouteError();
  const shell = useRouteLoaderData<typeof loader>("root")?.shell;
  const told = isRouteErrorResponse(error)
    ? error.status === 404 && !error.data
      ? shell?.errors.notFound
      : error.status === 405
        ? shell?.errors.notTaken
        : String(error.data)
    : shell?.errors.unknown;
  return (
    <BareShell>
      <Card title={shell?.errors.title ?? "出现问题"} level={1}>
        <p role="alert">{told ?? "系统出现错误，请返回首页重试。"}</p>
        <Actions>
          <BackButton label={shell?.errors.previous ?? "返回上一页"} />
          <ButtonLink to="/" reloadDocument>
            {shell?.errors.back ?? "返回首页"}
          </ButtonLink>
        </Actions>
      </Card>
    </BareShell>
  );
}
