// Ids in an address: whatever is no id leads to the not-found page before a database is asked.
import type { AppLoadContext } from "@remix-run/node";
import { idField } from "#app/id-field.ts";
import { notFound } from "./gate.ts";

const id = idField();

/** The id in an address; throws the not-found answer for anything else. */
export function idIn(context: AppLoadContext, text: string | null | undefined): string {
  const parsed = id.safeParse(text);
  if (!parsed.success) throw notFound(context);
  return parsed.data;
}
