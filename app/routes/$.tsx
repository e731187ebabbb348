// Every address that is none: the not-found page, with its status.
import type { LoaderFunctionArgs } from "@remix-run/node";
import { notFound } from "#app/gate.ts";

export function loader({ context }: LoaderFunctionArgs): never {
  throw notFound(context);
}

export const action = loader;

export default function NotFound() {
  return null;
}
