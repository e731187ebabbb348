// A visitor over HTTP, as a browser is one: a cookie, posted forms, and the data behind pages. Patient with a server that restarts.
import { setTimeout as pause } from "node:timers/promises";
import { decode } from "turbo-stream";

const patienceMs = 120_000;

export type Visitor = {
  readonly cookie: string;
  /** The loader's data of the deepest route of a page. */
  read<T>(path: string): Promise<T>;
  /** Posts a form and answers where it led; a refused form throws with the page's sentence. */
  post(path: string, form: FormData | Record<string, string | readonly string[]>): Promise<string>;
};

/** Steps into a demonstration's account by its one-click sign-in. */
export async function enter(url: string, login: string): Promise<Visitor> {
  const body = new URLSearchParams({ intent: "enter", login });
  const answer = await patiently(`${url}/demo`, { method: "POST", body, redirect: "manual" });
  const cookie = answer.headers
    .getSetCookie()
    .map((one) => one.split(";")[0]!)
    .find((one) => one.includes("biansai="));
  if (!cookie)
    throw new Error(`无法以 ${login} 的身份进入 ${url}：演练只能在演示环境进行（答复 ${answer.status}）。`);
  return visitor(url, cookie);
}

export function visitor(url: string, cookie: string): Visitor {
  return {
    cookie,
    async read<T>(path: string): Promise<T> {
      const [pathname, search] = path.split("?");
      const data = `${url}${pathname === "/" ? "/_root" : pathname}.data${search ? `?${search}` : ""}`;
      const answer = await patiently(data, { headers: { cookie } });
      if (!answer.ok || !answer.body) throw new Error(`${path}：${answer.status}`);
      const { value } = await decode(answer.body as ReadableStream<Uint8Array>);
      const routes = Object.entries(value as Record<string, { data?: unknown; error?: unknown }>);
      const deepest = routes.sort(([a], [b]) => b.length - a.length)[0]![1];
      if (deepest.data === undefined) throw new Error(`${path}：${JSON.stringify(value).slice(0, 300)}`);
      return deepest.data as T;
    },
    async post(path, form) {
      const body = form instanceof FormData ? form : fields(form);
      const answer = await patiently(`${url}${path}`, {
        method: "POST",
        body,
        headers: { cookie },
        redirect: "manual",
      });
      if (answer.status >= 300 && answer.status < 400) return answer.headers.get("location") ?? "";
      if (answer.ok) return "";
      const page = await answer.text();
      const told =
        /role="alert"[^>]*>([\s\S]*?)<\/(?:div|section|p|ul)>/.exec(page)?.[1]?.replace(/<[^>]+>/g, " ") ??
        page.slice(0, 200);
      throw new Error(`${path}：${answer.status} ${told.trim()}`);
    },
  };
}

function fields(form: Record<string, string | readonly string[]>): URLSearchParams {
  const body = new URLSearchParams();
  for (const [name, value] of Object.entries(form)) for (const one of [value].flat()) body.append(name, one);
  return body;
}

/** Asks again while nobody listens: a server that was killed comes back. */
async function patiently(url: string, init: RequestInit): Promise<Response> {
  const until = Date.now() + patienceMs;
  for (;;) {
    try {
      return await fetch(url, init);
    } catch (error) {
      if (Date.now() > until) throw new Error(`${url} 没有答复。请先启动系统：npm start。`, { cause: error });
      await pause(250);
    }
  }
}
