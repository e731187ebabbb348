// Certificate numbers: the check digit (ISO 7064 MOD 11,10) finds what fingers and telephones get wrong.
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { certificateNumber, readCertificateNumber } from "#domain/credentials/number.ts";

/** ISO 7064 MOD 11,10 as the standard words it: a string is right when its last sum is 1 modulo 10. */
function holds(digits: string): boolean {
  let product = 10;
  for (const digit of digits.slice(0, -1)) product = (((product + Number(digit)) % 10 || 10) * 2) % 11;
  return (product + Number(digits.at(-1))) % 10 === 1;
}
const digitsOf = (number: string): string => number.slice(3).replaceAll("-", "");
const anyNumber = fc
  .tuple(
    fc.constantFrom("BS" as const, "BD" as const),
    fc.integer({ min: 2023, max: 2099 }),
    fc.integer({ min: 1, max: 9_999_999 }),
  )
  .map(([series, year, running]) => certificateNumber(series, year, running));
const places = (number: string): number[] =>
  [...number].flatMap((sign, place) => (/\d/.test(sign) ? [place] : []));

describe("证书编号", () => {
  test.each([
    ["BS", 1366, 9597, "BS-1366-9597-6"],
    ["BS", 3339, 200_596, "BS-3339-200596-1"],
  ] as const)("校验位合乎 ISO 7064 MOD 11,10 的公开例子：%s %i %i → %s", (series, year, running, number) => {
    expect(certificateNumber(series, year, running)).toBe(number);
  });

  test("编出的号码都读得回来，并合乎标准", () => {
    fc.assert(
      fc.property(anyNumber, (number) => {
        expect(number).toMatch(/^B[SD]-\d{4}-\d{4,7}-\d$/);
        expect(readCertificateNumber(number)).toBe(number);
        expect(holds(digitsOf(number))).toBe(true);
      }),
    );
  });

  test("错一位，无论哪一位错成什么，都查得出", () => {
    fc.assert(
      fc.property(anyNumber, (number) => {
        for (const place of places(number)) {
          for (const digit of "0123456789") {
            if (digit === number[place]) continue;
            expect(
              readCertificateNumber(number.slice(0, place) + digit + number.slice(place + 1)),
            ).toBeNull();
          }
        }
      }),
    );
  });

  test("邻位颠倒：标准能查出的都查出，查不出的不足百分之三", () => {
    let turned = 0;
    let missed = 0;
    for (let running = 1; running <= 2000; running += 1) {
      const number = certificateNumber("BS", 2026, running);
      const at = places(number);
      for (const [index, place] of at.slice(0, -1).entries()) {
        const next = at[index + 1]!;
        if (number[place] === number[next]) continue;
        const signs = [...number];
        signs[place] = number[next]!;
        signs[next] = number[place]!;
        const wrong = signs.join("");
        const seen = readCertificateNumber(wrong) === null;
        expect([wrong, seen]).toEqual([wrong, !holds(digitsOf(wrong))]);
        turned += 1;
        missed += Number(!seen);
      }
    }
    expect(turned).toBeGreaterThan(10_000);
    expect(missed / turned).toBeLessThan(0.03);
  });

  test("大小写、全角、各种横线与空格都读成一种写法", () => {
    const number = certificateNumber("BS", 2026, 117);
    const typed = [
      number.toLowerCase(),
      number.replaceAll("-", "—"),
      number.replaceAll("-", "－"),
      ` ${number} `,
    ];
    const wide = number.replace(/[\dBS]/g, (sign) => String.fromCharCode(sign.charCodeAt(0) + 0xfee0));
    for (const text of [...typed, wide]) expect(readCertificateNumber(text)).toBe(number);
  });

  test.each([
    "",
    "BS",
    "BX-2026-0117-4",
    "BS-2026-117-4",
    "BS-26-0117-4",
    "BS-2026-01170000-4",
    "BS20260117",
  ])("%j 不是编号", (typed) => {
    expect(readCertificateNumber(typed)).toBeNull();
  });
});
