// A Chromium that meets the product as a tablet does: under a name of the venue's network, trusting the venue's authority.
// With certutil the authority goes into the trust store of a home of its own (genuine trust). Without it the one key of the
// server's certificate is named to Chromium, after Node has verified the chain against the authority.
import { execFileSync, spawnSync } from "node:child_process";
import { createHash, X509Certificate } from "node:crypto";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { connect } from "node:tls";
import { type Browser, chromium, type LaunchOptions } from "@playwright/test";

export type Tablet = {
  readonly browser: Browser;
  readonly trust: "certutil" | "spki";
  close(): Promise<void>;
};
type Venue = { readonly host: string; readonly port: number; readonly authority: Buffer };

/** `options` are the project's own: which Chromium, and how it starts here. */
export async function openTablet(options: LaunchOptions, venue: Venue | null, host: string): Promise<Tablet> {
  const home = mkdtempSync(join(tmpdir(), "biansai-tablet-"));
  const genuine = spawnSync("certutil", ["-H"]).error === undefined;
  const more: string[] = [`--host-resolver-rules=MAP ${host} 127.0.0.1`];
  if (venue && genuine) install(venue.authority, home);
  else if (venue) more.push(`--ignore-certificate-errors-spki-list=${await verifiedKey(venue)}`);
  const browser = await chromium.launch({
    ...options,
    args: [...(options.args ?? []), ...more],
    env: { ...process.env, HOME: home } as Record<string, string>,
  });
  return {
    browser,
    trust: genuine ? "certutil" : "spki",
    async close() {
      await browser.close();
      rmSync(home, { recursive: true, force: true });
    },
  };
}

/** What a person does with the downloaded file in a device's settings. */
function install(authority: Buffer, home: string): void {
  const store = join(home, ".pki/nssdb");
  const file = join(home, "biansai.crt");
  mkdirSync(store, { recursive: true });
  writeFileSync(file, authority);
  execFileSync("certutil", ["-d", `sql:${store}`, "-N", "--empty-password"]);
  execFileSync("certutil", ["-d", `sql:${store}`, "-A", "-t", "C,,", "-n", "biansai", "-i", file]);
}

/** The hash of the key that the server shows, once its chain and name are verified. */
function verifiedKey({ host, port, authority }: Venue): Promise<string> {
  const ca = new X509Certificate(authority).toString();
  return new Promise((done, failed) => {
    const socket = connect({ host: "127.0.0.1", port, servername: host, ca }, () => {
      const shown = socket.getPeerX509Certificate()!;
      const key = shown.publicKey.export({ type: "spki", format: "der" });
      socket.end();
      done(createHash("sha256").update(key).digest("base64"));
    }).on("error", failed);
  });
}
