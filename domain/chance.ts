// Seeded chance: anyone who holds the seed repeats the draw bit for bit (SHA-256 in counter mode, Fisher–Yates).
import { sha256 } from "@noble/hashes/sha2.js";
import { bytesToHex, hexToBytes, utf8ToBytes } from "@noble/hashes/utils.js";

/** The SHA-256 of UTF-8 text, in lower-case hex. */
export const sha256Hex = (text: string): string => bytesToHex(sha256(utf8ToBytes(text)));

/** A permutation of `items` decided by `seed` (32 bytes in hex) alone; unbiased by rejection of the uneven tail. */
export function shuffle<T>(items: readonly T[], seed: string): T[] {
  const next = numbersFrom(hexToBytes(seed));
  const order = [...items];
  for (let last = order.length - 1; last > 0; last -= 1) {
    const pick = next(last + 1);
    [order[last], order[pick]] = [order[pick]!, order[last]!];
  }
  return order;
}

function numbersFrom(seed: Uint8Array): (below: number) => number {
  let counter = 0;
  return (below) => {
    const limit = Math.floor(0x1_0000_0000 / below) * below;
    for (;;) {
      const block = sha256(new Uint8Array([...seed, ...bigEndian(counter++)]));
      const word = new DataView(block.buffer, block.byteOffset).getUint32(0);
      if (word < limit) return word % below;
    }
  };
}

const bigEndian = (n: number): number[] => [(n >>> 24) & 255, (n >>> 16) & 255, (n >>> 8) & 255, n & 255];
