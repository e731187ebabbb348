// The door of the product: plain HTTP (this machine, or a proxy in front), HTTPS with given files, or HTTPS under the
// venue's own authority with the plain listener beside it. It keeps the certificate fitting while addresses change.
import { readFileSync } from "node:fs";
import { createServer, type Server } from "node:http";
import { createServer as createSecure, type Server as SecureServer } from "node:https";
import { hostname, networkInterfaces } from "node:os";
import { wordsFor } from "#words/index.ts";
import { say } from "#words/language.ts";
import { type Config, portTaken } from "../config.ts";
import { openAuthority, type ServerCertificate, serverCertificate } from "./authority.ts";
import { venueNames } from "./names.ts";
import { createPlain, guidePath, httpsUrl } from "./plain.ts";

export type Entrance = {
  readonly server: Server | SecureServer;
  /** Where people on this machine enter, once it listens. */
  url(): string;
  /** Listens; then prints the addresses. `failed` is told one sentence when a port cannot be had. */
  open(opened: () => void, failed: (sentence: string) => void): void;
  /** Takes no new connection; resolves when the last one has left. */
  close(): Promise<void>;
};

const lookAgainMs = 60_000;
const told = wordsFor("zh").venue.start;

/** Throws AuthorityRefusal when the venue's authority cannot be used. */
export async function openEntrance(config: Config): Promise<Entrance> {
  if (config.lan) return openVenue(config);
  if (config.tls) return openSecure(config, config.tls);
  const server = createServer();
  return {
    server,
    url: () => config.publicUrl ?? `http://localhost:${portOf(server, config.port)}`,
    open: (opened, failed) => listen(server, config.port, config, opened, failed),
    close: () => shut(server),
  };
}

async function openVenue(config: Config): Promise<Entrance> {
  const namesNow = () => venueNames(hostname(), networkInterfaces(), config.hosts);
  const authority = await openAuthority(config.dataFolder, namesNow(), new Date());
  const issue = () => serverCertificate(authority, namesNow(), config.hosts, new Date());
  let current = await issue();
  const server = createSecure(contextOf(current));
  const securePort = () => portOf(server, config.port);
  const named = (): string[] => [...current.addresses, ...current.hosts];
  const plain = createPlain({ port: securePort, names: named, authority });
  /** Those worth printing: a bare machine name is found on few networks. */
  const reached = (): string[] => named().filter((name) => /[.]/.test(name));
  let timer: ReturnType<typeof setInterval> | undefined;

  /** Tablets come back to the new address without a restart of the server. */
  async function lookAgain(): Promise<void> {
    const next = await issue();
    if (next.certificate === current.certificate) return;
    current = next;
    server.setSecureContext(contextOf(next));
    console.log(
      say(told.renewed, {
        url: reached()
          .map((name) => httpsUrl(name, securePort()))
          .join("　"),
      }),
    );
  }
  function print(): void {
    const plainPort = portOf(plain, config.plainPort ?? 0);
    const list = (url: (name: string) => string): string => reached().map(url).join("\n  ");
    if (reached().length === 0) console.log(told.alone);
    console.log(
      say(told.devices, { url: `\n  ${list((name) => `http://${name}:${plainPort}${guidePath}`)}` }),
    );
    console.log(say(told.fingerprint, { fingerprint: `\n  ${authority.fingerprint}` }));
    console.log(say(told.enter, { url: `\n  ${list((name) => httpsUrl(name, securePort()))}` }));
    if (current.left.length > 0) console.log(say(told.left, { names: current.left.join("、") }));
  }
  return {
    server,
    url: () => config.publicUrl ?? httpsUrl("localhost", securePort()),
    open(opened, failed) {
      timer = setInterval(() => void lookAgain().catch(console.error), lookAgainMs).unref();
      const announce = (): void => {
        opened();
        print();
      };
      const beside = () => listen(plain, config.plainPort ?? 0, config, announce, failed);
      listen(server, config.port, config, beside, failed);
    },
    async close() {
      clearInterval(timer);
      await Promise.all([shut(server), shut(plain)]);
    },
  };
}

function openSecure(config: Config, files: NonNullable<Config["tls"]>): Entrance {
  const server = createSecure({ cert: readFileSync(files.certificate), key: readFileSync(files.key) });
  const host = new URL(config.publicUrl ?? "https://localhost").hostname;
  const plain = createPlain({
    port: () => portOf(server, config.port),
    names: () => [host],
    authority: null,
  });
  return {
    server,
    url: () => config.publicUrl ?? httpsUrl("localhost", portOf(server, config.port)),
    open(opened, failed) {
      const { plainPort } = config;
      listen(server, config.port, config, opened, failed);
      if (plainPort === undefined) return;
      const redirects = () => console.log(say(told.redirect, { url: `http://${host}:${plainPort}` }));
      listen(plain, plainPort, config, redirects, failed);
    },
    async close() {
      await Promise.all([shut(server), shut(plain)]);
    },
  };
}

const contextOf = ({ certificate, key }: ServerCertificate) => ({ cert: certificate, key });

function portOf(server: Server | SecureServer, fallback: number): number {
  const address = server.address();
  return typeof address === "object" && address ? address.port : fallback;
}

function listen(
  server: Server | SecureServer,
  port: number,
  { host }: Config,
  opened: () => void,
  failed: (sentence: string) => void,
): void {
  server.on("error", (error: NodeJS.ErrnoException) =>
    failed(error.code === "EADDRINUSE" ? portTaken(port) : error.message),
  );
  server.listen(port, host, opened);
}

function shut(server: Server | SecureServer): Promise<void> {
  const left = new Promise<void>((done) => void server.close(() => done()));
  server.closeIdleConnections();
  return left;
}
