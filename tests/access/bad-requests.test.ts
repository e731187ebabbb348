// Requests that no page of ours sends: answered at the door, without a stack trace and without stopping anybody else.
import { once } from "node:events";
import { createServer, request } from "node:http";
import type { AddressInfo } from "node:net";
import { resolve } from "node:path";
import { pathToFileURL } from "node:url";
import type { ServerBuild } from "@remix-run/node";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { openSession } from "#server/access/sign-in.ts";
import { createApp } from "#server/http/app.ts";
import { openTestHouse } from "../support/house.ts";
import { hire } from "../support/stage.ts";

type Opened = Awaited<ReturnType<typeof openTestHouse>>;
let opened: Opened;
let port: number;
const http = createServer();

beforeAll(async () => {
  opened = await openTestHouse();
  const build = (await import(pathToFileURL(resolve("build/server/index.js")).href)) as ServerBuild;
  const { services } = opened;
  http.on(
    "request",
    createApp({ services, trustProxy: false, publicUrl: undefined, production: true, build }),
  );
  http.listen(0, "127.0.0.1");
  await once(http, "listening");
  port = (http.address() as AddressInfo).port;
});
afterAll(async () => {
  http.closeAllConnections();
  http.close();
  await opened.close();
});

type Sent = { method?: string; path?: string; headers?: Record<string, string>; body?: string };
type Answer = { status: number; location: string | undefined; text: string };

function send({ method = "POST", path = "/check", headers = {}, body = "" }: Sent): Promise<Answer> {
  return new Promise((done, fail) => {
    const asked = request(
      { port, host: "127.0.0.1", method, path, headers, agent: false },
      async (response) => {
        let text = "";
        for await (const part of response) text += String(part);
        done({ status: response.statusCode!, location: response.headers.location, text });
      },
    );
    asked.on("error", fail);
    asked.end(body);
  });
}
const form = { "content-type": "application/x-www-form-urlencoded" };

describe("bodies", () => {
  test.each([
    ["JSON", { "content-type": "application/json" }, '{"a":1}'],
    ["no type", {}, "a=1"],
    ["multipart without a boundary", { "content-type": "multipart/form-data" }, "a"],
    ["a broken multipart", { "content-type": "multipart/form-data; boundary=x" }, "garbage"],
    ["NUL in a text", form, "number=%00&name=a"],
  ] as const)("%s is no form: 422 and a sentence", async (_, headers, body) => {
    for (const path of ["/check", "/sign-in", "/language"]) {
      const answer = await send({ path, headers, body });
      expect(answer.status, path).toBe(422);
      expect(answer.text).not.toMatch(/\bat .*\.(ts|js):\d/);
    }
  });

  test("a form of more than 256 KB is not read; the pages of a workbook and of a photo take more", async () => {
    const body = "&a".repeat(200_000);
    expect((await send({ headers: { ...form, "content-length": String(body.length) }, body })).status).toBe(
      413,
    );
    const path = "/manage/skills/00000000-0000-0000-0000-000000000000/scheme";
    const upload = await send({ path, headers: { ...form, "content-length": String(body.length) }, body });
    expect(upload.status).not.toBe(413);
    for (const path of ["/judge/sheets/x~A1", "/judge/sheets/x~A1/evidence"]) {
      const photo = await send({ path, headers: { ...form, "content-length": String(body.length) }, body });
      expect(photo.status).not.toBe(413);
      const huge = "a".repeat(9 * 1024 * 1024);
      const refused = await send({
        path,
        headers: { ...form, "content-length": String(huge.length) },
        body: huge,
      });
      expect(refused.status).toBe(413);
    }
  });

  test("a body of undeclared length is not read", async () => {
    expect((await send({ headers: { ...form, "transfer-encoding": "chunked" }, body: "a=1" })).status).toBe(
      413,
    );
  });
});

test("a form that the accounts page does not have is answered with an alert", async () => {
  const { accountId } = await hire(opened, "guanli", { role: "administrator" });
  const cookie = `biansai=${(await openSession(opened.house, accountId)).token}`;
  const answer = await send({ path: "/accounts", headers: { ...form, cookie }, body: "intent=no-such-deed" });
  expect(answer.status).toBe(422);
  expect(answer.text.includes('role="alert"'), "an alert").toBe(true);
  expect(answer.text).toContain("请更正以下内容");
});

describe("addresses and methods", () => {
  test.each(["OPTIONS", "TRACE", "PUT", "DELETE", "PROPFIND"])("%s is answered 405", async (method) => {
    expect((await send({ method })).status).toBe(405);
  });

  test.each(["a b", "[", "x@y", "evil.com:99999"])("host %j is nobody's", async (host) => {
    expect((await send({ method: "GET", headers: { host } })).status).toBe(400);
  });

  test.each([
    ["//evil.example", "/"],
    ["/\\evil.example", "/"],
    ["/\t/evil.example", "/"],
    ["/\n/evil.example", "/"],
    ["https://evil.example", "/"],
    ["/./..//evil.example", "/"],
    ["/中文?q=焊工", "/%E4%B8%AD%E6%96%87?q=%E7%84%8A%E5%B7%A5"],
    ["/check", "/check"],
  ])("after a form %j leads to %j", async (to, leads) => {
    const answer = await send({
      path: "/language",
      headers: form,
      body: new URLSearchParams({ language: "zh", to }).toString(),
    });
    expect(answer).toMatchObject({ status: 302, location: leads });
  });
});
