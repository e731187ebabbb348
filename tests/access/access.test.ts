// Who may open what: every route of the manifest × every visitor. A route without a row fails. An allowed visitor finds the
// content; a refused one gets a refusing status, and neither page nor data holds anything of it.
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { clientEvents } from "#domain/live/protocol.ts";
import { socketRows } from "./events.table.ts";
import { routeRows } from "./routes.table.ts";
import type { Row } from "./row.ts";
import { raiseWorld, type VisitorName, visitors, type World } from "./world.ts";

let world: World;
beforeAll(async () => {
  world = await raiseWorld();
}, 120_000);
afterAll(() => world?.close());

describe("the table is complete", () => {
  test("every route of the manifest has a row, and every row a route", () => {
    const routes = Object.keys(world.build.routes).filter((id) => id !== "root");
    expect(Object.keys(routeRows).sort()).toEqual(routes.sort());
  });

  test("every event of the protocol has a row", () => {
    expect(Object.keys(socketRows).sort()).toEqual(Object.keys(clientEvents).sort());
  });
});

describe.each(Object.entries(routeRows))("%s", (_route, row) => {
  test.each(visitors)("as %s", async (visitor) => {
    const answer = await ask(row, visitor, "");
    if (mayOpen(row, visitor)) {
      expect(answer.status).toBe(row.status ?? 200);
      for (const text of row.shows(world)) expect(answer.text).toContain(text);
      for (const text of row.hides?.(world) ?? []) expect(answer.text).not.toContain(text);
      return;
    }
    if (row.empty?.includes(visitor)) expect(answer.status).toBe(200);
    else expect([302, 401, 403, 404, 410]).toContain(answer.status);
    const data = await ask(row, visitor, ".data");
    for (const text of row.shows(world)) {
      expect(answer.text).not.toContain(text);
      expect(data.text).not.toContain(text);
    }
  });
});

const mayOpen = (row: Row, visitor: VisitorName): boolean =>
  row.open === "everybody" || row.open.includes(visitor);

async function ask(
  row: Row,
  visitor: VisitorName,
  suffix: string,
): Promise<{ status: number; text: string }> {
  const [path, search] = row.path(world).split("?");
  const address = `${world.url}${path}${path === "/" && suffix ? "_root" : ""}${suffix}${search ? `?${search}` : ""}`;
  const answer = await fetch(address, { headers: { cookie: world.cookies[visitor] }, redirect: "manual" });
  return { status: answer.status, text: await answer.text() };
}
