// The evidence of one sheet on this device: what the server lists, what is on its way, and what is kept here without a line.
import { useEffect, useState } from "react";
import type { Evidence } from "#server/marking/read-evidence.ts";
import type { Words } from "#words/index.ts";
import { shrinkPhoto } from "./shrink-photo.ts";

/** What is said under the forms of an aspect. `again` is a photo that did not reach the server. */
type Said = {
  readonly tone: "neutral" | "celadon" | "amber" | "cinnabar";
  readonly text: string;
  readonly again?: FormData;
};
const patienceMs = 60_000;

export function useEvidence(
  sheetId: string,
  drawn: readonly Evidence[],
  opened: string | null,
  words: Words["judge"]["evidence"],
  ended: boolean,
) {
  const [alive, setAlive] = useState(false);
  const [items, setItems] = useState(drawn);
  const [open, setOpen] = useState<Readonly<Record<string, boolean>>>(opened ? { [opened]: true } : {});
  const [said, setSaid] = useState<Readonly<Record<string, Said>>>({});
  useEffect(() => setAlive(true), []);
  // A page drawn anew (after an offline copy, or when something was called in) brings what stands now.
  useEffect(() => setItems(drawn), [drawn]);
  const tell = (aspectId: string, one: Said) => setSaid((all) => ({ ...all, [aspectId]: one }));

  /** Posts a form; true once the server has it. Anything else is said, and what was typed or taken stays. */
  async function send(aspectId: string, form: FormData): Promise<boolean> {
    if (ended) {
      tell(aspectId, { tone: "cinnabar", text: words.ended });
      return false;
    }
    tell(aspectId, { tone: "neutral", text: words.sending });
    const answer = await fetch(`/judge/sheets/${sheetId}/evidence`, {
      method: "POST",
      body: form,
      signal: AbortSignal.timeout(patienceMs),
    }).catch(() => null);
    if (!answer) {
      const photo = form.has("photo");
      tell(aspectId, {
        tone: "amber",
        text: photo ? `${words.offline}${words.photoWaits}` : words.offline,
        ...(photo && { again: form }),
      });
      return false;
    }
    if (!answer.ok) {
      const sentence = answer.headers.get("content-type")?.startsWith("text/plain");
      tell(aspectId, { tone: "cinnabar", text: sentence ? await answer.text() : words.failed });
      return false;
    }
    setItems(((await answer.json()) as { evidence: Evidence[] }).evidence);
    tell(aspectId, { tone: "celadon", text: words.saved });
    return true;
  }

  return {
    /** Whether the forms go through `send`; until then they post themselves. */
    alive,
    items,
    /** By aspect: shown, or opened before and hidden with what was typed; undefined until it was opened. */
    open,
    said,
    show: (aspectId: string, shown: boolean) => setOpen((all) => ({ ...all, [aspectId]: shown })),
    send,
    async sendPhoto(aspectId: string, file: File): Promise<void> {
      tell(aspectId, { tone: "neutral", text: words.sending });
      const form = new FormData();
      form.set("intent", "attach-photo");
      form.set("aspectId", aspectId);
      form.set("photo", await shrinkPhoto(file), "photo.jpg");
      await send(aspectId, form);
    },
  };
}
export type EvidenceDesk = ReturnType<typeof useEvidence>;
