// Stepping a typed decimal without ever passing through a binary fraction: 0.1 + 0.2 is 0.3 here.
const decimal = /^(-?)(\d*)(?:[.。．](\d*))?$/;

/** Reads what a person typed (full-width digits too) as a plain decimal, or null when it is none. */
export function typedDecimal(text: string): string | null {
  const plain = text.normalize("NFKC").replace(/[\s,]/g, "").replace("。", ".");
  const found = decimal.exec(plain);
  if (!found || (found[2] === "" && !found[3])) return null;
  const [, sign, whole, fraction] = found;
  const units = (whole || "0").replace(/^0+(?=\d)/, "");
  return `${sign}${units}${fraction ? `.${fraction}` : ""}`;
}

/** `value` moved by `times` steps and held between min and max; an unset value starts at min, or at 0. */
export function steppedDecimal(
  value: string | null,
  step: string,
  times: number,
  bounds: { min?: string; max?: string },
): string {
  const places = Math.max(
    ...[value, step, bounds.min, bounds.max].map((text) => text?.split(".")[1]?.length ?? 0),
  );
  const min = bounds.min === undefined ? null : scaled(bounds.min, places);
  const max = bounds.max === undefined ? null : scaled(bounds.max, places);
  let next = value === null ? (min ?? 0n) : scaled(value, places) + scaled(step, places) * BigInt(times);
  if (min !== null && next < min) next = min;
  if (max !== null && next > max) next = max;
  return written(next, places);
}

function scaled(text: string, places: number): bigint {
  const [whole = "0", fraction = ""] = text.replace("-", "").split(".");
  const size = BigInt(whole + fraction.padEnd(places, "0").slice(0, places));
  return text.startsWith("-") ? -size : size;
}

function written(value: bigint, places: number): string {
  const digits = (value < 0n ? -value : value).toString().padStart(places + 1, "0");
  const cut = digits.length - places;
  return `${value < 0n ? "-" : ""}${digits.slice(0, cut)}${places ? `.${digits.slice(cut)}` : ""}`;
}
