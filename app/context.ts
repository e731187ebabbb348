// What every loader and action is handed by server/http/app.ts; the only place where app names the server's types.
import type { Actor } from "#server/access/actor.ts";
import type { Services } from "#server/services.ts";
import type { Words } from "#words/index.ts";
import type { Language } from "#words/language.ts";

declare module "@remix-run/node" {
  /** Loader data keeps its dates: single fetch carries them as they are. */
  interface Future {
    v3_singleFetch: true;
  }
  interface AppLoadContext {
    readonly services: Services;
    /** Who is signed in, by the session cookie of this request. */
    readonly actor: Actor | null;
    readonly sessionToken: string | null;
    readonly language: Language;
    readonly words: Words;
    /** Nonce of this answer's Content-Security-Policy. */
    readonly nonce: string;
    /** The client's address, for the brake on password guessing. */
    readonly address: string;
    /** Whether a session cookie may be set: HTTPS, or plain HTTP on this machine. */
    readonly secure: "https" | "loopback" | "insecure";
  }
}

export type { Actor, Language, Services, Words };
