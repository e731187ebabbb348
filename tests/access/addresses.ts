// The addresses of every route of the product, with what a test names put in; a route whose place nobody names fails the test.
import type { ServerBuild } from "@remix-run/node";

/** One address per route, and one per sheet where a route is a sheet's. */
export function addresses(
  build: ServerBuild,
  named: Readonly<Record<string, string>>,
  sheetIds: readonly string[],
): string[] {
  return Object.values(build.routes)
    .flatMap((route) => (route && route.id !== "root" && route.id !== "routes/$" ? [route.id] : []))
    .flatMap((id) => {
      const path = fullPath(build, id);
      const each = path.includes(":sheetId") ? sheetIds : [""];
      return each.map((sheetId) =>
        path.replace(/:(\w+)/g, (whole, name) => (name === "sheetId" ? sheetId : (named[name] ?? whole))),
      );
    });
}

function fullPath(build: ServerBuild, id: string): string {
  const route = build.routes[id]!;
  const above = route.parentId ? fullPath(build, route.parentId) : "";
  return `${above}/${route.path ?? ""}`.replace(/\/+/g, "/");
}
