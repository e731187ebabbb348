// What makes the product installable: the manifest's icons are there in the sizes it tells, and what the worker keeps is named.
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";

const shown = (name: string): Buffer => readFileSync(join(import.meta.dirname, "../../../public", name));
type Icon = { src: string; sizes: string; type: string; purpose?: string };
const manifest = JSON.parse(shown("manifest.webmanifest").toString()) as { icons: Icon[]; start_url: string };

test("every icon of the manifest is a file of its size; 192, 512 and a maskable one are among them", () => {
  const drawn = manifest.icons.filter(({ type }) => type === "image/png");
  for (const { src, sizes } of drawn) {
    const file = shown(src);
    expect(file.subarray(1, 4).toString(), src).toBe("PNG");
    expect(`${file.readUInt32BE(16)}x${file.readUInt32BE(20)}`, src).toBe(sizes);
  }
  expect(drawn.map(({ sizes, purpose = "any" }) => `${sizes} ${purpose}`)).toEqual([
    "192x192 any",
    "512x512 any",
    "512x512 maskable",
  ]);
});

test("the service worker keeps a judge's desk, sheets and grids and a recorder's, and no other page of the product", () => {
  const told = /const judgePage = \/(.+)\/;/.exec(shown("service-worker.js").toString())![1]!;
  const kept = new RegExp(told);
  for (const path of [
    "/judge",
    "/judge.data",
    "/judge/sheets/x~A1",
    "/judge/sheets/x~A1.data",
    "/judge/panels/x/A1",
    "/judge/panels/x/A1.data",
    "/record",
    "/record/x",
    "/record/x.data",
  ])
    expect(kept.test(path), path).toBe(true);
  for (const path of [
    "/",
    "/skills/1",
    "/skills/1/board",
    "/hr",
    "/me",
    "/judge/who",
    "/judge/next",
    "/judge/sheets/x~A1/print",
    "/oversight/1",
    "/judgement",
    "/judge/panels/x",
    "/record/x/print",
    "/records",
  ])
    expect(kept.test(path), path).toBe(false);
});
