// A signature drawn by hand, beside a signature: whether it is the picture it says it is, what the ledger keeps of it, and how
// a page embeds it.
import { createHash } from "node:crypto";
import { inflateSync } from "node:zlib";
import { type Outcome, ok, refuse } from "#domain/outcome.ts";
import { cleanPng, isPicture, packedPicture } from "#domain/results/drawn.ts";

/**
 * The picture, cleaned, if it unpacks to exactly the lines that its header declares; refuses any other. No more is unpacked
 * than declared, and nothing may follow the picture in its stream. Nothing drawn stays nothing.
 */
export function takeDrawn(drawn: Uint8Array | null): Outcome<Uint8Array | null> {
  if (!drawn) return ok(null);
  const clean = cleanPng(drawn);
  if (!clean.ok) return clean;
  const { packed, lines } = packedPicture(clean.value);
  const unpacked = unpack(
    packed,
    lines.reduce((sum, length) => sum + length, 0),
  );
  return unpacked && isPicture(unpacked, lines) ? clean : refuse("results.drawing-unfit");
}

type Unpacked = { readonly buffer: Buffer; readonly engine: { readonly bytesWritten: number } };

/** Null where the stream is damaged, longer than `most` bytes when unpacked, or followed by anything. */
function unpack(packed: Uint8Array, most: number): Uint8Array | null {
  try {
    const { buffer, engine } = inflateSync(packed, {
      maxOutputLength: most,
      info: true,
    }) as unknown as Unpacked;
    return engine.bytesWritten === packed.length ? buffer : null;
  } catch {
    return null;
  }
}

/** The hash that the ledger line carries; nothing where none was drawn. */
export const drawnHash = (drawn: Uint8Array | null): { readonly drawn?: string } =>
  drawn ? { drawn: createHash("sha256").update(drawn).digest("hex") } : {};

/** The picture as a data URL. */
export const drawnAddress = (drawn: Uint8Array | null): string | null =>
  drawn ? `data:image/png;base64,${Buffer.from(drawn).toString("base64")}` : null;
