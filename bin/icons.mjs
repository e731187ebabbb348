// Draws the installable icons from the figures of public/icon.svg: a celadon ground and three strokes, as PNG.
// Run it when the mark changes: node bin/icons.mjs. No drawing library: a square, three lines, and zlib.
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { deflateSync } from "node:zlib";
import { root } from "./prepare.mjs";

const celadon = [0x2f, 0x6f, 0x69];
const white = [0xff, 0xff, 0xff];
/** In the 32 × 32 units of icon.svg. */
const side = 32;
const strokes = [
  [8, 24, 21],
  [10, 22, 16],
  [12, 20, 11],
];
const half = 1.5;
const samples = 4;

const inGround = (x, y, radius) => {
  const dx = Math.max(radius - x, x - (side - radius), 0);
  const dy = Math.max(radius - y, y - (side - radius), 0);
  return dx * dx + dy * dy <= radius * radius || radius === 0;
};
const inMark = (x, y) =>
  strokes.some(([from, to, at]) => {
    const dx = Math.max(from - x, x - to, 0);
    return dx * dx + (y - at) ** 2 <= half * half;
  });

/** One pixel as the mean of its samples: red, green, blue, and how much of it is drawn on. */
function pixel(column, row, size, radius) {
  const sum = [0, 0, 0, 0];
  for (let n = 0; n < samples * samples; n++) {
    const x = ((column + ((n % samples) + 0.5) / samples) * side) / size;
    const y = ((row + (Math.floor(n / samples) + 0.5) / samples) * side) / size;
    if (!inGround(x, y, radius)) continue;
    const colour = inMark(x, y) ? white : celadon;
    for (let c = 0; c < 3; c++) sum[c] += colour[c];
    sum[3] += 1;
  }
  const drawn = Math.max(sum[3], 1);
  return [...sum.slice(0, 3).map((c) => Math.round(c / drawn)), Math.round((sum[3] * 255) / samples ** 2)];
}

const table = Uint32Array.from({ length: 256 }, (_, n) => {
  let c = n;
  for (let k = 0; k < 8; k++) c = c & 1 ? 0xedb88320 ^ (c >>> 1) : c >>> 1;
  return c >>> 0;
});
const crc = (bytes) => {
  let c = 0xffffffff;
  for (const byte of bytes) c = table[(c ^ byte) & 0xff] ^ (c >>> 8);
  return (c ^ 0xffffffff) >>> 0;
};
function chunk(kind, data) {
  const body = Buffer.concat([Buffer.from(kind, "latin1"), data]);
  const frame = Buffer.alloc(body.length + 8);
  frame.writeUInt32BE(data.length, 0);
  body.copy(frame, 4);
  frame.writeUInt32BE(crc(body), body.length + 4);
  return frame;
}

/** `radius` 0 fills the square: platforms that cut icons to their own shape round them themselves. */
export function drawIcon(size, radius) {
  const rows = [];
  for (let row = 0; row < size; row++) {
    rows.push(0);
    for (let column = 0; column < size; column++) rows.push(...pixel(column, row, size, radius));
  }
  const head = Buffer.alloc(13);
  head.writeUInt32BE(size, 0);
  head.writeUInt32BE(size, 4);
  head.set([8, 6, 0, 0, 0], 8);
  return Buffer.concat([
    Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]),
    chunk("IHDR", head),
    chunk("IDAT", deflateSync(Buffer.from(rows), { level: 9 })),
    chunk("IEND", Buffer.alloc(0)),
  ]);
}

for (const [name, size, radius] of [
  ["icon-180", 180, 0],
  ["icon-192", 192, 7],
  ["icon-512", 512, 7],
  ["icon-maskable-512", 512, 0],
]) {
  writeFileSync(join(root, "public", `${name}.png`), drawIcon(size, radius));
}
