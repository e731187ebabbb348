// A drawn signature: only a small PNG is taken, and nothing of it but the picture is kept.
import { describe, expect, test } from "vitest";
import { cleanPng, drawnLimits, readDrawn } from "#domain/results/drawn.ts";
import { chunk, type Drawing, dataUrl, png } from "../../support/png.ts";

const text = Buffer.from("Comment\0选手张三");
const isTaken = (bytes: Uint8Array) => cleanPng(bytes).ok;

test("nothing drawn is no drawing, and no refusal", () => {
  expect(readDrawn("")).toEqual({ ok: true, value: null });
});

test("a picture comes back byte for byte, from the data URL as from the bytes", () => {
  const picture = png();
  const read = readDrawn(dataUrl(picture));
  expect(read.ok && Buffer.from(read.value!).equals(picture)).toBe(true);
  expect(cleanPng(picture).ok).toBe(true);
});

test("texts, times and whatever follows the end fall away; palette and transparency stay", () => {
  const palette = [chunk("PLTE", Uint8Array.of(0, 0, 0)), chunk("tRNS", Uint8Array.of(0))];
  const noisy = png({
    kind: [8, 3, 0, 0, 0],
    extra: [chunk("tEXt", text), chunk("tIME", new Uint8Array(7)), ...palette, chunk("eXIf", text)],
    after: Buffer.from("<script>alert(1)</script>"),
  });
  const clean = cleanPng(noisy);
  expect(clean.ok && Buffer.from(clean.value)).toEqual(png({ kind: [8, 3, 0, 0, 0], extra: palette }));
});

describe("refused", () => {
  test.each<[string, Drawing]>([
    ["wider than 1200", { width: 1201 }],
    ["higher than 400", { height: 401 }],
    ["without width", { width: 0 }],
    ["of an unknown colour type", { kind: [8, 5, 0, 0, 0] }],
    ["of a depth its colour type has not", { kind: [4, 6, 0, 0, 0] }],
    ["of an unknown compression", { kind: [8, 6, 1, 0, 0] }],
    ["of an unknown interlace", { kind: [8, 6, 0, 0, 2] }],
    ["with a second header", { extra: [chunk("IHDR", new Uint8Array(13))] }],
    ["with a critical chunk that is unknown", { extra: [chunk("CgBI", new Uint8Array(4))] }],
  ])("a picture %s", (_, drawing) => {
    expect(isTaken(png(drawing))).toBe(false);
  });

  test("one at the limits is taken", () => {
    expect(isTaken(png({ width: drawnLimits.width, height: drawnLimits.height }))).toBe(true);
  });

  test("a picture cut short, one with a changed byte, one without its picture", () => {
    const whole = png();
    expect(isTaken(whole.subarray(0, whole.length - 1))).toBe(false);
    const changed = Buffer.from(whole);
    changed[20] = changed[20]! ^ 1;
    expect(isTaken(changed)).toBe(false);
    const head = chunk("IHDR", Uint8Array.of(0, 0, 0, 1, 0, 0, 0, 1, 8, 6, 0, 0, 0));
    expect(isTaken(Buffer.concat([whole.subarray(0, 8), head, chunk("IEND", new Uint8Array())]))).toBe(false);
  });

  test("more than 60 kB, before and after decoding", () => {
    const large = png({ extra: [chunk("tEXt", Buffer.alloc(drawnLimits.bytes))] });
    expect(isTaken(large)).toBe(false);
    expect(readDrawn(dataUrl(large)).ok).toBe(false);
  });

  test.each([
    "x",
    "data:image/svg+xml;base64,PHN2Zy8+",
    "data:image/png;base64,",
    "data:image/png;base64,!!!!",
    "data:image/png;base64,AAAA",
    "data:image/png;base64,AAA",
  ])("%s", (posted) => {
    expect(readDrawn(posted)).toEqual({ ok: false, refusal: { code: "results.drawing-unfit" } });
  });
});
