// A signature drawn by hand, beside a signature: what the ledger keeps of it and how a page embeds it.
import { createHash } from "node:crypto";

/** The hash that the ledger line carries; nothing where none was drawn. */
export const drawnHash = (drawn: Uint8Array | null): { readonly drawn?: string } =>
  drawn ? { drawn: createHash("sha256").update(drawn).digest("hex") } : {};

/** The picture as a data URL. */
export const drawnAddress = (drawn: Uint8Array | null): string | null =>
  drawn ? `data:image/png;base64,${Buffer.from(drawn).toString("base64")}` : null;
