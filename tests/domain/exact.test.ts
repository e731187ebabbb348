// Domain 3.1: entered marks are exact decimals, derived values exact rationals; rounding only where a rule says so.
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  compare,
  exact,
  formatExact,
  isMultipleOf,
  parseExact,
  ratio,
  roundHalfUp,
  sum,
  zero,
} from "#domain/exact.ts";

const whole = fc.bigInt({ min: -(10n ** 15n) + 1n, max: 10n ** 15n - 1n });
/** Any decimal of at most nine digits before and six after the point, as people and the database write them. */
const decimal = fc
  .tuple(
    fc.boolean(),
    fc.integer({ min: 0, max: 999_999_999 }),
    fc.integer({ min: 0, max: 6 }),
    fc.nat(999_999),
  )
  .map(([minus, before, places, after]) => {
    const fraction = String(after).padStart(6, "0").slice(0, places);
    return `${minus ? "-" : ""}${before}${places > 0 ? `.${fraction}` : ""}`;
  });

describe("3.1 什么算一个十进制数", () => {
  test.each(["0", "12.50", "0.15", "0.3", "100.00", "-1", "999999999.999999", "007"])("%j 是", (text) => {
    expect(parseExact(text)).not.toBeNull();
  });

  test.each([
    "",
    " ",
    "1 ",
    "+1",
    ".5",
    "1.",
    "1e3",
    "1e309",
    "NaN",
    "Infinity",
    "0x10",
    "1/2",
    "½",
    "1,5",
    "1_000",
    "１.５",
    "٣",
    "1.0000000",
    "1234567890",
    "--1",
    "1.2.3",
    "1\n",
  ])("%j 不是", (text) => {
    expect(parseExact(text)).toBeNull();
  });

  test("程序自己写的数读不出来是程序的错，不是拒绝", () => {
    expect(() => exact("abc")).toThrow(TypeError);
  });

  test("0.1 加 0.2 正好是 0.3，三个三分之一正好是 1", () => {
    expect(sum([exact("0.1"), exact("0.2")]).equals(exact("0.3"))).toBe(true);
    const third = ratio(exact(1), exact(3));
    expect(compare(sum([third, third, third]), exact(1))).toBe(0);
    expect(sum([]).equals(zero)).toBe(true);
  });
});

describe("3.1 四舍五入", () => {
  test.each([
    ["0.005", 2, "0.01"],
    ["0.0049", 2, "0.00"],
    ["1.005", 2, "1.01"],
    ["2.675", 2, "2.68"],
    ["88.925", 2, "88.93"],
    ["89.5", 0, "90"],
    ["-0.005", 2, "-0.01"],
    ["-0.004", 2, "0.00"],
    ["0.5", 0, "1"],
  ] as const)("%s 到 %i 位是 %s", (text, places, rounded) => {
    expect(roundHalfUp(exact(text), places)).toBe(rounded);
  });

  test("与整数算术的商和余数一致，正负皆然", () => {
    fc.assert(
      fc.property(
        whole,
        fc.bigInt({ min: 1n, max: 10n ** 9n }),
        fc.integer({ min: 0, max: 6 }),
        (over, under, places) => {
          const size = (over < 0n ? -over : over) * 10n ** BigInt(places);
          const up = (size % under) * 2n >= under ? 1n : 0n;
          const units = size / under + up;
          const text = roundHalfUp(ratio(exact(over), exact(under)), places);
          expect(BigInt(text.replace(".", ""))).toBe(over < 0n ? -units : units);
          expect(text.split(".")[1]?.length ?? 0).toBe(places);
        },
      ),
    );
  });
});

describe("3.1 写出来再读回去", () => {
  test("任何十进制数都不变，且至少两位小数", () => {
    fc.assert(
      fc.property(decimal, (text) => {
        const written = formatExact(exact(text));
        expect(exact(written).equals(exact(text))).toBe(true);
        expect(written).toMatch(/^-?\d+\.\d{2,6}$/);
      }),
    );
  });

  test.each([
    ["999999999.999999", "999999999.999999"],
    ["999999999.999", "999999999.999"],
    ["-999999999.999", "-999999999.999"],
    ["0.1", "0.10"],
    ["12.345", "12.345"],
    ["-0", "0.00"],
  ])("%s 写作 %s", (text, written) => {
    expect(formatExact(exact(text))).toBe(written);
  });

  test("除不尽的数只在第六位舍入", () => {
    expect(formatExact(ratio(exact(2), exact(3)))).toBe("0.666667");
  });
});

describe("3.1 步长", () => {
  test("0.3 是三个 0.1（二进制小数会说不是），0.35 不是", () => {
    expect(isMultipleOf(exact("0.3"), exact("0.1"))).toBe(true);
    expect(isMultipleOf(exact("0.35"), exact("0.1"))).toBe(false);
  });
});

describe("3.4 成绩构成加权，排名用准确值", () => {
  const weigh = (theory: string, practical: string, weights: readonly [string, string]) =>
    sum([exact(weights[0]).mul(exact(theory)), exact(weights[1]).mul(exact(practical))]);

  test.each([
    ["86", "91.25", "90.20", "89.68"],
    ["78.50", "93.40", "90.42", "88.93"],
    ["95", "89", "90.20", "90.80"],
    ["80", "92.75", "90.20", "88.93"],
  ])("理论 %s、实操 %s：二八得 %s，三七得 %s", (theory, practical, twenty, thirty) => {
    expect(roundHalfUp(weigh(theory, practical, ["0.20", "0.80"]), 2)).toBe(twenty);
    expect(roundHalfUp(weigh(theory, practical, ["0.30", "0.70"]), 2)).toBe(thirty);
  });

  test("88.930 与 88.925 写出来相同，却不并列", () => {
    expect(
      compare(weigh("78.50", "93.40", ["0.30", "0.70"]), weigh("80", "92.75", ["0.30", "0.70"])),
    ).toBeGreaterThan(0);
  });
});

test("合计一分不差：与按百万分之一累加的整数一致", () => {
  const micro = (text: string): bigint => {
    const [before, after = ""] = text.replace("-", "").split(".");
    const count = BigInt(before!) * 1_000_000n + BigInt(after.padEnd(6, "0"));
    return text.startsWith("-") ? -count : count;
  };
  fc.assert(
    fc.property(fc.array(decimal, { maxLength: 30 }), (list) => {
      const total = sum(list.map((text) => exact(text)));
      const expected = list.reduce((all, text) => all + micro(text), 0n);
      expect(total.equals(ratio(exact(expected), exact(1_000_000)))).toBe(true);
    }),
  );
});
