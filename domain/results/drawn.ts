// A signature drawn by hand, as a browser posts it: a small PNG, of which only what makes the picture is kept.
import { type Outcome, ok, refuse } from "../outcome.ts";

export const drawnLimits = { bytes: 60 * 1024, width: 1200, height: 400 } as const;
const head = "data:image/png;base64,";
const signature = [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a];
/** Text, times, profiles and whatever else a PNG may carry fall away. */
const kept: readonly string[] = ["IHDR", "PLTE", "tRNS", "IDAT", "IEND"];
/** Bit depths by colour type (PNG, third edition, 11.2.1). */
const depths: Readonly<Record<number, readonly number[]>> = {
  0: [1, 2, 4, 8, 16],
  2: [8, 16],
  3: [1, 2, 4, 8],
  4: [8, 16],
  6: [8, 16],
};

/** Reads a posted data URL: nothing drawn is null; refuses what is no PNG of at most 60 kB and 1200 × 400. */
export function readDrawn(posted: string): Outcome<Uint8Array | null> {
  if (posted === "") return ok(null);
  const text = posted.startsWith(head) ? posted.slice(head.length) : "";
  if (
    text.length > (drawnLimits.bytes * 4) / 3 + 4 ||
    !/^[A-Za-z0-9+/]+={0,2}$/.test(text) ||
    text.length % 4
  )
    return refuse("results.drawing-unfit");
  return cleanPng(Uint8Array.from(atob(text), (letter) => letter.charCodeAt(0)));
}

type Chunk = { readonly type: string; readonly data: Uint8Array; readonly whole: Uint8Array };

/** The same picture with its five kinds of chunks alone; refuses what is damaged, too large or no PNG. */
export function cleanPng(bytes: Uint8Array): Outcome<Uint8Array> {
  const chunks = bytes.length <= drawnLimits.bytes ? chunksOf(bytes) : null;
  if (!chunks || !isSane(chunks)) return refuse("results.drawing-unfit");
  const parts = chunks.filter((one) => kept.includes(one.type)).map((one) => one.whole);
  return ok(joined([Uint8Array.from(signature), ...parts]));
}

function joined(parts: readonly Uint8Array[]): Uint8Array {
  const all = new Uint8Array(parts.reduce((length, part) => length + part.length, 0));
  let at = 0;
  for (const part of parts) {
    all.set(part, at);
    at += part.length;
  }
  return all;
}

/** What a PNG's header promises of the picture packed behind it. */
export type PackedPicture = {
  /** The zlib stream of all IDAT chunks. */
  readonly packed: Uint8Array;
  /** The length of each unpacked line with the byte of its filter before it, pass after pass where it is interlaced. */
  readonly lines: readonly number[];
};

/** The packed picture of a PNG that `cleanPng` let pass; whoever unpacks it asks `isPicture`. */
export function packedPicture(clean: Uint8Array): PackedPicture {
  const chunks = chunksOf(clean) ?? [];
  const header = chunks[0]!.data;
  const view = new DataView(header.buffer, header.byteOffset, 13);
  const [depth, colour, , , interlaced] = header.subarray(8);
  const bits = depth! * samples[colour!]!;
  const [width, height] = [view.getUint32(0), view.getUint32(4)];
  const lines = (interlaced ? adam7 : whole).flatMap(([left, across, top, down]) => {
    const [columns, rows] = [Math.ceil((width - left) / across), Math.ceil((height - top) / down)];
    return columns > 0 && rows > 0 ? Array<number>(rows).fill(1 + Math.ceil((columns * bits) / 8)) : [];
  });
  return { packed: joined(chunks.filter((one) => one.type === "IDAT").map((one) => one.data)), lines };
}

/** Whether unpacked bytes are the lines that the header promised: as many, each with a filter there is (PNG, 9.2). */
export function isPicture(unpacked: Uint8Array, lines: readonly number[]): boolean {
  let at = 0;
  for (const length of lines) {
    if (unpacked[at]! > 4) return false;
    at += length;
  }
  return unpacked.length === at;
}

/** Samples of a pixel by colour type. */
const samples: Readonly<Record<number, number>> = { 0: 1, 2: 3, 3: 1, 4: 2, 6: 4 };
/** The passes of a picture as first column, step, first row, step (PNG, 8.2). */
type Pass = readonly [left: number, across: number, top: number, down: number];
const whole: readonly Pass[] = [[0, 1, 0, 1]];
const adam7: readonly Pass[] = [
  [0, 8, 0, 8],
  [4, 8, 0, 8],
  [0, 4, 4, 8],
  [2, 4, 0, 4],
  [0, 2, 2, 4],
  [1, 2, 0, 2],
  [0, 1, 1, 2],
];

/** The chunks up to IEND; null where one is cut short or its checksum differs. What follows IEND is no part of a PNG. */
function chunksOf(bytes: Uint8Array): Chunk[] | null {
  if (!signature.every((byte, place) => bytes[place] === byte)) return null;
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const chunks: Chunk[] = [];
  for (let at = signature.length; at + 12 <= bytes.length; ) {
    const length = view.getUint32(at);
    const end = at + 12 + length;
    if (end > bytes.length) return null;
    const type = String.fromCharCode(...bytes.subarray(at + 4, at + 8));
    if (view.getUint32(end - 4) !== crc32(bytes.subarray(at + 4, end - 4))) return null;
    chunks.push({ type, data: bytes.subarray(at + 8, end - 4), whole: bytes.subarray(at, end) });
    if (type === "IEND") return chunks;
    at = end;
  }
  return null;
}

/** One header that comes first and is within the limits, a picture, and nothing critical that is unknown. */
function isSane(chunks: readonly Chunk[]): boolean {
  const [first] = chunks;
  if (first?.type !== "IHDR" || first.data.length !== 13) return false;
  const view = new DataView(first.data.buffer, first.data.byteOffset, 13);
  const [width, height] = [view.getUint32(0), view.getUint32(4)];
  const [depth, colour, ...methods] = first.data.subarray(8);
  const only = (type: string) => chunks.filter((one) => one.type === type).length === 1;
  const isCritical = ({ type }: Chunk) => /^[A-Z]/.test(type);
  return (
    width >= 1 &&
    width <= drawnLimits.width &&
    height >= 1 &&
    height <= drawnLimits.height &&
    (depths[colour!] ?? []).includes(depth!) &&
    methods[0] === 0 &&
    methods[1] === 0 &&
    methods[2]! <= 1 &&
    only("IHDR") &&
    chunks.some((one) => one.type === "IDAT" && one.data.length > 0) &&
    chunks.filter(isCritical).every((one) => kept.includes(one.type))
  );
}

const crcTable = Uint32Array.from({ length: 256 }, (_, n) => {
  let c = n;
  for (let bit = 0; bit < 8; bit += 1) c = c & 1 ? 0xedb88320 ^ (c >>> 1) : c >>> 1;
  return c >>> 0;
});

function crc32(bytes: Uint8Array): number {
  let c = 0xffffffff;
  for (const byte of bytes) c = crcTable[(c ^ byte) & 0xff]! ^ (c >>> 8);
  return (c ^ 0xffffffff) >>> 0;
}
