// One photo, for a judge of the work or a second person; whoever may not read it now is told that there is none.
import type { LoaderFunctionArgs } from "@remix-run/node";
import { notFound, orRefuse } from "#app/gate.ts";
import type { Permit } from "#server/access/proofs.ts";

export async function loader({ context, request, params }: LoaderFunctionArgs) {
  const { services, actor } = context;
  const evidenceId = params["evidenceId"] ?? "";
  const skillId = await services.marking.skillOfEvidence(evidenceId);
  // Without a session the answer is the same for every address, and with one for whatever is not theirs to see.
  if (!actor) orRefuse(context, request, services.takeSeat(null, ""));
  const photo = skillId ? await readBy(context, skillId, evidenceId) : null;
  if (!photo) throw notFound(context);
  return new Response(Uint8Array.from(photo), {
    headers: {
      "Content-Type": "image/jpeg",
      "Cache-Control": "private, no-store",
      "Content-Disposition": 'inline; filename="photo.jpg"',
    },
  });
}

/** Who holds a seat there reads as a judge; somebody else as who looks a second time. */
async function readBy(
  { services, actor }: LoaderFunctionArgs["context"],
  skillId: string,
  evidenceId: string,
): Promise<Buffer | null> {
  const { marking, access } = services;
  const seat = services.takeSeat(actor, skillId);
  const own = seat.ok ? await marking.readPhoto(seat.value, evidenceId) : null;
  if (own) return own;
  const permit = await access.authorize(actor, "marking.confirm", { skillId });
  if (!permit.ok) return null;
  return marking.readPhotoToConfirm(permit.value as Permit<"marking.confirm">, evidenceId);
}
