// One cell of a workbook as people fill it: cleaned text, look-alike letters folded, marks read exactly.
import { type Exact, parseExact } from "../exact.ts";

/** Why a cell has no usable value: a formula without its stored result, a formula error, a number turned date. */
export type CellFault = { readonly fault: "not-calculated" | "formula-error" | "date" };
export type CisCell = string | number | boolean | null | CellFault;
/** Rows and columns from A1 on; rows may be short. */
export type CisGrid = readonly (readonly CisCell[])[];

/** The address of a cell counted from 0: (24, 10) is "K25". */
export function addressOf(row: number, column: number): string {
  let letters = "";
  for (let rest = column + 1; rest > 0; rest = Math.floor((rest - 1) / 26)) {
    letters = String.fromCharCode(65 + ((rest - 1) % 26)) + letters;
  }
  return `${letters}${row + 1}`;
}

const invisible = /[^\P{Cc}\n\t]|\p{Cs}|[\u200b-\u200f\u2060\ufeff]/gu;

/** The text of a cell without control and invisible characters and without blanks at its ends; "" when it has none. */
export function textOf(cell: CisCell | undefined): string {
  if (typeof cell === "number") return String(cell);
  if (typeof cell !== "string") return "";
  return cell.replace(/\r\n?/g, "\n").replace(invisible, "").trim();
}

/** Whether anything stands in the cell, a formula without a result included. */
export const isFilled = (cell: CisCell | undefined): boolean =>
  cell !== undefined && cell !== null && (typeof cell !== "string" || textOf(cell) !== "");

const cyrillic =
  "\u0410\u0412\u0421\u0415\u0405\u0406\u0408\u041a\u041c\u041d\u041e\u0420\u0422\u0425\u0423\u04ae\u050c";
const greek = "\u0391\u0392\u0395\u0396\u0397\u0399\u037f\u039a\u039c\u039d\u039f\u03a1\u03a4\u03a5\u03a7";
const latin = [..."ABCESIJKMHOPTXYYGABEZHIJKMNOPTYX"];
const lookAlikes = new Map([...cyrillic, ...greek].map((letter, at) => [letter, latin[at]!]));

/** Upper case, no blanks, Latin for letters that only look Latin (Cyrillic, Greek, full-width); `folded` when any did. */
export function foldLetters(cell: CisCell | undefined): { readonly text: string; readonly folded: boolean } {
  const upper = textOf(cell).replace(/\s+/g, "").toUpperCase();
  const text = [...upper.normalize("NFKC")].map((letter) => lookAlikes.get(letter) ?? letter).join("");
  return { text, folded: text !== upper };
}

export type MarkNote = "comma-decimal" | "number-as-text" | "binary-residue";
export type MarkReading =
  | { readonly kind: "empty" }
  | { readonly kind: "mark"; readonly value: Exact; readonly note?: MarkNote }
  | { readonly kind: "text"; readonly text: string }
  | { readonly kind: "too-fine"; readonly text: string }
  | { readonly kind: CellFault["fault"] };

/**
 * Reads a mark exactly. A number becomes its shortest decimal text; where a formula left a binary residue
 * (0.30000000000000004) the fifteen digits that Excel itself shows are taken, and `note` says so.
 * A text counts as a mark only when all of it is one number, with a point or a comma: 「1 2」, 「10²」 and 「①」 are none.
 */
export function readMark(cell: CisCell | undefined): MarkReading {
  if (!isFilled(cell)) return { kind: "empty" };
  if (typeof cell === "number") return readNumber(cell);
  if (typeof cell === "object" && cell !== null) return { kind: cell.fault };
  if (typeof cell !== "string") return { kind: "text", text: cell ? "TRUE" : "FALSE" };
  const text = textOf(cell);
  const plain = narrow(text);
  if (!/^[+-]?(\d+([.,]\d+)?|[.,]\d+)$/.test(plain)) return { kind: "text", text };
  const value = parseExact(
    plain
      .replace("+", "")
      .replace(",", ".")
      .replace(/^(-?)\./, "$10."),
  );
  if (!value) return { kind: "too-fine", text };
  return { kind: "mark", value, note: plain.includes(",") ? "comma-decimal" : "number-as-text" };
}

/** Full-width digits and signs as a Chinese keyboard types them. */
const narrow = (text: string): string =>
  text.replace(/[\uff0b-\uff19]/g, (letter) => String.fromCharCode(letter.charCodeAt(0) - 0xfee0));

/** A text that is nothing but plain digits (a point, a minus) as the number it would be in a workbook; any other as it is. */
export function figureOf(text: string): string | number {
  const plain = narrow(textOf(text));
  const value = /^-?(\d+(\.\d+)?|\.\d+)$/.test(plain) ? parseExact(plain.replace(/^(-?)\./, "$10.")) : null;
  return value ? Number(value.toString()) : text;
}

function readNumber(number: number): MarkReading {
  const shortest = parseExact(String(number));
  if (shortest) return { kind: "mark", value: shortest };
  const shown = parseExact(String(Number(number.toPrecision(15))));
  if (shown) return { kind: "mark", value: shown, note: "binary-residue" };
  return { kind: "too-fine", text: String(number) };
}
