// Name constraints (RFC 5280, 4.2.1.10): what a certificate authority may speak for. A device that trusts the venue's
// authority trusts it for the venue alone: a stolen key is worth nothing for any address of the public Internet.
import forge from "node-forge";

export type Permitted = { readonly domains: readonly string[]; readonly ranges: readonly string[] };

/** Ranges that no public server has (RFC 1918, 6598, 3927, and this machine itself). */
const privateRanges = [
  "10.0.0.0/8",
  "172.16.0.0/12",
  "192.168.0.0/16",
  "100.64.0.0/10",
  "169.254.0.0/16",
  "127.0.0.0/8",
];
const id = "2.5.29.30";
const { asn1 } = forge;
const context = (tag: number, constructed: boolean, value: string | forge.asn1.Asn1[]) =>
  asn1.create(asn1.Class.CONTEXT_SPECIFIC, tag, constructed, value);
const sequence = (value: forge.asn1.Asn1[]) =>
  asn1.create(asn1.Class.UNIVERSAL, asn1.Type.SEQUENCE, true, value);

/** What an authority made now may speak for: private addresses, the venue's own networks, `.local`, and these hosts. */
export const permittedFor = (hosts: readonly string[], networks: readonly string[]): Permitted => ({
  domains: [...new Set(["local", ...hosts.filter((host) => !host.endsWith(".local"))])],
  ranges: [...privateRanges, ...networks.filter((one) => !privateRanges.some((range) => within(range, one)))],
});

/** The extension as node-forge takes it; critical, as the standard demands. */
export function constraintsExtension({ domains, ranges }: Permitted): Record<string, unknown> {
  const subtrees = [
    ...domains.map((domain) => sequence([context(2, false, domain)])),
    ...ranges.map((range) =>
      sequence([context(7, false, forge.util.binary.raw.encode(addressAndMask(range)))]),
    ),
  ];
  return { id, critical: true, value: sequence([context(0, true, subtrees)]) };
}

/** Reads them back from an authority's certificate (PEM). */
export function readConstraints(pem: string): Permitted {
  const extension = forge.pki.certificateFromPem(pem).getExtension({ id } as unknown as { name: string });
  const domains: string[] = [];
  const ranges: string[] = [];
  if (!extension) return { domains, ranges };
  const outer = asn1.fromDer((extension as unknown as { value: string }).value);
  const [permitted] = outer.value as forge.asn1.Asn1[];
  for (const subtree of (permitted?.value ?? []) as forge.asn1.Asn1[]) {
    const [base] = subtree.value as forge.asn1.Asn1[];
    const value = base!.value as string;
    if ((base!.type as number) === 2) domains.push(value);
    else ranges.push(rangeOf(Uint8Array.from(value, (char) => char.charCodeAt(0))));
  }
  return { domains, ranges };
}

export const mayNameHost = ({ domains }: Permitted, host: string): boolean =>
  domains.some((domain) => host === domain || host.endsWith(`.${domain}`));
export const mayNameAddress = ({ ranges }: Permitted, address: string): boolean =>
  ranges.some((range) => within(range, address));

const bitsOf = (address: string): number =>
  address.split(".").reduce((sum, part) => sum * 256 + Number(part), 0);
const maskOf = (length: number): number => (length === 0 ? 0 : (-1 << (32 - length)) >>> 0);

/** Whether a range such as 10.0.0.0/8 holds an address, or a smaller range. */
function within(range: string, other: string): boolean {
  const [base = "", length = "32"] = range.split("/");
  const [address = "", size = "32"] = other.split("/");
  const mask = maskOf(Number(length));
  return Number(size) >= Number(length) && (bitsOf(base) & mask) === (bitsOf(address) & mask);
}

function addressAndMask(range: string): Uint8Array {
  const [base = "", length = "32"] = range.split("/");
  const bytes = new DataView(new ArrayBuffer(8));
  bytes.setUint32(0, (bitsOf(base) & maskOf(Number(length))) >>> 0);
  bytes.setUint32(4, maskOf(Number(length)));
  return new Uint8Array(bytes.buffer);
}

function rangeOf(bytes: Uint8Array): string {
  const length = [...bytes.slice(4)].reduce(
    (sum, byte) => sum + byte.toString(2).replaceAll("0", "").length,
    0,
  );
  return `${bytes.slice(0, 4).join(".")}/${length}`;
}
