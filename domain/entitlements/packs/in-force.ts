// The pack the product decides by, checked once per process when it is first asked for.
import { loadPack } from "../pack.ts";
import type { LoadedPack } from "../rules.ts";
import { kaifeng2021Text } from "./kaifeng-2021-21.source.ts";
import { kaifeng2021 } from "./kaifeng-2021-21.ts";

let checked: LoadedPack | undefined;

/** 汴办〔2021〕21号, loaded with its register as first written; throws PackRefused should the shipped pack be altered. */
export function packInForce(): LoadedPack {
  checked ??= loadPack(kaifeng2021, kaifeng2021Text);
  return checked;
}
