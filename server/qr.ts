// An address as a QR code: what a card or a printed sheet carries so that a camera finds its page again.
import { encode } from "uqr";

export type Qr = {
  readonly address: string;
  /** The dark modules as an SVG path in a square of `size`. */
  readonly path: string;
  readonly size: number;
};

/** The code of an address with its quiet border. */
export function qrOf(address: string): Qr {
  const { data, size } = encode(address, { border: 4 });
  const path = data.flatMap((row, y) => row.map((dark, x) => (dark ? `M${x} ${y}h1v1h-1z` : ""))).join("");
  return { address, path, size };
}
