// A drawn signature is unpacked before it is kept: what its header declares is what it holds, and not a byte more.
import { deflateSync } from "node:zlib";
import { describe, expect, test } from "vitest";
import { takeDrawn } from "../../../server/results/drawn.ts";
import { chunk, type Drawing, png } from "../../support/png.ts";

const unfit = { ok: false, refusal: { code: "results.drawing-unfit" } };
/** A drawing whose picture is these unpacked lines, or this stream. */
const drawn = (lines: Uint8Array, drawing: Drawing = {}, stream: Uint8Array = deflateSync(lines)): Buffer => {
  const whole = png(drawing);
  const at = whole.indexOf("IDAT") - 4;
  return Buffer.concat([
    whole.subarray(0, at),
    chunk("IDAT", stream.subarray(0, 5)),
    chunk("IDAT", stream.subarray(5)),
    chunk("IEND", new Uint8Array()),
  ]);
};
const size = { width: 24, height: 8 };
const lines = (length: number, rows = size.height): Buffer => Buffer.alloc(length * rows);
const rgba = 1 + size.width * 4;

test("nothing drawn stays nothing", () => {
  expect(takeDrawn(null)).toEqual({ ok: true, value: null });
});

describe("taken, as it is", () => {
  test.each<[string, number[], Buffer]>([
    ["RGBA of 8 bits", [8, 6, 0, 0, 0], lines(rgba)],
    ["RGB of 16 bits", [16, 2, 0, 0, 0], lines(1 + size.width * 6)],
    ["grey of 1 bit", [1, 0, 0, 0, 0], lines(1 + 3)],
    ["grey with transparency", [8, 4, 0, 0, 0], lines(1 + size.width * 2)],
    // Passes of 3, 3, 6, 6, 12, 12 and 24 pixels a line in 1, 1, 1, 2, 2, 4 and 4 lines.
    ["interlaced", [8, 0, 0, 0, 1], Buffer.alloc(4 + 4 + 7 + 2 * 7 + 2 * 13 + 4 * 13 + 4 * 25)],
  ])("%s", (_, kind, unpacked) => {
    const picture = drawn(unpacked, { kind });
    const taken = takeDrawn(picture);
    expect(taken.ok && Buffer.from(taken.value!).equals(picture)).toBe(true);
  });
});

describe("refused", () => {
  test("fewer lines than declared, and more", () => {
    expect(takeDrawn(drawn(lines(rgba, 7)))).toEqual(unfit);
    expect(takeDrawn(drawn(lines(rgba, 9)))).toEqual(unfit);
    expect(takeDrawn(drawn(Buffer.alloc(rgba * size.height + 1)))).toEqual(unfit);
  });

  test("a stream that would unpack to fifty megabytes, without unpacking them", () => {
    const bomb = drawn(Buffer.alloc(50 * 1024 * 1024));
    expect(bomb.length).toBeLessThan(60 * 1024);
    const before = process.memoryUsage().arrayBuffers;
    expect(takeDrawn(bomb)).toEqual(unfit);
    expect(process.memoryUsage().arrayBuffers - before).toBeLessThan(1024 * 1024);
  });

  test("no stream at all, one cut short, one with a changed checksum, one with something behind it", () => {
    const stream = deflateSync(lines(rgba));
    const wrong = Buffer.from(stream);
    wrong[wrong.length - 1] = wrong.at(-1)! ^ 1;
    for (const one of [
      Buffer.from("no zlib stream"),
      stream.subarray(0, stream.length - 5),
      wrong,
      Buffer.concat([stream, Buffer.from("选手张三")]),
    ])
      expect(takeDrawn(drawn(lines(rgba), {}, one))).toEqual(unfit);
  });

  test("a line with a filter that does not exist", () => {
    const unpacked = lines(rgba);
    unpacked[3 * rgba] = 5;
    expect(takeDrawn(drawn(unpacked))).toEqual(unfit);
  });

  test("what was refused before it was unpacked: a picture wider than the limits", () => {
    expect(takeDrawn(png({ width: 1201 }))).toEqual(unfit);
  });
});
