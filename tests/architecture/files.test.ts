// House rule 9: a file is a page, opens with what it is and why, and is named by a good noun.

import ts from "typescript";
import { describe, expect, test } from "vitest";
import { filesBelow, parse, sourceFiles, textOf } from "./sources.ts";

const folders = ["app", "server", "words", "domain", "tests", "bin", "prisma"];
const everything = filesBelow(folders, /\.(tsx?|mjs|js|css)$/);
const banned = new Set(["utils", "util", "helpers", "helper", "misc", "common", "manager", "v2"]);
/** The stored text of 汴办〔2021〕21号: it is as long as the document is. */
const quoted = "domain/entitlements/packs/kaifeng-2021-21.source.ts";

const lines = (text: string): number => text.replace(/\n$/, "").split("\n").length;
const badWords = (path: string): string[] =>
  path.split(/[/._$-]/).filter((word) => banned.has(word.toLowerCase()));
const startsWithComment = (text: string): boolean => /^(#!.*\n)?\s*(\/\/|\/\*)/.test(text);

/** A file that does nothing but hand on what other files export. */
const handsOn = (file: string): boolean => {
  const passes = (statement: ts.Statement): boolean =>
    ts.isExportDeclaration(statement) && statement.moduleSpecifier !== undefined;
  return parse(file).statements.every(passes);
};
const isIndex = (file: string): boolean => /(^|\/)index\.tsx?$/.test(file);

describe("文件", () => {
  test("没有 utils、helpers、misc、common、manager、v2", () => {
    expect(everything.filter((file) => badWords(file).length > 0)).toEqual([]);
    expect(badWords("server/marking/mark-utils.ts")).toEqual(["utils"]);
    expect(badWords("app/common/words.tsx")).toEqual(["common"]);
  });

  test("没有一个超过三百行", () => {
    const long = everything.filter((file) => file !== quoted && lines(textOf(file)) > 300);
    expect(long.map((file) => `${file}: ${lines(textOf(file))}`)).toEqual([]);
  });

  test("每个都先说自己是什么（只转手的索引除外）", () => {
    const files = sourceFiles([...folders.filter((folder) => folder !== "bin")]).concat(
      filesBelow(["bin"], /\.mjs$/),
    );
    const silent = files.filter(
      (file) => !startsWithComment(textOf(file)) && !handsOn(file) && !isIndex(file),
    );
    expect(silent).toEqual([]);
  });

  test("领域与服务器的文件中位数是一页上下，多数不到二百行", () => {
    const sizes = sourceFiles(["domain", "server"]).map((file) => lines(textOf(file)));
    const sorted = sizes.sort((a, b) => a - b);
    expect(sorted[Math.floor(sorted.length / 2)]).toBeLessThanOrEqual(90);
    expect(sorted[Math.floor(sorted.length * 0.9)]).toBeLessThanOrEqual(200);
  });
});
