// Readable certificate numbers, "BS-2026-0117-4": series, year, running number, check digit (ISO 7064 MOD 11,10).

/** Dashes may be missing: series and year have a fixed length and the check digit is the last. */
const form = /^(BS|BD)-?(\d{4})-?(\d{4,7})-?(\d)$/;

/** BS numbers an award, BD a granting decision. */
export type Series = "BS" | "BD";

export function certificateNumber(series: Series, year: number, running: number): string {
  const serial = String(running).padStart(4, "0");
  return `${series}-${year}-${serial}-${checkDigit(`${year}${serial}`)}`;
}

/** The number in its one spelling, or null when its form or check digit is wrong. */
export function readCertificateNumber(typed: string): string | null {
  const text = typed
    .normalize("NFKC")
    .replace(/[\s\u200b-\u200f]/g, "")
    .replace(/[–—－]/g, "-")
    .toUpperCase();
  const parts = form.exec(text);
  if (!parts) return null;
  const [, series, year, serial, digit] = parts;
  return checkDigit(`${year}${serial}`) === digit ? `${series}-${year}-${serial}-${digit}` : null;
}

function checkDigit(digits: string): string {
  let product = 10;
  for (const digit of digits) {
    const total = (product + Number(digit)) % 10 || 10;
    product = (total * 2) % 11;
  }
  return String((11 - product) % 10);
}
