// Evidence that would tell: a photo with a name in its metadata, and a note beside a level that colleagues have not given yet.
import { expect } from "vitest";
import { telltalePhoto } from "../support/photo.ts";

export const tellsLevel = "成形只够一级";

/** Posts both as a judge's page does, at A1.1 (measured) and A1.4 (judged); answers the photo's id. */
export async function attachTelling(
  url: string,
  cookie: string,
  contestantId: string,
  name: string,
): Promise<string> {
  const photo = new Blob([telltalePhoto(name) as Uint8Array<ArrayBuffer>], { type: "image/jpeg" });
  let id = "";
  for (const fields of [
    { intent: "attach-note", aspectId: "A1.4", note: tellsLevel },
    { intent: "attach-photo", aspectId: "A1.1", photo },
  ]) {
    const body = new FormData();
    for (const [key, value] of Object.entries(fields)) body.append(key, value);
    const answer = await fetch(`${url}/judge/sheets/${contestantId}~A1/evidence`, {
      method: "POST",
      headers: { cookie, origin: url },
      body,
    });
    expect(answer.status).toBe(200);
    const { evidence } = (await answer.json()) as { evidence: { id: string; kind: string }[] };
    id = evidence.find(({ kind }) => kind === "photo")?.id ?? id;
  }
  return id;
}

/** What came for a photo: the picture, and nothing that stood beside it. */
export function expectOnlyPicture(text: string): void {
  expect(text).toContain("JFIF");
  expect(text).not.toMatch(/GPS|xmpmeta|Photoshop|script/);
}
