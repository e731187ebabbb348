// The venue's authority: made once, kept to its owner, speaking for the venue alone; the server's certificate fits today's names.
import { createPrivateKey, X509Certificate } from "node:crypto";
import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { connect, createServer } from "node:tls";
import { afterEach, expect, test } from "vitest";
import { AuthorityRefusal, openAuthority, serverCertificate } from "#server/venue/authority.ts";
import { issueLeaf } from "#server/venue/certificates.ts";
import { mayNameAddress, mayNameHost } from "#server/venue/constraints.ts";
import { type VenueNames, venueNames } from "#server/venue/names.ts";

const day = 24 * 3_600_000;
const now = new Date("2027-05-08T01:00:00Z");
const later = (days: number): Date => new Date(now.getTime() + days * day);
const names: VenueNames = {
  hosts: ["sai.lan", "venue.local", "venue", "localhost"],
  addresses: ["192.168.8.5"],
  networks: ["192.168.8.0/24"],
};
const folders: string[] = [];
function dataFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), "biansai-authority-"));
  folders.push(folder);
  return folder;
}
afterEach(() => {
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true });
});

test("the server's certificate holds every name, is verified by the authority and is short enough for an iPad", async () => {
  const authority = await openAuthority(dataFolder(), names, now);
  const issued = await serverCertificate(authority, names, ["sai.lan"], now);
  const [root, leaf] = [new X509Certificate(authority.der), new X509Certificate(issued.certificate)];
  expect(root.ca).toBe(true);
  expect(root.verify(root.publicKey)).toBe(true);
  expect(leaf.ca).toBe(false);
  expect(leaf.verify(root.publicKey)).toBe(true);
  expect(leaf.checkIssued(root)).toBe(true);
  expect(leaf.checkPrivateKey(createPrivateKey(issued.key))).toBe(true);
  for (const host of names.hosts) expect(leaf.checkHost(host), host).toBe(host);
  expect(leaf.checkIP("192.168.8.5")).toBe("192.168.8.5");
  expect(leaf.checkIP("127.0.0.1")).toBe("127.0.0.1");
  expect(leaf.checkHost("example.com")).toBeUndefined();
  expect(leaf.keyUsage).toEqual(["1.3.6.1.5.5.7.3.1"]);
  const days = (Date.parse(leaf.validTo) - Date.parse(leaf.validFrom)) / day;
  expect(days).toBeLessThanOrEqual(397);
  expect((Date.parse(root.validTo) - Date.parse(root.validFrom)) / day).toBeGreaterThan(3600);
  expect(issued.left).toEqual([]);
});

test("keys are for their owner only, and what devices install holds none", async () => {
  const data = dataFolder();
  const authority = await openAuthority(data, names, now);
  await serverCertificate(authority, names, [], now);
  const mode = (file: string): number => statSync(join(data, "https", file)).mode & 0o777;
  expect(mode("authority.key")).toBe(0o600);
  expect(mode("server.key")).toBe(0o600);
  expect(mode("")).toBe(0o700);
  expect(authority.der.toString("latin1")).not.toContain("PRIVATE");
  expect(authority.fingerprint).toMatch(/^([0-9A-F]{2}:){31}[0-9A-F]{2}$/);
});

test("a second start finds the same authority and the same certificate; another address or the coming end brings a new one", async () => {
  const data = dataFolder();
  const first = await openAuthority(data, names, now);
  const issued = await serverCertificate(first, names, [], now);
  const again = await openAuthority(data, names, later(100));
  expect(again.certificate).toBe(first.certificate);
  expect((await serverCertificate(again, names, [], later(100))).certificate).toBe(issued.certificate);
  const moved = { ...names, addresses: ["10.3.0.9"] };
  const second = await serverCertificate(again, moved, [], later(100));
  expect(new X509Certificate(second.certificate).checkIP("10.3.0.9")).toBe("10.3.0.9");
  expect(new X509Certificate(second.certificate).checkIP("192.168.8.5")).toBeUndefined();
  const renewed = await serverCertificate(again, moved, [], later(100 + 380));
  expect(renewed.certificate).not.toBe(second.certificate);
  expect(new X509Certificate(renewed.certificate).verify(new X509Certificate(again.der).publicKey)).toBe(
    true,
  );
});

