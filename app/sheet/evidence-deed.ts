// What a posted form about evidence does: the same for the page without JavaScript and for its script.
import type { AppLoadContext } from "@remix-run/node";
import { z } from "zod";
import { idField } from "#app/id-field.ts";
import { type Outcome, refuse } from "#domain/outcome.ts";
import type { JudgeSeat } from "#server/access/proofs.ts";

const aspectId = z.string().min(1).max(16);
const forms = z.discriminatedUnion("intent", [
  z.object({ intent: z.literal("attach-note"), aspectId, note: z.string().max(4000) }),
  z.object({ intent: z.literal("attach-photo"), aspectId, photo: z.instanceof(Blob) }),
  z.object({
    intent: z.literal("withdraw-evidence"),
    aspectId,
    evidenceId: idField(),
    reason: z.string().max(2000),
  }),
]);

export const isAboutEvidence = (posted: FormData): boolean =>
  ["attach-note", "attach-photo", "withdraw-evidence"].includes(String(posted.get("intent")));

/** Attaches or withdraws as the form says. Refuses with the codes of the service, and a form that is none of ours. */
export async function evidenceDeed(
  { services: { marking } }: AppLoadContext,
  seat: JudgeSeat,
  contestantId: string,
  posted: FormData,
): Promise<Outcome<unknown>> {
  const read = forms.safeParse(Object.fromEntries(posted));
  if (!read.success) return refuse("input.invalid");
  const form = read.data;
  if (form.intent === "withdraw-evidence") return marking.withdrawEvidence(seat, form);
  const place = { contestantId, aspectId: form.aspectId };
  if (form.intent === "attach-note")
    return marking.attachEvidence(seat, { ...place, kind: "note", note: form.note });
  const bytes = new Uint8Array(await form.photo.arrayBuffer());
  return marking.attachEvidence(seat, { ...place, kind: "photo", bytes });
}
