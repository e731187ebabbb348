// Which draft a form was filled in over: what it names by number may be another part once somebody else has changed it.
import { useLoaderData } from "@remix-run/react";
import type { schemeLoader } from "./scheme-loader.ts";

export const useSeen = (): string => useLoaderData<typeof schemeLoader>().seen;

export function Seen() {
  return <input type="hidden" name="seen" value={useSeen()} />;
}
