// The hash of a marking scheme: what a lock seals, what an edit was made of, and by what a live view tells that it is another.
import { sha256Hex } from "../chance.ts";
import { canonical } from "../ledger/chain.ts";
import { remembered } from "../remembered.ts";
import type { Scheme } from "./aspect.ts";

/** SHA-256 of the scheme's canonical JSON, in hexadecimal. */
export const schemeHash: (scheme: Scheme) => string = remembered((scheme: Scheme) =>
  sha256Hex(canonical(scheme)),
);
