// What a page makes a browser load: every script of its routes and what those import, gzipped, as the build wrote them.
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import type { ServerBuild } from "@remix-run/node";

const client = "build/client";

/** Gzipped bytes of the scripts of a route, its parents and the entry, each file once. */
export async function scriptBytes({ assets }: ServerBuild, routeId: string): Promise<number> {
  const wanted = [assets.entry.module, ...assets.entry.imports];
  for (let route = assets.routes[routeId]; route; route = assets.routes[route.parentId ?? ""]) {
    wanted.push(route.module, ...(route.imports ?? []));
  }
  const seen = new Set<string>();
  let bytes = 0;
  for (let file = wanted.pop(); file !== undefined; file = wanted.pop()) {
    if (seen.has(file)) continue;
    seen.add(file);
    const text = await readFile(join(client, file));
    bytes += gzipSync(text).length;
    for (const [, name] of text.toString().matchAll(/(?:from|import)\s*"\.\/([^"]+\.js)"/g))
      wanted.push(`/assets/${name}`);
  }
  return bytes;
}
