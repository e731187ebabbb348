// Draws a page on the server; crawlers and pages without JavaScript wait for all of it.
import { PassThrough } from "node:stream";
import { type AppLoadContext, createReadableStreamFromReadable, type EntryContext } from "@remix-run/node";
import { isRouteErrorResponse, RemixServer } from "@remix-run/react";
import { renderToPipeableStream } from "react-dom/server";

const abortAfterMs = 10_000;

export default function handleRequest(
  request: Request,
  status: number,
  headers: Headers,
  remix: EntryContext,
  context: AppLoadContext,
): Promise<Response> {
  return new Promise((resolve, reject) => {
    let code = status;
    const { pipe, abort } = renderToPipeableStream(
      <RemixServer context={remix} url={request.url} nonce={context.nonce} abortDelay={abortAfterMs} />,
      {
        nonce: context.nonce,
        onAllReady() {
          const body = new PassThrough();
          headers.set("Content-Type", "text/html; charset=utf-8");
          resolve(new Response(createReadableStreamFromReadable(body), { headers, status: code }));
          pipe(body);
        },
        onShellError: reject,
        onError(error: unknown) {
          code = 500;
          console.error(error);
        },
      },
    );
    setTimeout(abort, abortAfterMs).unref();
  });
}

export function handleError(error: unknown, { request }: { request: Request }): void {
  // A form sent to a page that takes none is the sender's mistake.
  const isForeign = isRouteErrorResponse(error) && error.status === 405;
  if (!request.signal.aborted && !isForeign) console.error(error);
}
