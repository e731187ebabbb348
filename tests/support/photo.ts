// Photos that tests attach: a real JPEG of 16 × 8 pixels, and the same with what cameras and people hide in one.

/** A JPEG with JFIF and nothing beside the picture: cleaned it is itself. */
export const plainPhoto = Uint8Array.from(
  Buffer.from(
    "/9j/4AAQSkZJRgABAQAAAQABAAD/2wBDABQODxIPDRQSEBIXFRQYHjIhHhwcHj0sLiQySUBMS0dARkVQWnNiUFVtVkVGZIhlbXd7" +
      "gYKBTmCNl4x9lnN+gXz/2wBDARUXFx4aHjshITt8U0ZTfHx8fHx8fHx8fHx8fHx8fHx8fHx8fHx8fHx8fHx8fHx8fHx8fHx8fHx8" +
      "fHx8fHx8fHz/wAARCAAIABADASIAAhEBAxEB/8QAFgABAQEAAAAAAAAAAAAAAAAAAAEE/8QAFBABAAAAAAAAAAAAAAAAAAAAAP/E" +
      "ABQBAQAAAAAAAAAAAAAAAAAAAAP/xAAaEQABBQEAAAAAAAAAAAAAAAAAAwRBQoHB/9oADAMBAAIRAxEAPwDAoDWgZhbOn//Z",
    "base64",
  ),
);

export type Segment = { readonly code: number; readonly content: Uint8Array };

/** Where a segment may be put in: before each marker up to the scan, and before the end. */
export function places(photo: Uint8Array): number[] {
  const all: number[] = [];
  for (let at = 2; photo[at + 1] !== 0xda; at += 2 + photo[at + 2]! * 256 + photo[at + 3]!) all.push(at);
  return [...all, photo.length - 2];
}

const written = ({ code, content }: Segment): Uint8Array =>
  Uint8Array.from([0xff, code, (content.length + 2) >> 8, (content.length + 2) & 255, ...content]);

/** The photo with these segments, each at one of its places. */
export function photoWith(
  segments: readonly (Segment & { readonly place: number })[],
  photo: Uint8Array = plainPhoto,
): Uint8Array {
  const allowed = places(photo);
  const sorted = segments
    .map((one) => ({ ...one, at: allowed[one.place % allowed.length]! }))
    .sort((a, b) => a.at - b.at);
  const parts: Uint8Array[] = [];
  let from = 0;
  for (const one of sorted) {
    parts.push(photo.subarray(from, one.at), written(one));
    from = one.at;
  }
  return Uint8Array.from(Buffer.concat([...parts, photo.subarray(from)]));
}

/** As a telephone makes one: EXIF with a place, XMP, a comment, and a second file after the end; `told` stands in each. */
export function telltalePhoto(told: string): Uint8Array {
  const text = (head: string) => Uint8Array.from(Buffer.from(`${head}${told}`));
  const photo = photoWith([
    { code: 0xe1, content: text("Exif\0\0II*\0GPSLatitude 34.79 GPSLongitude 114.3 "), place: 1 },
    { code: 0xe1, content: text("http://ns.adobe.com/xap/1.0/\0<x:xmpmeta>"), place: 1 },
    { code: 0xed, content: text("Photoshop 3.0\0"), place: 2 },
    { code: 0xfe, content: text("Made by "), place: 3 },
    { code: 0xe2, content: text("MPF\0"), place: 9 },
  ]);
  return Uint8Array.from(Buffer.concat([photo, text("PK\u0003\u0004 GPSLatitude <script>")]));
}
