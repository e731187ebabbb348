// Somebody whose every packet and page is kept, to be searched.
import type { LiveClient } from "../support/live-client.ts";
import type { Person } from "../support/stage.ts";

/** Somebody at a desk: the socket, and the session that the pages are asked with. */
export type Reader = {
  readonly role: "judge" | "chief judge" | "recorder";
  readonly person: Person;
  readonly client: LiveClient;
  readonly cookie: string;
  readonly pages: { readonly path: string; readonly text: string; readonly status: number }[];
};

/** Asks for a page as this reader and keeps what came: where it leads, and its text. */
export async function keep(url: string, reader: Reader, path: string): Promise<string> {
  const answer = await fetch(`${url}${path.replace(/^\/\.data$/, "/_root.data")}`, {
    headers: { cookie: reader.cookie },
    redirect: "manual",
  });
  const text = `${answer.headers.get("location") ?? ""}\n${await answer.text()}`;
  reader.pages.push({ path, text, status: answer.status });
  return text;
}
