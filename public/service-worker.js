// Keeps the judge's and the recorder's pages of one login for a reload without a line, and the application's own files. Nothing else is ever
// kept: no results, no public page, no HR page. Whatever may change who is signed in empties it first.

const assets = "biansai-assets";
const prefix = "biansai-judge:";
const mostAssets = 400;
/** A line that hangs is as good as none, once there is a copy. */
const patienceMs = 5_000;
const justNowMs = 5_000;
const judgePage = /^\/(judge(\/sheets\/[^/]+?|\/panels\/[^/]+\/[^/]+?)?|record(\/[^/]+?)?)(\.data)?$/;
/** Counts the emptyings: an answer that was asked for before one is not kept after it. */
let emptied = 0;

self.addEventListener("install", () => self.skipWaiting());
self.addEventListener("activate", (event) => event.waitUntil(self.clients.claim()));
self.addEventListener("message", (event) => {
  if (event.data?.type === "keep") event.waitUntil(keep(event.data));
});
self.addEventListener("fetch", (event) => {
  const { request } = event;
  const { origin, pathname } = new URL(request.url);
  if (origin !== self.location.origin) return;
  if (request.method === "POST") {
    // Signing in, signing out, another language: the copies are of somebody or something else from here on.
    if (!/^\/(judge|record|socket\.io)(\/|$)/.test(pathname)) event.waitUntil(empty());
  } else if (request.method === "GET" && pathname.startsWith("/assets/")) {
    event.respondWith(asset(request));
  } else if (request.method === "GET" && judgePage.test(pathname)) {
    event.respondWith(page(event));
  }
});

/** Hashed files never change: the first copy is the only one. */
async function asset(request) {
  const store = await caches.open(assets);
  const known = await store.match(request.url);
  if (known) return known;
  const answer = await fetch(request);
  if (answer.status === 200) await store.put(request.url, answer.clone());
  return answer;
}

/** The server's answer when there is one; else the last copy of this login. */
async function page(event) {
  const key = keyOf(event.request.url);
  const asked = emptied;
  const fresh = fetch(event.request).then((answer) => {
    event.waitUntil(put(key, answer.clone(), asked));
    return answer;
  });
  const known = await copyOf(key);
  if (!known) return fresh;
  const late = new Promise((done) => setTimeout(done, patienceMs, null));
  const answer = await Promise.race([fresh.catch(() => null), late]);
  const away = answer === null || [502, 503, 504].includes(answer.status);
  return away && asked === emptied ? marked(known) : (answer ?? fresh);
}

/** A page that has everything asks for its document and files to be kept, so that it can be loaded again without a line. */
async function keep({ path, files }) {
  const store = await caches.open(assets);
  const known = new Set((await store.keys()).map((request) => new URL(request.url).pathname));
  const missing = files.filter((file) => /^\/assets\/[\w.-]+$/.test(file) && !known.has(file));
  await Promise.all(missing.map((file) => store.add(file).catch(() => undefined)));
  for (const old of (await store.keys()).slice(0, -mostAssets)) await store.delete(old);
  if (!judgePage.test(new URL(path, self.location.origin).pathname)) return;
  const last = await copyOf(path);
  if (last && Date.now() - Number(last.headers.get("x-kept-at")) < justNowMs) return;
  const asked = emptied;
  const answer = await fetch(path, { headers: { accept: "text/html" }, redirect: "manual" }).catch(
    () => null,
  );
  if (answer) await put(path, answer, asked);
}

/** Keeps an answer under the login that the server names in it. An answer to nobody, or to another, empties what is there. */
async function put(key, answer, asked) {
  const login = answer.headers.get("x-biansai-login");
  if (login === null) return;
  const own = prefix + login;
  const others = (await caches.keys()).filter((name) => name.startsWith(prefix) && name !== own);
  if (login === "-" || others.length > 0) await empty();
  if (login === "-" || asked !== emptied - (others.length > 0 ? 1 : 0)) return;
  if (answer.status !== 200 || answer.redirected) return;
  const now = emptied;
  const headers = new Headers(answer.headers);
  headers.delete("content-encoding");
  headers.delete("content-length");
  headers.set("x-kept-at", String(Date.now()));
  const body = await answer.arrayBuffer();
  if (now !== emptied) return;
  await (await caches.open(own)).put(key, new Response(body, { headers }));
  if (now !== emptied) await empty();
}

async function empty() {
  emptied += 1;
  const kept = (await caches.keys()).filter((name) => name.startsWith(prefix));
  await Promise.all(kept.map((name) => caches.delete(name)));
}

async function copyOf(key) {
  const own = (await caches.keys()).find((name) => name.startsWith(prefix));
  return own ? (await caches.open(own)).match(key) : undefined;
}

/** A document from here says so to its own script: data-kept-at is when it was kept, by this device's clock. */
async function marked(copy) {
  if (!copy.headers.get("content-type")?.startsWith("text/html")) return copy;
  const at = copy.headers.get("x-kept-at");
  const text = (await copy.text()).replace("<html ", `<html data-kept-at="${at}" `);
  return new Response(text, { headers: copy.headers });
}

function keyOf(address) {
  const { pathname, search } = new URL(address);
  return pathname + search;
}
