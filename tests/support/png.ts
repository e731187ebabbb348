// A PNG as a browser's canvas makes it, with whatever chunks a test puts into it.
import { crc32, deflateSync } from "node:zlib";

const begin = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);

export function chunk(type: string, data: Uint8Array): Buffer {
  const body = Buffer.concat([Buffer.from(type, "latin1"), data]);
  const [length, sum] = [Buffer.alloc(4), Buffer.alloc(4)];
  length.writeUInt32BE(data.length);
  sum.writeUInt32BE(crc32(body));
  return Buffer.concat([length, body, sum]);
}

export type Drawing = {
  readonly width?: number;
  readonly height?: number;
  /** Bit depth, colour type, compression, filter, interlace. */
  readonly kind?: readonly number[];
  /** Chunks between the header and the picture. */
  readonly extra?: readonly Buffer[];
  /** Bytes after the end. */
  readonly after?: Buffer;
};

/** An 8-bit RGBA picture, black and clear in turn. */
export function png({
  width = 24,
  height = 8,
  kind = [8, 6, 0, 0, 0],
  extra = [],
  after,
}: Drawing = {}): Buffer {
  const head = Buffer.alloc(13);
  head.writeUInt32BE(width, 0);
  head.writeUInt32BE(height, 4);
  head.set(kind, 8);
  const rows = Buffer.alloc(Math.min(height, 400) * (1 + Math.min(width, 1200) * 4), 0);
  return Buffer.concat([
    begin,
    chunk("IHDR", head),
    ...extra,
    chunk("IDAT", deflateSync(rows)),
    chunk("IEND", new Uint8Array()),
    after ?? Buffer.alloc(0),
  ]);
}

export const dataUrl = (bytes: Uint8Array): string =>
  `data:image/png;base64,${Buffer.from(bytes).toString("base64")}`;
