// The session cookie: __Host- and Secure over HTTPS; over plain HTTP on this machine only, under another name.
import type { AppLoadContext } from "@remix-run/node";
import type { Opened } from "#server/access/sign-in.ts";

export const cookieName = (secure: AppLoadContext["secure"]): string =>
  secure === "https" ? "__Host-biansai" : "biansai";

export function sessionCookie(context: AppLoadContext, opened: Opened): string {
  const age = Math.floor((opened.expiresAt.getTime() - Date.now()) / 1000);
  return cookie(context, opened.token, age);
}

export const endedCookie = (context: AppLoadContext): string => cookie(context, "", 0);

const cookie = (context: AppLoadContext, value: string, maxAge: number): string =>
  `${cookieName(context.secure)}=${value}; Path=/; HttpOnly; SameSite=Lax; Max-Age=${maxAge}${context.secure === "https" ? "; Secure" : ""}`;
