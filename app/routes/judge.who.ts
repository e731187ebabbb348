// Whose session the cookie carries now: the outbox asks before it sends, so that no mark goes out under another login.
import type { LoaderFunctionArgs } from "@remix-run/node";

export const loader = ({ context }: LoaderFunctionArgs): Response =>
  Response.json({ login: context.actor?.login ?? null });
