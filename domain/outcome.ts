// Expected failures are values: a step answers ok or refused with a code of the closed list in refusals.ts.
import type { RefusalCode } from "./refusals.ts";

export type Params = Readonly<Record<string, string | number>>;
export type Refusal = { readonly code: RefusalCode; readonly params?: Params };
export type Ok<T> = { readonly ok: true; readonly value: T };
export type Refused = { readonly ok: false; readonly refusal: Refusal };
export type Outcome<T = void> = Ok<T> | Refused;

export function ok(): Ok<void>;
export function ok<T>(value: T): Ok<T>;
export function ok<T>(value?: T): Ok<T | undefined> {
  return { ok: true, value };
}

export const refuse = (code: RefusalCode, params?: Params): Refused => ({
  ok: false,
  refusal: params ? { code, params } : { code },
});
