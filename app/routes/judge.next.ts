// The next unmarked aspect of a skill for this judge, across sheets and works, or of the work whose code was scanned: a plain
// link, so it works without JavaScript and from a camera app.
import { type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { seat } from "#app/gate.ts";
import { nextWork, sheetOfCode } from "#app/sheet/seats.ts";

export async function loader({ context, request }: LoaderFunctionArgs) {
  const { searchParams } = new URL(request.url);
  const own = seat(context, request, searchParams.get("skill") ?? "");
  const code = searchParams.get("code");
  if (code !== null) return redirect(await sheetOfCode(context, own, code));
  const next = await nextWork(context, own, searchParams.get("after"));
  return redirect(next ? `/judge/sheets/${next.sheetId}#${next.aspectId}` : "/judge");
}
