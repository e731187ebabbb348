// Every sentence for people stands in both languages with the same places to fill, and every refusal gets what it names.
import ts from "typescript";
import { describe, expect, test } from "vitest";
import type { RefusalCode } from "#domain/refusals.ts";
import { refusals } from "#domain/refusals.ts";
import { wordsFor } from "#words/index.ts";
import { languages, readLanguage, say } from "#words/language.ts";
import { refusalSentence } from "#words/refusals.ts";
import { nodesOf, parse, sourceFiles } from "../architecture/sources.ts";

const codes = Object.keys(refusals) as RefusalCode[];
const places = (sentence: string): string[] =>
  [...sentence.matchAll(/\{(\w+)\}/g)].map(([, name]) => name!).sort();

/** The numbers by which a sentence chooses between one and many: {n|sheet|sheets}. */
const choices = (sentence: string): string[] =>
  [...sentence.matchAll(/\{(\w+)\|[^|{}]*\|[^|{}]*\}/g)].map(([, name]) => name!);

/** Every sentence of a dictionary under its path, "nav.home"; a list counts its items. */
function leaves(words: unknown, path = ""): Map<string, unknown> {
  if (words === null || typeof words !== "object") return new Map([[path, words]]);
  return new Map(
    Object.entries(words).flatMap(([key, item]) => [...leaves(item, path === "" ? key : `${path}.${key}`)]),
  );
}

describe("每种拒绝一句话", () => {
  test.each(codes)("%s：两种文字，同样的空格", (code) => {
    const [zh, en] = [refusalSentence({ code }, "zh"), refusalSentence({ code }, "en")];
    expect(zh).toMatch(/\p{Script=Han}.*[。]$/u);
    expect(en).toMatch(/^[^\p{Script=Han}]{8,}\.$/u);
    expect(places(en)).toEqual(places(zh));
  });

  test("状态码是一个拒绝的状态码", () => {
    for (const [code, status] of Object.entries(refusals))
      expect([code, status >= 400 && status < 600]).toEqual([code, true]);
  });

  test("凡写明参数的拒绝，句子里的空格都给了值", () => {
    const gaps = sourceFiles(["domain", "server", "app"]).flatMap((file) =>
      [...nodesOf(parse(file))].flatMap((node) => {
        const given = refusalAt(node);
        if (!given) return [];
        const wanted = places(refusalSentence({ code: given.code }, "zh")).filter(
          (name) => !given.params.includes(name),
        );
        return wanted.map((name) => `${file}: ${given.code} lacks {${name}}`);
      }),
    );
    expect(gaps).toEqual([]);
  });
});

describe("两种文字的词典", () => {
  const [zh, en] = languages.map((language) => leaves(wordsFor(language))) as [
    Map<string, unknown>,
    Map<string, unknown>,
  ];

  test("英文的键与中文的一样多，一个不少", () => {
    expect(zh.size).toBeGreaterThan(100);
    expect([...en.keys()].sort()).toEqual([...zh.keys()].sort());
  });

  test("一种文字空着的，另一种也空着", () => {
    const empty = (words: Map<string, unknown>) =>
      [...words].filter(([, sentence]) => String(sentence).trim() === "").map(([path]) => path);
    expect(empty(en)).toEqual(empty(zh));
  });

  test("每句要填的空格两种文字相同", () => {
    const differing = [...zh].filter(
      ([path, sentence]) => places(String(en.get(path))).join() !== places(String(sentence)).join(),
    );
    expect(differing.map(([path]) => path)).toEqual([]);
  });

  test("单复数只按句中说出的数选，中文没有单复数", () => {
    const sentences = [...en.values()]
      .map(String)
      .concat(codes.map((code) => refusalSentence({ code }, "en")));
    const counted = sentences.filter((sentence) => choices(sentence).length > 0);
    expect(counted.length).toBeGreaterThan(50);
    for (const sentence of counted)
      expect([sentence, choices(sentence).filter((name) => !places(sentence).includes(name))]).toEqual([
        sentence,
        [],
      ]);
    expect([...zh].filter(([, sentence]) => choices(String(sentence)).length > 0)).toEqual([]);
  });

  test("英文里数字后面的可数名词都跟着数变", () => {
    const counted = [...en.values()].map(String).concat(codes.map((code) => refusalSentence({ code }, "en")));
    expect(
      counted.filter((sentence) =>
        /\{(?:n|of|days|judges|sheets|minutes)\} (?!(?:is|was|has)\b)\w+s\b/.test(sentence),
      ),
    ).toEqual([]);
  });
});

describe("一事一词", () => {
  /** Other words for what a work is marked under, tried and given up: 评审号 (terms.code), in English the code. */
  const rejected = { zh: /作品代码|评分码|评审码|盲评号|代码/, en: /\b(work|blind|marking|review) code/i };

  test.each(languages)("作品在评审号下评分，别无他名（%s）", (language) => {
    const sentences = new Map([
      ...leaves(wordsFor(language)),
      ...codes.map((code) => [code, refusalSentence({ code }, language)] as const),
    ]);
    const found = [...sentences].filter(([, sentence]) => rejected[language].test(String(sentence)));
    expect(found).toEqual([]);
  });
});

describe("填空", () => {
  test("填上给了的，没给的照样看得见", () => {
    expect(say("{n} 名选手，{m} 名裁判", { n: 12 })).toBe("12 名选手，{m} 名裁判");
    expect(say("第 {n} 轮", { n: 0 })).toBe("第 0 轮");
  });

  test("英文按数选单复数：恰为 1 用前者，其余用后者", () => {
    const sentence = "{n} {n|sheet waits|sheets wait}";
    expect([0, 1, "1", 2, "1.50", 21].map((n) => say(sentence, { n }))).toEqual([
      "0 sheets wait",
      "1 sheet waits",
      "1 sheet waits",
      "2 sheets wait",
      "1.50 sheets wait",
      "21 sheets wait",
    ]);
    expect(say(sentence)).toBe(sentence);
  });

  test("认不得的语言用中文", () => {
    expect([undefined, null, "", "fr", "EN", "en"].map(readLanguage)).toEqual([
      "zh",
      "zh",
      "zh",
      "zh",
      "zh",
      "en",
    ]);
  });
});

/** A `refuse("code", { … })` whose code and parameters stand in the source; spread or computed parameters are left alone. */
function refusalAt(node: ts.Node): { code: RefusalCode; params: string[] } | null {
  if (!ts.isCallExpression(node) || !ts.isIdentifier(node.expression) || node.expression.text !== "refuse")
    return null;
  const [code, params] = node.arguments;
  if (!code || !ts.isStringLiteral(code) || !(code.text in refusals)) return null;
  if (!params) return { code: code.text as RefusalCode, params: [] };
  if (!ts.isObjectLiteralExpression(params) || params.properties.some(ts.isSpreadAssignment)) return null;
  return {
    code: code.text as RefusalCode,
    params: params.properties.map((one) => one.name?.getText() ?? ""),
  };
}
