// The deeds of the desk: each takes its own permit, asks its service, and comes back to the desk.
import { type ActionFunctionArgs, type AppLoadContext, redirect } from "@remix-run/node";
import { z } from "zod";
import { postedForm, problem, readForm, signatureProblem } from "#app/form-answer.ts";
import { permit } from "#app/gate.ts";
import { idField } from "#app/id-field.ts";
import type { Permission } from "#domain/access/permissions.ts";
import { type Outcome, ok } from "#domain/outcome.ts";
import { readDrawn } from "#domain/results/drawn.ts";
import type { Permit } from "#server/access/proofs.ts";
import { deeds } from "./deeds.ts";

const form = z.object({
  intent: z.enum(deeds),
  hash: z.string().max(64).default(""),
  password: z.string().max(400).default(""),
  drawn: z.string().max(100_000).default(""),
});
type Asked = z.output<typeof form>;

const reopening = z.object({
  intent: z.enum(["allow-reopening", "decline-reopening"]),
  reopeningId: idField(),
});

const rescoring = z.object({
  intent: z.enum(["apply-rescoring", "cancel-rescoring"]),
  rescoringId: idField(),
});

export async function deskAction({ context, request, params }: ActionFunctionArgs) {
  const skillId = params["skillId"]!;
  const posted = await postedForm(context, request);
  if (String(posted.get("intent")).endsWith("-reopening")) {
    const asked = readForm(context, posted, reopening);
    if (!asked.ok) return asked.problem;
    const { intent, reopeningId } = asked.value;
    const proof = await permit(context, request, "marking.approve", { skillId });
    const decided = await context.services.marking.decideReopening(
      proof,
      reopeningId,
      intent === "allow-reopening",
    );
    return decided.ok ? redirect(`/desk/${skillId}#reopenings`) : problem(context, posted, decided.refusal);
  }
  if (String(posted.get("intent")).endsWith("-rescoring")) {
    const asked = readForm(context, posted, rescoring);
    if (!asked.ok) return asked.problem;
    const { intent, rescoringId } = asked.value;
    const proof = await permit(context, request, "marking.approve", { skillId });
    const { marking } = context.services;
    const decided = await (intent === "apply-rescoring"
      ? marking.applyRescoring(proof, rescoringId)
      : marking.cancelRescoring(proof, rescoringId));
    return decided.ok
      ? redirect(`/desk/${skillId}#${rescoringId}`)
      : problem(context, posted, decided.refusal);
  }
  const read = readForm(context, posted, form);
  if (!read.ok) return read.problem;
  posted.delete("drawn");
  const done = await act(context, request, skillId, read.value);
  return done.ok
    ? redirect(`/desk/${skillId}?done=${read.value.intent}`)
    : signatureProblem(context, posted, done.refusal);
}

async function act(
  context: AppLoadContext,
  request: Request,
  skillId: string,
  { intent, hash, password, drawn }: Asked,
): Promise<Outcome<unknown>> {
  const { access, draws, results, notices } = context.services;
  const present = async (signer: Permit) => {
    const picture = readDrawn(drawn);
    if (!picture.ok) return picture;
    const here = await access.provePresence(signer.actor, password, context.address);
    return here.ok ? ok({ presence: here.value, drawn: picture.value }) : here;
  };
  const proof = <P extends Permission>(permission: P) => permit(context, request, permission, { skillId });
  switch (intent) {
    case "commit-draw":
      return draws.commitDraw(await proof("draws.code"));
    case "witness-draw":
      return draws.witnessDraw(await proof("draws.witness"));
    case "check": {
      const signer = await proof("results.check");
      const here = await present(signer);
      return here.ok
        ? results.signResult(signer, "checked", hash, here.value.presence, here.value.drawn)
        : here;
    }
    case "sign-chief": {
      const signer = await proof("results.sign-as-chief");
      const here = await present(signer);
      return here.ok
        ? results.signResult(signer, "chief", hash, here.value.presence, here.value.drawn)
        : here;
    }
    case "sign-supervisor": {
      const signer = await proof("results.sign-as-supervisor");
      const here = await present(signer);
      return here.ok
        ? results.signResult(signer, "supervisor", hash, here.value.presence, here.value.drawn)
        : here;
    }
    case "ask-opening":
      return draws.askOpening(await proof("draws.code"));
    case "open-seal":
      return draws.openSeal(await proof("draws.witness"));
    case "announce":
      return notices.announceOnSite(await proof("results.publish"));
    case "open-notice":
      return notices.openNotice(await proof("results.publish"));
    case "publish":
      return notices.publish(await proof("results.publish"));
  }
}
