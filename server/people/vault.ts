// Sealing: AES-256-GCM with the purpose as associated data, and keyed blind indexes. Keys stand outside the database.
import { createCipheriv, createDecipheriv, createHmac, hkdfSync, randomBytes } from "node:crypto";

/** What a sealed value is; a value sealed for one purpose opens for no other. */
export type Purpose = "resident-id" | "draw";
export type Vault = {
  seal(purpose: Purpose, text: string): Buffer;
  /** Throws when the bytes were altered or sealed for another purpose. */
  open(purpose: Purpose, sealed: Uint8Array): string;
  /** Equal texts have equal indexes; without the key the index tells nothing. */
  index(text: string): Buffer;
};

/** A vault on a master key of 32 bytes; each use has a key of its own, derived with HKDF. */
export function createVault(master: Buffer): Vault {
  const derive = (use: string): Buffer => Buffer.from(hkdfSync("sha256", master, "biansai", use, 32));
  const sealing = derive("seal");
  const indexing = derive("index");
  return {
    seal(purpose, text) {
      const nonce = randomBytes(12);
      const cipher = createCipheriv("aes-256-gcm", sealing, nonce).setAAD(Buffer.from(purpose));
      return Buffer.concat([nonce, cipher.update(text, "utf8"), cipher.final(), cipher.getAuthTag()]);
    },
    open(purpose, sealed) {
      const bytes = Buffer.from(sealed);
      const decipher = createDecipheriv("aes-256-gcm", sealing, bytes.subarray(0, 12));
      decipher.setAAD(Buffer.from(purpose)).setAuthTag(bytes.subarray(-16));
      return decipher.update(bytes.subarray(12, -16), undefined, "utf8") + decipher.final("utf8");
    },
    index: (text) => createHmac("sha256", indexing).update(text).digest(),
  };
}
