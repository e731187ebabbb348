// What a device keeps of a judge's pages belongs to one login: when nobody or somebody else is signed in, it goes.
// (Unsent marks stay in the outbox under their own login: they are lost to nobody.)
import { useEffect } from "react";

/** Names of the copies (Cache Storage, written by the service worker) and of the acknowledged marks (IndexedDB), before the login. */
export const copyPrefix = "biansai-judge:";
export const savedPrefix = "biansai-saved:";

export function useForgetOthers(login: string | null): void {
  useEffect(() => void forgetOthers(login).catch(() => {}), [login]);
}

async function forgetOthers(login: string | null): Promise<void> {
  if ("caches" in window) {
    const own = login && copyPrefix + encodeURIComponent(login);
    const copies = (await caches.keys()).filter((name) => name.startsWith(copyPrefix) && name !== own);
    await Promise.all(copies.map((name) => caches.delete(name)));
  }
  const databases = (await indexedDB.databases?.()) ?? [];
  for (const { name } of databases)
    if (name?.startsWith(savedPrefix) && name !== savedPrefix + login) indexedDB.deleteDatabase(name);
}
