// A page whose forms say what they were filled in over: a refusal may mean that it stands otherwise by now, so it is read anew.
import type { ShouldRevalidateFunction } from "@remix-run/react";

/** By itself the page would be read anew only after a deed that was done. */
export const freshAfterRefusal: ShouldRevalidateFunction = ({ actionResult, defaultShouldRevalidate }) =>
  actionResult !== undefined || defaultShouldRevalidate;
