// Outside a demonstration neither one-click sign-in nor the movable clock exists: 404, and no session.
import { once } from "node:events";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { resolve } from "node:path";
import { pathToFileURL } from "node:url";
import type { ServerBuild } from "@remix-run/node";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { createApp } from "#server/http/app.ts";
import { openTestHouse } from "../support/house.ts";

type Opened = Awaited<ReturnType<typeof openTestHouse>>;
let opened: Opened;
let url: string;
const http = createServer();

beforeAll(async () => {
  opened = await openTestHouse("live");
  await opened.house.database.prisma.account.create({ data: { login: "zuzhi", name: "宋清和" } });
  const build = (await import(pathToFileURL(resolve("build/server/index.js")).href)) as ServerBuild;
  http.on(
    "request",
    createApp({
      services: opened.services,
      trustProxy: false,
      publicUrl: undefined,
      production: true,
      build,
    }),
  );
  http.listen(0, "127.0.0.1");
  await once(http, "listening");
  url = `http://127.0.0.1:${(http.address() as AddressInfo).port}`;
});
afterAll(async () => {
  http.closeAllConnections();
  http.close();
  await opened.close();
});

describe("a live database", () => {
  test("has no demonstration page", async () => {
    expect((await fetch(`${url}/demo`)).status).toBe(404);
  });

  test.each<Record<string, string>>([{ intent: "enter", login: "zuzhi" }, { intent: "next-day" }])(
    "answers 404 to $intent",
    async (form) => {
      const before = opened.house.clock.offsetMs;
      const answer = await fetch(`${url}/demo`, {
        method: "POST",
        body: new URLSearchParams(form),
        redirect: "manual",
      });
      expect(answer.status).toBe(404);
      expect(answer.headers.getSetCookie()).toEqual([]);
      expect(await opened.house.database.prisma.session.count()).toBe(0);
      expect(Math.abs(opened.house.clock.offsetMs - before)).toBeLessThan(60_000);
    },
  );

  test("shows neither the ribbon nor the way to the demonstration", async () => {
    const page = await (await fetch(url)).text();
    expect(page).not.toContain('href="/demo"');
  });
});
