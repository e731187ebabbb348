// Domain 1 (people): a name is folded on input and on match; rare characters are names, annotations are not.
import { existsSync, readFileSync } from "node:fs";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { maskName, nameKey, readName } from "#domain/people/names.ts";

/** What is typed, and the name that is read; null where it is refused. */
const names: [typed: string, read: string | null, points: number, why: string][] = [
  ["买买提·艾力", "买买提·艾力", 6, "间隔号 U+00B7"],
  ["阿卜杜热合曼·买买提依明", "阿卜杜热合曼·买买提依明", 12, "长名"],
  ["迪丽热巴・玉素甫", "迪丽热巴·玉素甫", 8, "片假名中点 U+30FB"],
  ["古丽•阿不都", "古丽·阿不都", 6, "圆点 U+2022"],
  ["努尔兰．哈力克", "努尔兰·哈力克", 7, "全角句点 U+FF0E"],
  ["欧阳修文", "欧阳修文", 4, "复姓"],
  ["上官云", "上官云", 3, "复姓"],
  ["王　伟", "王伟", 3, "表意空格"],
  [" 李娜 ", "李娜", 4, "首尾空格"],
  ["张𬱖", "张𬱖", 2, "扩展 E，两个 UTF-16 单位"],
  ["刘㛃", "刘㛃", 2, "扩展 A"],
  ["孙𫖯", "孙𫖯", 2, "扩展 C"],
  ["赵䶮", "赵䶮", 2, "扩展 A"],
  ["单雪", "单雪", 2, "多音姓"],
  ["仇和平", "仇和平", 3, "多音姓"],
  ["解晓东", "解晓东", 3, "多音姓"],
  ["Nurlan Kaliyev", "Nurlan Kaliyev", 14, "外籍选手"],
  ["王伟", "王伟", 2, "重名常见"],
  ["陈思 (大)", null, 6, "括注用来区分同名：拒绝"],
  ["\ue863龙", null, 2, "私用区 U+E863，旧 GBK 的生僻字：拒绝"],
];

describe("姓名：录入时归一", () => {
  test.each(names)("%j 读作 %j（%i 个码点，%s）", (typed, read, points) => {
    const outcome = readName(typed);
    expect(outcome.ok ? outcome.value : null).toBe(read);
    expect([...typed]).toHaveLength(points);
  });

  test("与项目共用的样例一致（有样例文件时）", () => {
    const shared = "../shared/data/identifiers/name_edge_cases.csv";
    const rows = existsSync(shared) ? readFileSync(shared, "utf8").split(/\r?\n/).slice(1) : [];
    const own = new Map(names.map(([typed, , points]) => [typed, points]));
    for (const row of rows.filter((text) => text !== "")) {
      expect([row, own.get(row.split(",")[0]!)]).toEqual([row, Number(row.split(",").at(-1))]);
    }
  });

  test.each([
    ["", "people.name-empty"],
    ["　 \u200b", "people.name-empty"],
    ["张三1", "people.name-character"],
    ["张三@", "people.name-character"],
    ["·张三", "people.name-character"],
    ["张··三", "people.name-character"],
    ["<b>张三</b>", "people.name-character"],
    ["张Wei", "people.name-character"],
    ["汴".repeat(51), "people.name-long"],
  ])("%j 以 %s 拒绝", (typed, code) => {
    const outcome = readName(typed);
    expect(!outcome.ok && outcome.refusal.code).toBe(code);
  });

  test("五十个字以码点计，扩展区的字一个算一个", () => {
    expect(readName("𬱖".repeat(50)).ok).toBe(true);
    expect(readName("𬱖".repeat(51)).ok).toBe(false);
  });

  test("读过的姓名再读一遍不变，钥匙也不变", () => {
    const letters = fc.constantFrom(..."王李欧阳𬱖㛃·・．•　 ⼭ａＢé'-.\u200b");
    fc.assert(
      fc.property(fc.array(letters, { maxLength: 12 }), (list) => {
        const once = readName(list.join(""));
        if (!once.ok) return;
        expect(readName(once.value)).toEqual(once);
        expect(once.value).toBe(once.value.normalize("NFKC"));
        expect(nameKey(once.value)).toBe(
          nameKey(
            list
              .join("")
              .replace(/\u200b/g, "")
              .replace(/[・．•]/g, "·"),
          ),
        );
      }),
    );
  });

  test("同一个名字的几种写法钥匙相同，两个名字的钥匙不同", () => {
    expect(nameKey("迪丽热巴·玉素甫")).toBe(nameKey("迪丽热巴 玉素甫"));
    expect(nameKey("NURLAN Kaliyev")).toBe(nameKey("Nurlan Kaliyev"));
    expect(nameKey("王伟")).not.toBe(nameKey("王玮"));
  });
});

describe("姓名：遮蔽", () => {
  test.each([
    ["李志远", "李*远"],
    ["王伟", "王*"],
    ["买买提·艾力", "买****力"],
    ["张𬱖", "张*"],
    ["𬱖小明", "𬱖*明"],
  ])("%s 写作 %s，不会拆开一个字", (name, shown) => {
    expect(maskName(name)).toBe(shown);
  });
});
