// House: three floors and a dictionary, every arrow downward; of the server the app takes `import type` and nothing else.
import { describe, expect, test } from "vitest";
import {
  type Floor,
  floorOf,
  floors,
  type Import,
  importsOf,
  nodesOf,
  parse,
  sourceFiles,
  targetOf,
  textOf,
} from "./sources.ts";

type Manifest = Readonly<Record<"dependencies" | "devDependencies", Readonly<Record<string, string>>>>;
const manifest = JSON.parse(textOf("package.json")) as Manifest;
const isIn = (list: keyof Manifest, name: string): boolean =>
  Object.keys(manifest[list]).some((one) => name === one || name.startsWith(`${one}/`));
const isBuiltIn = (name: string): boolean => name.startsWith("node:");
const domainPackages = /^(zod|zod\/mini|fraction\.js|@noble\/(hashes|curves)(\/.*)?)$/;

/** Domain files that load the whole of zod and not zod/mini: for the server and for actions, never for a component. */
const wholeZod = ["domain/bundles/bundle.ts", "domain/schemes/scheme-form.ts"];

/** Why an import must not be, or null; `manner` tells whether it is still there at run time. */
function violation(one: Import): string | null {
  const floor = floorOf(one.file) as Floor;
  const target = targetOf(one);
  if (one.specifier === "(computed)") return floor === "server" ? null : "loads what cannot be read here";
  if ("package" in target) return packageViolation(floor, one, target.package);
  const to = floorOf(target.path);
  if (to === floor) return null;
  if (floor === "app" && to === "server")
    return one.manner === "type" ? null : "takes more than `import type` of the server";
  if (floor === "words" && to === "domain")
    return one.manner === "type" ? null : "takes more than types of the domain";
  if (floor === "server" && target.path.startsWith("prisma/client/")) return null;
  const allowed: Readonly<Record<Floor, readonly string[]>> = {
    app: ["words", "domain"],
    server: ["words", "domain"],
    words: [],
    domain: [],
  };
  return allowed[floor].includes(to) ? null : `points up to ${to}`;
}

function packageViolation(floor: Floor, { file, manner, lazy }: Import, name: string): string | null {
  if (floor === "words") return "needs no package";
  if (floor === "domain") return domainPackages.test(name) ? null : "is no package of the domain";
  if (isBuiltIn(name)) {
    return floor === "server" || /\.server\.tsx?$/.test(file) ? null : "is Node's, and a browser has none";
  }
  if (isIn("dependencies", name) || manner === "type") return null;
  const whileDeveloping = floor === "server" && lazy && isIn("devDependencies", name);
  return whileDeveloping ? null : "is not in package.json's dependencies";
}

const told = (one: Import, why: string): string => `${one.file}:${one.line} → ${one.specifier}: ${why}`;
const violations = (imports: readonly Import[]): string[] =>
  imports.flatMap((one) => {
    const why = violation(one);
    return why ? [told(one, why)] : [];
  });
const all = sourceFiles().flatMap((file) => importsOf(file));

describe("每个箭头都向下", () => {
  test.each(floors)("%s", (floor) => {
    const imports = all.filter(({ file }) => floorOf(file) === floor);
    expect(imports.length).toBeGreaterThan(0);
    expect(violations(imports)).toEqual([]);
  });

  test("领域里装载整个 zod 的文件，一一记名", () => {
    const whole = all.filter(
      ({ file, specifier, manner }) => floorOf(file) === "domain" && specifier === "zod" && manner !== "type",
    );
    expect([...new Set(whole.map(({ file }) => file))]).toEqual(wholeZod);
  });
});

describe("领域没有时钟、运气和输入输出", () => {
  const banned = new Set([
    "Date.now",
    "Math.random",
    "performance.now",
    "crypto.randomUUID",
    "crypto.getRandomValues",
  ]);
  const globals = new Set([
    "process",
    "fetch",
    "setTimeout",
    "setInterval",
    "console",
    "document",
    "localStorage",
  ]);

  test("不取当前时刻，不掷骰子，不碰外面", () => {
    const found = sourceFiles(["domain"]).flatMap((file) => {
      const source = parse(file);
      return [...nodesOf(source)]
        .map((node) => node.getText(source))
        .filter(
          (text) =>
            banned.has(text) ||
            globals.has(text) ||
            /^new Date\(\s*\)$/.test(text) ||
            /^Date\(\s*\)$/.test(text),
        )
        .map((text) => `${file}: ${text}`);
    });
    expect(found).toEqual([]);
  });
});

describe("这套检查看得见违例", () => {
  test.each<[file: string, text: string, seen: boolean]>([
    ["domain/exact.ts", 'import { pool } from "#server/database/connection.ts";', true],
    ["domain/exact.ts", 'import type { Pool } from "../server/database/connection.ts";', true],
    ["domain/exact.ts", 'import { readFileSync } from "node:fs";', true],
    ["domain/exact.ts", 'import { z } from "zod/mini";', false],
    ["domain/marking/mark.ts", 'import { exact } from "../exact.ts";', false],
    ["domain/marking/mark.ts", 'import { say } from "../../words/language.ts";', true],
    ["words/zh.ts", 'import type { RefusalCode } from "#domain/refusals.ts";', false],
    ["words/zh.ts", 'import { refusals } from "#domain/refusals.ts";', true],
    ["app/gate.ts", 'import type { Services } from "#server/services.ts";', false],
    ["app/gate.ts", 'import { type Services } from "#server/services.ts";', true],
    ["app/gate.ts", 'export * from "#server/services.ts";', true],
    ["app/gate.ts", 'export type { Services } from "#server/services.ts";', false],
    ["app/gate.ts", 'const services = await import("#server/services.ts");', true],
    ["app/gate.ts", 'import "../server/services.ts";', true],
    ["app/gate.ts", 'type Services = import("#server/services.ts").Services;', false],
    ["app/gate.ts", "const any = await import(name);", true],
    ["app/gate.ts", 'const all = import.meta.glob("../server/*.ts");', true],
    ["app/gate.ts", 'import { join } from "node:path";', true],
    ["app/entry.server.tsx", 'import { PassThrough } from "node:stream";', false],
    ["server/index.ts", 'import { root } from "#app/root.tsx";', true],
    ["server/index.ts", 'import { PrismaClient } from "../prisma/client/client.ts";', false],
    ["server/index.ts", 'import left from "left-pad";', true],
    ["server/serve.ts", 'const { createServer } = await import("vite");', false],
    ["server/serve.ts", 'import { createServer } from "vite";', true],
    ["server/index.ts", 'import { cluster } from "../tests/support/cluster.ts";', true],
  ])("%s 里的 %s：%s", (file, text, seen) => {
    expect(violations(importsOf(file, text)).length > 0).toBe(seen);
  });
});
