// The HTTP side: security headers, static files, own-origin check, and Remix with the services in its load context.
import { randomBytes } from "node:crypto";
import { resolve } from "node:path";
import { createRequestHandler } from "@remix-run/express";
import type { AppLoadContext, ServerBuild } from "@remix-run/node";
import compression from "compression";
import express, { type Express, type Request, type Response } from "express";
import helmet from "helmet";
import { type RefusalCode, refusals } from "#domain/refusals.ts";
import { wordsFor } from "#words/index.ts";
import { readLanguage } from "#words/language.ts";
import { refusalSentence } from "#words/refusals.ts";
import { isOwnOrigin, sessionToken } from "../live/handshake.ts";
import type { Services } from "../services.ts";

/** Bytes of the largest form taken; parsing blocks every judge's socket, and no form of ours comes near it. */
const largestForm = 256 * 1024;
/** The pages that take a file (a marking scheme's workbook, a judge's photo); they parse nothing before they know the sender. */
const takesFile: readonly { readonly path: RegExp; readonly largest: number }[] = [
  { path: /^\/manage\/skills\/[0-9a-f-]+\/scheme(\.data)?$/, largest: 12 * 1024 * 1024 },
  // A camera's own file, posted without a script, is larger than what is kept: the page refuses it with a sentence.
  { path: /^\/judge\/sheets\/[^/]+(\/evidence)?$/, largest: 8 * 1024 * 1024 },
];
const largestBody = (path: string): number =>
  takesFile.find((one) => one.path.test(path))?.largest ?? largestForm;

export type Front = {
  readonly services: Services;
  /** Express "trust proxy": hops or addresses; false without a proxy. */
  readonly trustProxy: number | string | false;
  readonly publicUrl: string | undefined;
  /** The built application, or Vite's middleware and loader in development. */
  readonly build: ServerBuild | (() => Promise<ServerBuild>);
  readonly middleware?: express.RequestHandler;
  readonly production: boolean;
};

export function createApp(front: Front): Express {
  const app = express();
  app.disable("x-powered-by");
  app.set("trust proxy", front.trustProxy);
  app.use((_request, response, next) => {
    response.locals.nonce = randomBytes(16).toString("base64");
    next();
  });
  app.use(headers(front.production));
  app.use(compression());
  if (front.middleware) app.use(front.middleware);
  else
    app.use(
      "/assets",
      express.static(resolve("build/client/assets"), { immutable: true, maxAge: "1y", fallthrough: false }),
    );
  app.use(
    express.static(resolve(front.production ? "build/client" : "public"), { maxAge: "1h", index: false }),
  );
  app.get("/healthz", (_request, response) => void response.json({ ok: true }));
  app.use((request, response, next) => {
    if (!["GET", "HEAD", "POST"].includes(request.method))
      return void response.status(405).set("Allow", "GET, HEAD, POST").end();
    // Remix builds an address of it; a name that is none is nobody's.
    if (!URL.canParse(`http://${request.headers.host ?? ""}/`) || /[@/\s]/.test(request.headers.host ?? ""))
      return void response.status(400).end();
    next();
  });
  app.use((request, response, next) => {
    if (["GET", "HEAD"].includes(request.method) || isOwnOrigin(request, front.publicUrl)) return next();
    refuseWith(request, response, "access.foreign-origin");
  });
  app.use((request, response, next) => {
    // A body of undeclared length could be of any length; browsers always declare it.
    const length = request.headers["transfer-encoding"]
      ? Infinity
      : Number(request.headers["content-length"] ?? 0);
    if (length <= largestBody(request.path)) return next();
    // A client that is still sending reads the answer only if its line stays open; what it sends is dropped.
    request.resume();
    refuseWith(request, response, "input.too-large");
  });
  app.use((_request, response, next) => {
    response.setHeader("Cache-Control", "no-store");
    next();
  });
  app.use(
    createRequestHandler({
      build: front.build,
      mode: front.production ? "production" : "development",
      getLoadContext: (request, response) => loadContext(front, request, response),
    }),
  );
  return app;
}

function refuseWith(request: Request, response: Response, code: RefusalCode): void {
  const language = readLanguage(cookieOf(request, "language"));
  response.status(refusals[code]).type("text/plain; charset=utf-8").send(refusalSentence({ code }, language));
}

async function loadContext(front: Front, request: Request, response: Response): Promise<AppLoadContext> {
  const token = sessionToken(request.headers.cookie);
  const language = readLanguage(cookieOf(request, "language"));
  const actor = await front.services.access.whoIs(token);
  // The service worker keeps a judge's page under this login alone, and forgets it when the login is another.
  response.setHeader("X-Biansai-Login", actor ? encodeURIComponent(actor.login) : "-");
  return {
    services: front.services,
    actor,
    sessionToken: token,
    language,
    words: wordsFor(language),
    nonce: response.locals.nonce as string,
    address: request.ip ?? "",
    secure: request.secure ? "https" : isLoopback(request) ? "loopback" : "insecure",
  };
}

/** A request that came from this machine and named this machine: plain HTTP may carry a session only then. */
function isLoopback(request: Request): boolean {
  const from = request.socket.remoteAddress ?? "";
  const host = (request.headers.host ?? "").replace(/:\d+$/, "");
  return /^(::1|127\.|::ffff:127\.)/.test(from) && /^(localhost|127\.\d+\.\d+\.\d+|\[::1\])$/.test(host);
}

function cookieOf(request: Request, name: string): string | undefined {
  return new RegExp(`(?:^|; )${name}=([^;]*)`).exec(request.headers.cookie ?? "")?.[1];
}

function headers(production: boolean): express.RequestHandler {
  const nonce = (_request: unknown, response: unknown): string =>
    `'nonce-${(response as Response).locals.nonce}'`;
  return helmet({
    contentSecurityPolicy: {
      directives: {
        defaultSrc: ["'self'"],
        scriptSrc: ["'self'", nonce],
        styleSrc: production ? ["'self'"] : ["'self'", "'unsafe-inline'"],
        imgSrc: ["'self'", "data:", "blob:"],
        connectSrc: ["'self'", "ws:", "wss:"],
        objectSrc: ["'none'"],
        workerSrc: ["'self'"],
        manifestSrc: ["'self'"],
        baseUri: ["'self'"],
        formAction: ["'self'"],
        frameAncestors: ["'none'"],
        upgradeInsecureRequests: null,
      },
    },
    strictTransportSecurity: false,
    crossOriginEmbedderPolicy: false,
    referrerPolicy: { policy: "same-origin" },
  });
}
