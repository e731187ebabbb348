// House: rooms are business words and no two of them point at each other, by whatever way round.
import { describe, expect, test } from "vitest";
import { importsOf, sourceFiles, targetOf } from "./sources.ts";

type Arrows = ReadonlyMap<string, ReadonlySet<string>>;

/** A folder of the domain is a room; a file at its root (exact, outcome…) is a room of its own. */
const roomOf = (path: string): string => path.split("/")[1]!.replace(/\.tsx?$/, "");

function arrowsBetween(
  name: (path: string) => string,
  pairs: readonly (readonly [from: string, to: string])[],
): Arrows {
  const arrows = new Map<string, Set<string>>();
  for (const [from, to] of pairs) {
    const [here, there] = [name(from), name(to)];
    if (here === there) continue;
    const known = arrows.get(here);
    if (known) known.add(there);
    else arrows.set(here, new Set([there]));
  }
  return arrows;
}

/** Every way round, each told once from its first name in the alphabet: "draws → chance → draws". */
function cycles(arrows: Arrows): string[] {
  const found = new Set<string>();
  const walk = (path: readonly string[]): void => {
    for (const next of arrows.get(path.at(-1)!) ?? []) {
      const start = path.indexOf(next);
      if (start === 0) found.add([...path, next].join(" → "));
      else if (start < 0 && next > path[0]!) walk([...path, next]);
    }
  };
  for (const room of arrows.keys()) walk([room]);
  return [...found].sort();
}

const pairs = sourceFiles(["domain"]).flatMap((file) =>
  importsOf(file).flatMap((one) => {
    const target = targetOf(one);
    return "path" in target && target.path.startsWith("domain/") ? [[file, target.path] as const] : [];
  }),
);

describe("领域的房间", () => {
  test("没有两个房间互指，绕几道弯也没有", () => {
    expect(pairs.length).toBeGreaterThan(50);
    expect(cycles(arrowsBetween(roomOf, pairs))).toEqual([]);
  });

  test("没有两个文件互指", () => {
    expect(cycles(arrowsBetween((path) => path, pairs))).toEqual([]);
  });

  test("引用的每个文件都在", () => {
    const files = new Set(sourceFiles(["domain"]));
    expect(pairs.filter(([, to]) => !files.has(to))).toEqual([]);
  });

  test("这套检查看得见绕了三道弯的环", () => {
    const round: [string, string][] = [
      ["a", "b"],
      ["b", "c"],
      ["c", "a"],
      ["c", "d"],
    ];
    expect(cycles(arrowsBetween((path) => path, round))).toEqual(["a → b → c → a"]);
  });
});
