// Photos' metadata (domain.md section 6): whatever travels beside a picture is gone, whatever is no picture is refused.
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { cleanPhoto, photoLimits } from "#domain/marking/photo.ts";
import { photoWith, places, plainPhoto, telltalePhoto } from "../../support/photo.ts";

const codeOf = (bytes: Uint8Array): string => {
  const read = cleanPhoto(bytes);
  return read.ok ? "ok" : read.refusal.code;
};
const cleaned = (bytes: Uint8Array): Uint8Array => {
  const read = cleanPhoto(bytes);
  if (!read.ok) throw new Error(read.refusal.code);
  return read.value.bytes;
};
const textOf = (bytes: Uint8Array): string => Buffer.from(bytes).toString("latin1");
const sized = (width: number, height: number): Uint8Array => {
  const photo = plainPhoto.slice();
  const frame = textOf(photo).indexOf("\xff\xc0");
  photo.set([height >> 8, height & 255, width >> 8, width & 255], frame + 5);
  return photo;
};

/** APP0–15 and COM with any content; not the two that tell how colours are coded. */
const beside = fc.record({
  code: fc.constantFrom(...Array.from({ length: 16 }, (_, n) => 0xe0 + n), 0xfe, 0xf0),
  content: fc
    .uint8Array({ maxLength: 400 })
    .filter((content) => !/^(JFIF|Adobe)/.test(textOf(content.subarray(0, 5)))),
  place: fc.nat(50),
});

describe("what is kept", () => {
  test("the picture itself, byte for byte, with its size", () => {
    expect(cleanPhoto(plainPhoto)).toEqual({ ok: true, value: { bytes: plainPhoto, width: 16, height: 8 } });
  });

  test("any segments put in anywhere, and anything after the end, are gone", () => {
    fc.assert(
      fc.property(
        fc.array(beside, { maxLength: 12 }),
        fc.uint8Array({ maxLength: 300 }),
        (segments, after) => {
          const photo = Buffer.concat([photoWith(segments), after]);
          expect(cleaned(photo)).toEqual(plainPhoto);
        },
      ),
    );
  });

  test("place, time, device, comment, and the file hidden behind: none of it is there any more", () => {
    const photo = telltalePhoto("选手 张三 2026-03-02 HUAWEI");
    for (const told of ["GPSLatitude", "HUAWEI", "xmpmeta", "<script>", "PK\x03\x04"])
      expect(textOf(photo)).toContain(told);
    expect(cleaned(photo)).toEqual(plainPhoto);
  });

  test("of Adobe's segment the one number that tells how colours are coded; of JFIF no thumbnail", () => {
    const adobe = Uint8Array.from([...Buffer.from("Adobe"), 1, 2, 3, 4, 5, 6, 1, ...Buffer.from("secret")]);
    const jfif = Uint8Array.from([...Buffer.from("JFIF\0"), 1, 2, 0, 0, 1, 0, 1, 1, 1, 9, 9, 9]);
    const photo = photoWith([
      { code: 0xee, content: adobe, place: 1 },
      { code: 0xe0, content: jfif, place: 1 },
    ]);
    const kept = cleaned(photo);
    expect(textOf(kept)).toContain("\xff\xee\x00\x0eAdobe\x00\x64\x00\x00\x00\x00\x01\xff");
    expect(kept).toHaveLength(plainPhoto.length + 16);
  });

  test("fill bytes before a marker and restarts within the scan do no harm; cleaning again changes nothing", () => {
    const filled = Buffer.concat([
      plainPhoto.subarray(0, 20),
      Uint8Array.of(0xff, 0xff),
      plainPhoto.subarray(20),
    ]);
    expect(cleaned(filled)).toEqual(plainPhoto);
    const end = plainPhoto.length - 2;
    const restarted = Buffer.concat([
      plainPhoto.subarray(0, end),
      Uint8Array.of(0xff, 0xd0, 1),
      plainPhoto.subarray(end),
    ]);
    expect(cleaned(restarted)).toEqual(Uint8Array.from(restarted));
    fc.assert(
      fc.property(fc.array(beside, { maxLength: 5 }), (segments) => {
        const once = cleaned(photoWith(segments));
        expect(cleaned(once)).toEqual(once);
      }),
    );
  });
});

