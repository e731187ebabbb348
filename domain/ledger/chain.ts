// Hash chains: each line holds the hash of the one before, so no line can be changed, dropped or moved unseen.
import { sha256Hex } from "../chance.ts";
import { openFields } from "./open-fields.ts";

export type Line = {
  readonly chain: string;
  readonly seq: number;
  readonly deed: string;
  readonly payload: unknown;
  readonly actor: string;
  /** ISO instant. */
  readonly at: string;
  readonly previous: string;
  /** Hex luck that closes what a line does not show to everybody; lines written before there was any have none. */
  readonly salt?: string | null;
};

export const genesis = "0".repeat(64);

/**
 * A line as anybody may see it: its open fields with the salt that proves them, and a digest over the rest (who did it, and
 * whatever may name people). The chain holds without what is closed.
 */
export type ShownLine = Pick<Line, "chain" | "seq" | "deed" | "at" | "previous"> & {
  readonly open: Readonly<Record<string, unknown>>;
  readonly openSalt: string;
  readonly closed: string;
};

/** What of a line with a salt may be shown. */
export function showLine(line: Line & { readonly salt: string }): ShownLine {
  const { chain, seq, deed, at, previous, actor, salt } = line;
  const names = openFields(deed);
  const fields = Object.entries((line.payload ?? {}) as Record<string, unknown>);
  const open = Object.fromEntries(fields.filter(([name]) => names.includes(name)));
  const rest = Object.fromEntries(fields.filter(([name]) => !names.includes(name)));
  const closed = sha256Hex(`${sha256Hex(`closed:${salt}`)}${canonical([actor, rest])}`);
  return { chain, seq, deed, at, previous, open, openSalt: sha256Hex(`open:${salt}`), closed };
}

/** SHA-256 over what is shown of a line. */
export function hashShown({ chain, seq, deed, at, previous, open, openSalt, closed }: ShownLine): string {
  const opened = sha256Hex(`${openSalt}${canonical(open)}`);
  return sha256Hex(canonical([chain, seq, deed, at, previous, opened, closed]));
}

/** The hash of a line; of one without a salt SHA-256 over the whole line in canonical JSON. */
export const hashLine = (line: Line): string => {
  const { chain, seq, deed, payload, actor, at, previous, salt } = line;
  if (salt) return hashShown(showLine({ ...line, salt }));
  return sha256Hex(canonical([chain, seq, deed, payload, actor, at, previous]));
};

/** JSON with sorted keys at every depth and no spaces, so that equal content has one spelling whatever stored it. */
export function canonical(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map((item) => canonical(item ?? null)).join(",")}]`;
  if (value === null || typeof value !== "object") return JSON.stringify(value ?? null);
  const entries = Object.entries(value)
    .filter(([, item]) => item !== undefined)
    .sort(([a], [b]) => (a < b ? -1 : 1));
  return `{${entries.map(([key, item]) => `${JSON.stringify(key)}:${canonical(item)}`).join(",")}}`;
}

/** The first line of a chain that does not follow from the one before it, or null when the whole chain holds. */
export function firstBreak(lines: readonly (Line & { readonly hash: string })[]): number | null {
  let previous = genesis;
  for (const [place, line] of lines.entries()) {
    const follows = line.seq === place + 1 && line.previous === previous;
    if (!follows || hashLine(line) !== line.hash) return place + 1;
    previous = line.hash;
  }
  return null;
}