test("the authority may speak for the venue alone: other names are left out or refused, and a forged one is not believed", async () => {
  const authority = await openAuthority(dataFolder(), names, now);
  const { permitted } = authority;
  expect(["a.local", "sai.lan", "localhost"].every((host) => mayNameHost(permitted, host))).toBe(true);
  expect(["gov.cn", "notlocal", "evil-sai.lan"].some((host) => mayNameHost(permitted, host))).toBe(false);
  expect(["10.9.9.9", "172.31.0.1", "192.168.1.1"].every((one) => mayNameAddress(permitted, one))).toBe(true);
  expect(["8.8.8.8", "172.32.0.1", "192.169.0.1"].some((one) => mayNameAddress(permitted, one))).toBe(false);
  const abroad = { ...names, addresses: ["192.168.8.5", "8.8.8.8"] };
  expect((await serverCertificate(authority, abroad, [], now)).left).toEqual(["8.8.8.8"]);
  await expect(serverCertificate(authority, names, ["gov.cn"], now)).rejects.toThrow(AuthorityRefusal);

  const today = new Date();
  const live = await openAuthority(dataFolder(), names, today);
  const honest = await serverCertificate(live, names, [], today);
  const forged = await issueLeaf(live, { hosts: ["www.gov.cn"], addresses: [] }, today);
  expect(await handshake(live.certificate, honest, "sai.lan")).toBe("trusted");
  expect(await handshake(live.certificate, forged, "www.gov.cn")).toBe("permitted subtree violation");
});

/** What a client that trusts only this authority says of a server with this certificate. */
async function handshake(
  ca: string,
  own: { certificate: string; key: string },
  servername: string,
): Promise<string> {
  const server = createServer({ cert: own.certificate, key: own.key }).on("tlsClientError", () => {});
  await new Promise<void>((done) => void server.listen(0, "127.0.0.1", done));
  const { port } = server.address() as AddressInfo;
  try {
    return await new Promise<string>((done) => {
      const socket = connect({ port, host: "127.0.0.1", servername, ca }, () => done("trusted"));
      socket.on("secureConnect", () => socket.destroy());
      socket.on("error", (error) => done(error.message));
    });
  } finally {
    server.close();
  }
}

test("a damaged or half-lost authority is told and never replaced in silence: devices trust the old one", async () => {
  const data = dataFolder();
  await openAuthority(data, names, now);
  const certificate = readFileSync(join(data, "https/authority.crt"), "utf8");
  rmSync(join(data, "https/authority.crt"));
  await expect(openAuthority(data, names, now)).rejects.toThrow(/https.*不完整或已损坏/);
  const other = dataFolder();
  await openAuthority(other, names, now);
  writeFileSync(join(data, "https/authority.crt"), readFileSync(join(other, "https/authority.crt")));
  await expect(openAuthority(data, names, now)).rejects.toThrow(AuthorityRefusal);
  writeFileSync(join(data, "https/authority.crt"), certificate);
  await expect(openAuthority(data, names, later(3640))).rejects.toThrow("已到期");
  expect((await openAuthority(data, names, now)).certificate).toBe(certificate);
});

test("the machine's names: its address on the venue's network first, no name that is none", () => {
  const one = (address: string, internal = false) =>
    ({
      address,
      family: "IPv4",
      internal,
      cidr: `${address}/24`,
      netmask: "255.255.255.0",
      mac: "",
    }) as const;
  const interfaces = {
    lo: [one("127.0.0.1", true)],
    bridge: [one("172.17.0.1")],
    wifi: [one("192.168.8.5")],
  };
  expect(venueNames("Venue.example", interfaces, ["sai.lan"])).toEqual({
    hosts: ["sai.lan", "venue.local", "venue.example", "localhost"],
    addresses: ["192.168.8.5", "172.17.0.1"],
    networks: ["192.168.8.5/24", "172.17.0.1/24"],
  });
  expect(venueNames("赛场主机", interfaces, []).hosts).toEqual(["localhost"]);
});
