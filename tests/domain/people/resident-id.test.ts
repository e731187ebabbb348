// GB 11643-1999 公民身份号码：十八位，出生日期真实，校验码用 ISO 7064 MOD 11-2；地区代码不设限。
import { existsSync, readFileSync } from "node:fs";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { addDays } from "#domain/calendar.ts";
import {
  birthDateOf,
  checkDigit,
  maskResidentId,
  type ResidentId,
  readResidentId,
} from "#domain/people/resident-id.ts";

const accepted: [typed: string, why: string][] = [
  ["11010519491231002X", "国家标准的例子"],
  ["440524188001010014", "国家标准的第二个例子，1900 年以前出生"],
  ["410202209912310018", "龙亭区"],
  ["410203209901010024", "顺河回族区"],
  ["410225209902280032", "兰考县"],
  ["410212209907041186", "祥符区"],
  ["410224209911110098", "开封县，2014 年撤销，旧证有效"],
  ["410211209911110096", "金明区，2014 年撤销"],
  ["410221209602290153", "闰年的 2 月 29 日"],
  ["410201209901010013", "市辖区占位代码：地区不设限"],
  ["11010519491231002x", "小写 x"],
  ["１１０１０５１９４９１２３１００２Ｘ", "全角"],
  [" 110105 19491231 002X ", "空格"],
  ["110105-19491231-002X", "连字符"],
  ["1101051949\u200b1231002X\ufeff", "零宽字符"],
];
const refused: [typed: string, code: string, why: string][] = [
  ["110105194912310021", "people.id-check-digit", "校验码不符"],
  ["110105194902300020", "people.id-date", "2 月 30 日，校验码却对"],
  ["410221209702290011", "people.id-date", "2097 年不闰"],
  ["110105491231002", "people.id-fifteen", "十五位一代证号"],
  ["", "people.id-length", "空"],
  ["1101051949123100", "people.id-length", "十六位"],
  ["11010519491231002XX", "people.id-length", "十九位"],
  ["X1010519491231002X", "people.id-length", "X 只能在末位"],
  ["11010519491231002Y", "people.id-length", "Y"],
  ["٣1010519491231002X", "people.id-length", "别种文字的数字"],
];

const anyId = fc
  .tuple(fc.integer({ min: 110_000, max: 659_999 }), fc.integer({ min: 0, max: 36_000 }), fc.nat(999))
  .map(([region, days, order]) => {
    const body = `${region}${addDays("1930-01-01", days).replaceAll("-", "")}${String(order).padStart(3, "0")}`;
    return body + checkDigit(body);
  });

describe("GB 11643 身份证号", () => {
  test.each(accepted)("%j 接受：%s", (typed) => {
    const read = readResidentId(typed);
    expect(read.ok && read.value).toMatch(/^\d{17}[\dX]$/);
  });

  test.each(refused)("%j 以 %s 拒绝：%s", (typed, code) => {
    expect(readResidentId(typed)).toEqual({ ok: false, refusal: { code } });
  });

  test("与项目共用的样例一致（有样例文件时）", () => {
    const shared = "../shared/data/identifiers/resident_id_vectors.csv";
    const rows = existsSync(shared) ? readFileSync(shared, "utf8").trim().split("\n").slice(1) : [];
    const known = [...accepted, ...refused].map(([typed]) => typed);
    for (const [typed, expected] of rows.map((row) => row.split(",") as [string, string])) {
      expect(known).toContain(typed);
      expect([typed, readResidentId(typed).ok]).toEqual([typed, !["invalid", "legacy"].includes(expected)]);
    }
  });

  test("改任何一位，或调换任何两个不同的邻位，都认得出来", () => {
    fc.assert(
      fc.property(anyId, fc.nat(17), fc.integer({ min: 1, max: 9 }), (id, place, by) => {
        expect(readResidentId(id)).toEqual({ ok: true, value: id });
        const digit = id[place] === "X" ? String(by) : String((Number(id[place]) + by) % 10);
        expect(readResidentId(id.slice(0, place) + digit + id.slice(place + 1)).ok).toBe(false);
        if (place < 17 && id[place] !== id[place + 1]) {
          const turned = id.slice(0, place) + id[place + 1] + id[place] + id.slice(place + 2);
          expect(readResidentId(turned).ok).toBe(false);
        }
      }),
    );
  });

  test("出生日期是第 7 至 14 位", () => {
    expect(birthDateOf("11010519491231002X" as ResidentId)).toBe("1949-12-31");
  });

  test("示人时只见前三位与后两位", () => {
    fc.assert(
      fc.property(anyId, (id) => {
        const shown = maskResidentId(id as ResidentId);
        expect(shown).toBe(`${id.slice(0, 3)}*************${id.slice(-2)}`);
      }),
    );
  });
});
