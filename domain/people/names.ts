// Personal names: folded on input and on match; length counts code points, rare characters outside the BMP are names.
import { type Outcome, ok, refuse } from "../outcome.ts";

const dots = /[・•．‧∙･•·]/gu;
const invisible = /[\u200b-\u200f\u2060\ufeff\u00ad]/gu;
const han = /^[\p{Script=Han}·]+$/u;
const latin = /^[\p{Script=Latin}][\p{Script=Latin}' .-]*$/u;

/** Reads a typed name: Kangxi radicals and full-width forms folded, every middle dot written ·, at most 50 code points. */
export function readName(typed: string): Outcome<string> {
  const marked = typed.replace(dots, "·").normalize("NFKC").replace(dots, "·").replace(invisible, "").trim();
  const name = /^[\p{Script=Han}·\s]+$/u.test(marked)
    ? marked.replace(/\s+/gu, "")
    : marked.replace(/\s+/gu, " ");
  if (name === "") return refuse("people.name-empty");
  if ([...name].length > 50) return refuse("people.name-long");
  if (!han.test(name) && !latin.test(name)) return refuse("people.name-character", { name });
  return /^·|·$|··/.test(name) ? refuse("people.name-character", { name }) : ok(name);
}

/** The key under which two spellings of one name meet. */
export const nameKey = (name: string): string =>
  name
    .normalize("NFKC")
    .replace(/[\s·'.-]/gu, "")
    .toLowerCase();

/** The key under which two spellings of one unit meet: full-width forms folded, brackets and spaces aside. */
export const unitKey = (unit: string): string =>
  unit
    .normalize("NFKC")
    .replace(/[\s()·'.-]/gu, "")
    .toLowerCase();

/** 李志远 → 李*远, 王伟 → 王*, 买买提·艾力 → 买******力: for lists where a name may be masked. */
export function maskName(name: string): string {
  const points = [...name];
  if (points.length <= 2) return `${points[0]}*`;
  return `${points[0]}${"*".repeat(points.length - 2)}${points.at(-1)}`;
}
