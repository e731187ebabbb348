// The venue's certificate authority in the data folder: made at the first start, kept, and asked for the server's certificate.
import { createPrivateKey, X509Certificate } from "node:crypto";
import { existsSync } from "node:fs";
import { chmod, mkdir, readFile, rename, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { type Issued, issueLeaf, makeAuthority } from "./certificates.ts";
import { mayNameAddress, mayNameHost, type Permitted, permittedFor, readConstraints } from "./constraints.ts";
import type { VenueNames } from "./names.ts";

export type Authority = Issued & {
  readonly folder: string;
  readonly permitted: Permitted;
  /** What devices install; holds no key. */
  readonly der: Buffer;
  /** SHA-256 of `der` as people compare it: 8A:0F:… */
  readonly fingerprint: string;
};
export type ServerCertificate = Issued & {
  /** The names it holds. */
  readonly hosts: readonly string[];
  readonly addresses: readonly string[];
  /** Names of this machine that the authority may not speak for. */
  readonly left: readonly string[];
};

const renewBeforeMs = 30 * 24 * 3_600_000;

/** Thrown when the authority cannot be used; a sentence in both languages. A new one is never made in silence: devices trust the old. */
export class AuthorityRefusal extends Error {}

/** The authority of a data folder, made when there is none. */
export async function openAuthority(dataFolder: string, names: VenueNames, now: Date): Promise<Authority> {
  const folder = join(dataFolder, "https");
  await mkdir(folder, { recursive: true, mode: 0o700 });
  await chmod(folder, 0o700);
  const there = ["crt", "key"].filter((kind) => existsSync(join(folder, `authority.${kind}`)));
  if (there.length === 0) {
    const machine = names.hosts.find((host) => host.endsWith(".local"))?.replace(/\.local$/, "") ?? "";
    const permitted = permittedFor(names.hosts, names.networks);
    await keep(folder, "authority", await makeAuthority(machine, permitted, now));
  }
  const made = there.length === 1 ? null : await kept(folder, "authority");
  if (!made || !fits(made)) throw damaged(folder);
  const certificate = new X509Certificate(made.certificate);
  if (new Date(certificate.validTo).getTime() - renewBeforeMs < now.getTime()) throw expired(folder);
  const permitted = readConstraints(made.certificate);
  return { ...made, folder, permitted, der: certificate.raw, fingerprint: certificate.fingerprint256 };
}

/** The server's certificate for these names: the kept one while it fits them, else a new one. `must` are refused, not left out. */
export async function serverCertificate(
  authority: Authority,
  names: VenueNames,
  must: readonly string[],
  now: Date,
): Promise<ServerCertificate> {
  const { folder, permitted } = authority;
  const foreign = must.find((host) => !mayNameHost(permitted, host));
  if (foreign) throw notPermitted(foreign, folder);
  const hosts = names.hosts.filter((host) => mayNameHost(permitted, host));
  const addresses = names.addresses.filter((address) => mayNameAddress(permitted, address));
  const wanted = { hosts, addresses: [...addresses, "127.0.0.1"] };
  const left = [...names.hosts, ...names.addresses].filter(
    (name) => !hosts.includes(name) && !addresses.includes(name),
  );
  const old = await kept(folder, "server");
  if (old && stillGood(old, authority, wanted, now)) return { ...old, hosts, addresses, left };
  const fresh = await issueLeaf(authority, wanted, now);
  await keep(folder, "server", fresh);
  return { ...fresh, hosts, addresses, left };
}

function stillGood(
  leaf: Issued,
  authority: Issued,
  { hosts, addresses }: Pick<VenueNames, "hosts" | "addresses">,
  now: Date,
): boolean {
  if (!fits(leaf)) return false;
  const certificate = new X509Certificate(leaf.certificate);
  const held = certificate.subjectAltName?.split(", ").length ?? 0;
  return (
    certificate.verify(new X509Certificate(authority.certificate).publicKey) &&
    new Date(certificate.validFrom) <= now &&
    new Date(certificate.validTo).getTime() - renewBeforeMs > now.getTime() &&
    held === hosts.length + addresses.length &&
    hosts.every((host) => certificate.checkHost(host) !== undefined) &&
    addresses.every((address) => certificate.checkIP(address) !== undefined)
  );
}

function fits({ certificate, key }: Issued): boolean {
  try {
    return new X509Certificate(certificate).checkPrivateKey(createPrivateKey(key));
  } catch {
    return false;
  }
}

async function kept(folder: string, name: string): Promise<Issued | null> {
  try {
    const [certificate, key] = await Promise.all(
      ["crt", "key"].map((kind) => readFile(join(folder, `${name}.${kind}`), "utf8")),
    );
    return { certificate: certificate!, key: key! };
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== "ENOENT") throw error;
    return null;
  }
}

/** Each file whole or not at all; the key first and for its owner only. */
async function keep(folder: string, name: string, { certificate, key }: Issued): Promise<void> {
  for (const [kind, text, mode] of [
    ["key", key, 0o600],
    ["crt", certificate, 0o644],
  ] as const) {
    const file = join(folder, `${name}.${kind}`);
    await writeFile(`${file}.new`, text, { mode });
    await chmod(`${file}.new`, mode);
    await rename(`${file}.new`, file);
  }
}

const damaged = (folder: string): AuthorityRefusal =>
  new AuthorityRefusal(
    `现场证书 ${folder} 不完整或已损坏：请从数据文件夹的副本恢复。如需重新建立，请删除该文件夹后再启动，并在各设备上重新信任。\n` +
      `The venue's certificate authority in ${folder} is incomplete or damaged: restore it from a copy, or delete the folder to make a new one that every device has to trust again.`,
  );
const expired = (folder: string): AuthorityRefusal =>
  new AuthorityRefusal(
    `现场证书已到期：请删除 ${folder} 后再启动，并在各设备上重新信任。\n` +
      `The venue's certificate authority has expired: delete ${folder}, start again, and let every device trust the new one.`,
  );
const notPermitted = (host: string, folder: string): AuthorityRefusal =>
  new AuthorityRefusal(
    `现场证书建立时没有包括名称 ${host}（BIANSAI_HOSTS）。请去掉这个名称；如确需使用，请删除 ${folder} 后再启动，并在各设备上重新信任。\n` +
      `The venue's certificate authority may not speak for ${host} (BIANSAI_HOSTS): drop the name, or delete ${folder} to make a new authority that every device has to trust again.`,
  );
