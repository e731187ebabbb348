// The plain listener: the guide, the certificate, and the way to HTTPS; nothing else of the product and no key.
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { request } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { BadConfig, readConfig } from "#server/config.ts";
import { isOwnOrigin } from "#server/live/handshake.ts";
import { type Authority, openAuthority } from "#server/venue/authority.ts";
import { createPlain } from "#server/venue/plain.ts";

const data = mkdtempSync(join(tmpdir(), "biansai-plain-"));
const names = { hosts: ["sai.lan", "localhost"], addresses: ["192.168.8.5"], networks: [] };
let authority: Authority;
let server: ReturnType<typeof createPlain>;
beforeAll(async () => {
  authority = await openAuthority(data, names, new Date());
  server = createPlain({ port: () => 3000, names: () => ["192.168.8.5", "sai.lan", "localhost"], authority });
  await new Promise<void>((done) => void server.listen(0, "127.0.0.1", done));
});
afterAll(() => {
  server.close();
  rmSync(data, { recursive: true });
});

type Answer = { status: number; headers: NodeJS.Dict<string | string[]>; body: Buffer };
function ask(path: string, { method = "GET", ...headers }: Record<string, string> = {}): Promise<Answer> {
  const { port } = server.address() as AddressInfo;
  return new Promise((done, failed) => {
    const asked = request({ host: "127.0.0.1", port, path, method, headers }, (answer) => {
      const parts: Buffer[] = [];
      answer.on("data", (part: Buffer) => parts.push(part));
      answer.on("end", () =>
        done({ status: answer.statusCode!, headers: answer.headers, body: Buffer.concat(parts) }),
      );
    });
    asked.on("error", failed).end();
  });
}

test("the guide tells each device what to do, with the fingerprint, the QR code and the certificate, in both languages", async () => {
  const page = await ask("/trust", { host: "sai.lan:3001" });
  const text = page.body.toString().replaceAll("<wbr>", "");
  for (const told of [
    "iPad",
    "安卓",
    "Windows",
    "<svg",
    authority.fingerprint,
    "https://sai.lan:3000",
    "/biansai.crt",
  ])
    expect(text).toContain(told);
  expect(text).not.toContain("<script");
  expect(page.headers["content-security-policy"]).toContain("default-src 'none'");
  expect(page.headers["set-cookie"]).toBeUndefined();
  expect((await ask("/trust?language=en")).body.toString()).toContain("Certificate Trust Settings");
  expect((await ask("/trust", { "accept-language": "en-GB,en" })).body.toString()).toContain("fingerprint");
});

test("the certificate comes as the type that devices install", async () => {
  const answer = await ask("/biansai.crt");
  expect(answer.headers["content-type"]).toBe("application/x-x509-ca-cert");
  expect(answer.headers["content-disposition"]).toBeUndefined();
  expect(answer.body.equals(authority.der)).toBe(true);
});

test("everything else leads to HTTPS under a name of this machine; no path gives a file, and no key leaves", async () => {
  const key = readFileSync(join(data, "https/authority.key"), "latin1").split("\n")[1]!;
  const to = async (path: string, more?: Record<string, string>): Promise<string> => {
    const answer = await ask(path, more);
    expect([302, 303], path).toContain(answer.status);
    expect(answer.body.toString("latin1"), path).not.toContain(key);
    return String(answer.headers.location);
  };
  expect(await to("/judge?x=1", { host: "sai.lan:3001" })).toBe("https://sai.lan:3000/judge?x=1");
  expect(await to("/", { host: "evil.example" })).toBe("https://192.168.8.5:3000/");
  expect(await to("//evil.example/x")).toBe("https://192.168.8.5:3000/");
  expect(await to("/sign-in", { method: "POST" })).toBe("https://192.168.8.5:3000/");
  for (const path of [
    "/authority.key",
    "/https/authority.key",
    "/trust/../https/authority.key",
    "/biansai.key",
  ])
    await to(path);
});

test("--lan, files of one's own, or a proxy: one way to HTTPS at a time, said in a sentence", () => {
  const here = process.execPath;
  expect(readConfig({}, ["--lan"])).toMatchObject({ lan: true, port: 3000, plainPort: 3001, tls: undefined });
  expect(readConfig({ PORT: "443", PLAIN_PORT: "80" }, ["--lan"])).toMatchObject({ plainPort: 80 });
  expect(readConfig({})).toMatchObject({ lan: false, plainPort: undefined, hosts: [] });
  expect(readConfig({ BIANSAI_HOSTS: "Sai.lan，a.local" }, ["--lan"]).hosts).toEqual(["sai.lan", "a.local"]);
  const own = readConfig({ TLS_CERT: here, TLS_KEY: here });
  expect(own).toMatchObject({ tls: { certificate: here, key: here }, plainPort: undefined });
  const wrong: [Record<string, string>, string[], string][] = [
    [{ TLS_CERT: here, TLS_KEY: here }, ["--lan"], "二者取一"],
    [{ TRUST_PROXY: "1" }, ["--lan"], "TRUST_PROXY"],
    [{ TLS_CERT: here }, [], "须同时设置"],
    [{ TLS_CERT: "/no/such/file", TLS_KEY: here }, [], "TLS_CERT"],
    [{ BIANSAI_HOSTS: "a_b" }, ["--lan"], "BIANSAI_HOSTS"],
  ];
  for (const [env, args, told] of wrong) {
    expect(() => readConfig(env, args)).toThrow(told);
    expect(() => readConfig(env, args)).toThrow(BadConfig);
  }
});

test("over HTTPS a plain page of the same host is another origin", () => {
  const from = (origin: string, encrypted: boolean): boolean =>
    isOwnOrigin({ headers: { origin, host: "sai.lan" }, socket: { encrypted } as never }, undefined);
  expect(from("https://sai.lan", true)).toBe(true);
  expect(from("http://sai.lan", true)).toBe(false);
  expect(from("http://sai.lan", false)).toBe(true);
  expect(from("https://evil.example", true)).toBe(false);
});
