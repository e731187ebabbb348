// Making certificates: the venue's authority, and the server's certificate under it. Nothing is read or written here.
import { generateKeyPair, randomBytes } from "node:crypto";
import { promisify } from "node:util";
import forge from "node-forge";
import { constraintsExtension, type Permitted } from "./constraints.ts";

/** Both as PEM. */
export type Issued = { readonly certificate: string; readonly key: string };

const day = 24 * 3_600_000;
/** An authority lives ten years; a server's certificate less than the 397 days that iPads accept, the day before included. */
const authorityDays = 3650;
const leafDays = 395;
const { pki } = forge;

async function newKey(bits: number): Promise<string> {
  const { privateKey } = await promisify(generateKeyPair)("rsa", { modulusLength: bits });
  return privateKey.export({ type: "pkcs1", format: "pem" }) as string;
}

/** An authority of its own for this installation; its name tells the machine and the day, so that two can be told apart. */
export async function makeAuthority(machine: string, permitted: Permitted, now: Date): Promise<Issued> {
  const key = await newKey(3072);
  const made = now.toISOString().slice(0, 10);
  const certificate = blank(key, now, new Date(now.getTime() + authorityDays * day));
  const subject = named(`汴赛现场证书 ${machine} ${made}`.trim());
  certificate.setSubject(subject);
  certificate.setIssuer(subject);
  certificate.setExtensions([
    { name: "basicConstraints", cA: true, pathLenConstraint: 0, critical: true },
    { name: "keyUsage", keyCertSign: true, cRLSign: true, critical: true },
    { name: "subjectKeyIdentifier" },
    constraintsExtension(permitted),
  ]);
  return signed(certificate, key, key);
}

/** A server's certificate for these names, signed by the authority; it never outlives it. */
export async function issueLeaf(
  authority: Issued,
  names: { readonly hosts: readonly string[]; readonly addresses: readonly string[] },
  now: Date,
): Promise<Issued> {
  const key = await newKey(2048);
  const issuer = pki.certificateFromPem(authority.certificate);
  const end = Math.min(now.getTime() + leafDays * day, issuer.validity.notAfter.getTime());
  const certificate = blank(key, now, new Date(end));
  certificate.setSubject(named(names.hosts[0] ?? "localhost"));
  certificate.setIssuer(sameName(issuer));
  certificate.setExtensions([
    { name: "basicConstraints", cA: false, critical: true },
    { name: "keyUsage", digitalSignature: true, keyEncipherment: true, critical: true },
    { name: "extKeyUsage", serverAuth: true },
    { name: "subjectKeyIdentifier" },
    { name: "authorityKeyIdentifier", keyIdentifier: issuer.generateSubjectKeyIdentifier().getBytes() },
    {
      name: "subjectAltName",
      altNames: [
        ...names.hosts.map((value) => ({ type: 2, value })),
        ...names.addresses.map((ip) => ({ type: 7, ip })),
      ],
    },
  ]);
  return signed(certificate, key, authority.key);
}

/** Valid from the day before: a tablet's clock may be slow. */
function blank(key: string, now: Date, until: Date): forge.pki.Certificate {
  const certificate = pki.createCertificate();
  const { n, e } = pki.privateKeyFromPem(key);
  certificate.publicKey = pki.setRsaPublicKey(n, e);
  const serial = randomBytes(16);
  serial[0] = (serial[0]! & 0x7f) | 0x40;
  certificate.serialNumber = serial.toString("hex");
  certificate.validity.notBefore = new Date(now.getTime() - day);
  certificate.validity.notAfter = until;
  return certificate;
}

const named = (commonName: string): forge.pki.CertificateField[] =>
  [
    { name: "commonName", value: commonName },
    { name: "organizationName", value: "汴赛 Biansai" },
  ].map(
    (field) => ({ ...field, valueTagClass: forge.asn1.Type.UTF8 }) as unknown as forge.pki.CertificateField,
  );

/** The authority's name again: forge hands out UTF-8 as its bytes and would encode it twice. */
const sameName = ({ subject }: forge.pki.Certificate): forge.pki.CertificateField[] =>
  subject.attributes.map((field) => ({ ...field, value: forge.util.decodeUtf8(field.value as string) }));

function signed(certificate: forge.pki.Certificate, own: string, signer: string): Issued {
  certificate.sign(pki.privateKeyFromPem(signer), forge.md.sha256.create());
  return { certificate: pki.certificateToPem(certificate), key: own };
}
