// The plain-HTTP listener beside HTTPS: the guide and the authority's certificate, which a device needs before it can trust;
// everything else is sent to HTTPS. It knows no session, no page and no key.
import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import { readLanguage } from "#words/language.ts";
import { guidePage, guidePolicy } from "./guide.ts";

export type PlainFront = {
  /** Where HTTPS listens. */
  readonly port: () => number;
  /** Names that the certificate holds; the first is used when a device asked for another. */
  readonly names: () => readonly string[];
  /** The authority that devices may install; null where the certificate is a public one. */
  readonly authority: { readonly der: Buffer; readonly fingerprint: string } | null;
};

export const guidePath = "/trust";
export const certificatePath = "/biansai.crt";

export const httpsUrl = (name: string, port: number): string =>
  `https://${name}${port === 443 ? "" : `:${port}`}`;

export function createPlain(front: PlainFront): Server {
  return createServer({ maxHeaderSize: 8192 }, (request, response) => {
    response.setHeader("X-Content-Type-Options", "nosniff");
    response.setHeader("Referrer-Policy", "no-referrer");
    response.setHeader("Cache-Control", "no-store");
    answer(front, request, response);
    request.resume();
  });
}

function answer(front: PlainFront, request: IncomingMessage, response: ServerResponse): void {
  const { authority } = front;
  const [path = "/", query = ""] = (request.url ?? "/").split("?");
  const read = request.method === "GET" || request.method === "HEAD";
  const base = httpsUrl(nameAsked(front, request), front.port());
  if (read && authority && path === guidePath) {
    const asked =
      new URLSearchParams(query).get("language") ?? request.headers["accept-language"]?.slice(0, 2);
    response.setHeader("Content-Type", "text/html; charset=utf-8");
    response.setHeader("Content-Security-Policy", guidePolicy);
    const language = readLanguage(asked);
    response.end(guidePage({ language, url: base, certificatePath, fingerprint: authority.fingerprint }));
  } else if (read && authority && path === certificatePath) {
    // iPads offer to install exactly this type; as an attachment it would land among the files.
    response.setHeader("Content-Type", "application/x-x509-ca-cert");
    response.end(authority.der);
  } else {
    // A path of this site only: "//host" would be another one.
    const onward = read && /^\/(?![/\\])/.test(request.url ?? "") ? request.url : "/";
    response.writeHead(read ? 302 : 303, { Location: `${base}${onward}` }).end();
  }
}

/** The name the device used, when the certificate holds it; nothing else is repeated from a request. */
function nameAsked({ names }: PlainFront, request: IncomingMessage): string {
  const known = names();
  const asked = (request.headers.host ?? "").replace(/:\d+$/, "").toLowerCase();
  return known.includes(asked) ? asked : (known[0] ?? "localhost");
}