describe("what is refused", () => {
  test.each([
    ["nothing", Uint8Array.of()],
    ["text", Buffer.from("hello")],
    ["a PNG", Buffer.from("89504e470d0a1a0a0000000d49484452", "hex")],
    ["a GIF", Buffer.from("GIF89a")],
    ["a page", Buffer.from("<html><script>alert(1)</script>")],
  ])("%s is no JPEG", (_what, bytes) => {
    expect(codeOf(bytes)).toBe("marking.photo-not-jpeg");
  });

  test("a photo cut off anywhere", () => {
    for (let length = 2; length < plainPhoto.length; length += 1)
      expect(codeOf(plainPhoto.subarray(0, length)), String(length)).toBe("marking.photo-damaged");
  });

  test.each([
    ["no frame", [0xc0]],
    ["no scan", [0xda]],
    ["a lossless frame", [0xc0, 0xc3]],
    ["an arithmetic frame", [0xc0, 0xc9]],
    ["a reserved segment", [0xdb, 0x02]],
    ["a height told later", [0xdb, 0xdc]],
  ])("%s", (_what, [from, to]) => {
    const at = textOf(plainPhoto).indexOf(`\xff${String.fromCharCode(from!)}`);
    const photo = plainPhoto.slice();
    photo[at + 1] = to ?? 0xe5;
    expect(codeOf(photo)).toBe("marking.photo-damaged");
  });

  test("a table with something behind its last entry, a second frame, twelve bits, no height", () => {
    const frame = plainPhoto.subarray(places(plainPhoto)[3]!, places(plainPhoto)[4]);
    const quantization = plainPhoto.subarray(places(plainPhoto)[1]!, places(plainPhoto)[2]);
    for (const [code, content] of [
      [0xdb, [...quantization.subarray(4), 7]],
      [0xc4, [0, ...new Array(15).fill(0), 3, 1, 2]],
      [0xc0, [...frame.subarray(4)]],
    ] as const)
      expect(codeOf(photoWith([{ code, content: Uint8Array.from(content), place: 6 }]))).toBe(
        "marking.photo-damaged",
      );
    const twelve = plainPhoto.slice();
    twelve[textOf(twelve).indexOf("\xff\xc0") + 4] = 12;
    expect(codeOf(twelve)).toBe("marking.photo-damaged");
    expect(codeOf(sized(16, 0))).toBe("marking.photo-damaged");
  });

  test("an edge over 4096 pixels, and more than 1.5 MB", () => {
    expect(codeOf(sized(4096, 4096))).toBe("ok");
    expect(codeOf(sized(4097, 10))).toBe("marking.photo-too-large");
    expect(codeOf(sized(10, 5000))).toBe("marking.photo-too-large");
    const whole = Buffer.concat([plainPhoto, Buffer.alloc(photoLimits.bytes - plainPhoto.length)]);
    expect(codeOf(whole)).toBe("ok");
    expect(codeOf(Buffer.concat([whole, Buffer.alloc(1)]))).toBe("marking.photo-too-large");
  });

  test("more scans than any camera writes", () => {
    const at = textOf(plainPhoto).indexOf("\xff\xda");
    const scan = plainPhoto.subarray(at, -2);
    const scans = (n: number) =>
      Buffer.concat([
        plainPhoto.subarray(0, at),
        ...new Array<Uint8Array>(n).fill(scan),
        plainPhoto.subarray(-2),
      ]);
    expect(codeOf(scans(photoLimits.scans))).toBe("ok");
    expect(codeOf(scans(photoLimits.scans + 1))).toBe("marking.photo-damaged");
  });
});

test("whatever the bytes, the answer is a photo or a refusal: nothing is thrown, nothing beside the picture comes out", () => {
  const answers = ["ok", "marking.photo-not-jpeg", "marking.photo-damaged", "marking.photo-too-large"];
  const mutated = fc
    .array(fc.tuple(fc.nat(plainPhoto.length - 1), fc.nat(255)), { maxLength: 8 })
    .map((changes) => {
      const photo = plainPhoto.slice();
      for (const [at, value] of changes) photo[at] = value;
      return photo;
    });
  const behind = fc.uint8Array({ maxLength: 200 }).map((rest) => Uint8Array.from([0xff, 0xd8, ...rest]));
  fc.assert(
    fc.property(fc.oneof(fc.uint8Array({ maxLength: 200 }), mutated, behind), (bytes) => {
      expect(answers).toContain(codeOf(bytes));
      const read = cleanPhoto(bytes);
      if (read.ok) expect(cleaned(read.value.bytes)).toEqual(read.value.bytes);
    }),
    { numRuns: 2000 },
  );
});
