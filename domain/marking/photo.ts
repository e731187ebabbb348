// A photo as evidence: its JPEG is read without trust and written anew with nothing but the picture. Place, time, device and
// whatever else travels beside a picture would tell who stands behind a code (domain.md section 6: photos' metadata).
import { type Outcome, ok, refuse } from "../outcome.ts";

/** Of a cleaned photo: at most these bytes, and no edge longer than this. */
export const photoLimits = { bytes: 1_572_864, edge: 4096, scans: 100 } as const;

export type Photo = { readonly bytes: Uint8Array; readonly width: number; readonly height: number };

const marks = { soi: 0xd8, eoi: 0xd9, sos: 0xda, dqt: 0xdb, dht: 0xc4, dri: 0xdd, jfif: 0xe0, adobe: 0xee };
const frames: readonly number[] = [0xc0, 0xc1, 0xc2];
/** APP0–15, JPG0–13 and COM: nothing of them draws the picture, two that tell how colours are coded aside. */
const isBeside = (code: number): boolean => code >= 0xe0 && code <= 0xfe;

/**
 * The same picture and nothing else: every APPn and COM segment is gone, what stands after the picture too; JFIF and Adobe
 * come back as constants where they were, because they tell how colours are coded. Refuses what is no JPEG, what is cut off,
 * what a browser would not draw, and what is too large. Never throws.
 */
export function cleanPhoto(bytes: Uint8Array): Outcome<Photo> {
  if (bytes[0] !== 0xff || bytes[1] !== marks.soi) return refuse("marking.photo-not-jpeg");
  if (bytes.length > photoLimits.bytes) return refuse("marking.photo-too-large");
  const parts: Uint8Array[] = [];
  const colours = new Map<number, Uint8Array>();
  let size: Size | null = null;
  let scans = 0;
  let at = 2;
  for (;;) {
    const code = bytes[at] === 0xff ? bytes[at + 1] : undefined;
    // Fill bytes before a marker.
    if (code === 0xff) {
      at += 1;
      continue;
    }
    if (code === marks.eoi && size && scans > 0)
      return ok({ bytes: joined([...colours.values(), ...parts]), ...size });
    const content = contentAt(bytes, at + 2);
    if (code === undefined || !content) return refuse("marking.photo-damaged");
    let end = at + 4 + content.length;
    if (code === marks.sos) {
      end = scanEnd(bytes, end);
      scans += 1;
      if (!size || !isScan(content) || end < 0 || scans > photoLimits.scans)
        return refuse("marking.photo-damaged");
    } else if (frames.includes(code)) {
      const read: Size | null = size ? null : readFrame(content);
      if (!read) return refuse("marking.photo-damaged");
      if (Math.max(read.width, read.height) > photoLimits.edge) return refuse("marking.photo-too-large");
      size = read;
    } else if (!isBeside(code) && !isTable(code, content)) return refuse("marking.photo-damaged");
    const told = coloursOf(code, content);
    if (told) colours.set(code, told);
    else if (!isBeside(code)) parts.push(bytes.subarray(at, end));
    at = end;
  }
}

/** The content of the segment whose length stands at `at`; undefined when the bytes end before it does. */
function contentAt(bytes: Uint8Array, at: number): Uint8Array | undefined {
  const length = ((bytes[at] ?? 0) << 8) | (bytes[at + 1] ?? 0);
  return length >= 2 && at + length <= bytes.length ? bytes.subarray(at + 2, at + length) : undefined;
}

/** Where the entropy-coded data that begins at `from` ends: at the first marker that is neither stuffing nor a restart; -1 without one. */
function scanEnd(bytes: Uint8Array, from: number): number {
  for (let at = bytes.indexOf(0xff, from); at >= 0; at = bytes.indexOf(0xff, at)) {
    const code = bytes[at + 1];
    if (code === undefined) return -1;
    if (code === 0 || (code >= 0xd0 && code <= 0xd7)) at += 2;
    else return at > from ? at : -1;
  }
  return -1;
}

const isScan = (content: Uint8Array): boolean => {
  const components = content[0] ?? 0;
  return components >= 1 && components <= 4 && content.length === 4 + 2 * components;
};

type Size = Pick<Photo, "width" | "height">;

/** Baseline, extended or progressive, 8 bits, grey, three colours or four; null for anything else. */
function readFrame(content: Uint8Array): Size | null {
  const [bits, h1 = 0, h2 = 0, w1 = 0, w2 = 0, components = 0] = content;
  const [height, width] = [(h1 << 8) | h2, (w1 << 8) | w2];
  const fits = [1, 3, 4].includes(components) && content.length === 6 + 3 * components;
  return bits === 8 && height > 0 && width > 0 && fits ? { width, height } : null;
}

/** Whether the segment is a table that decoding needs, filled to its last byte: nothing can be hidden behind it. */
function isTable(code: number, content: Uint8Array): boolean {
  if (code === marks.dri) return content.length === 2;
  if (code !== marks.dqt && code !== marks.dht) return false;
  let at = 0;
  while (at < content.length) {
    const head = content[at]!;
    if ((head & 15) > 3 || head >> 4 > 1) return false;
    const counts = content.subarray(at + 1, at + 17);
    at += code === marks.dqt ? 1 + 64 * ((head >> 4) + 1) : 17 + counts.reduce((sum, n) => sum + n, 0);
  }
  return at === content.length && at > 0;
}

const text = (content: Uint8Array, length: number): string =>
  String.fromCharCode(...content.subarray(0, length));
const jfif = [0xff, marks.jfif, 0, 16, 0x4a, 0x46, 0x49, 0x46, 0, 1, 1, 0, 0, 1, 0, 1, 0, 0];
const adobe = [0xff, marks.adobe, 0, 14, 0x41, 0x64, 0x6f, 0x62, 0x65, 0, 100, 0, 0, 0, 0];

/** How colours are coded, written by us: of Adobe's segment only the number that says so. */
function coloursOf(code: number, content: Uint8Array): Uint8Array | null {
  if (code === marks.jfif && text(content, 5) === "JFIF\0") return Uint8Array.from(jfif);
  if (code === marks.adobe && text(content, 5) === "Adobe" && content.length >= 12)
    return Uint8Array.from([...adobe, Math.min(content[11]!, 2)]);
  return null;
}

function joined(parts: readonly Uint8Array[]): Uint8Array {
  const all = [[0xff, marks.soi], ...parts, [0xff, marks.eoi]];
  const whole = new Uint8Array(all.reduce((sum, part) => sum + part.length, 0));
  let at = 0;
  for (const part of all) {
    whole.set(part, at);
    at += part.length;
  }
  return whole;
}
