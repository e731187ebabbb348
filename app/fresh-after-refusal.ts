// A page whose forms say what they were filled in over: refused for what somebody else changed meanwhile, it is read anew.
import type { ShouldRevalidateFunction } from "@remix-run/react";

/** By itself a page is read anew only after a deed that was done; 409 says that something stands otherwise by now. */
export const freshAfterRefusal: ShouldRevalidateFunction = ({ actionStatus, defaultShouldRevalidate }) =>
  defaultShouldRevalidate || actionStatus === 409;
