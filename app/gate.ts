// The doors of pages: each takes the request's context and gives a proof, or throws the answer that refuses.
import { type AppLoadContext, redirect } from "@remix-run/node";
import type { Permission } from "#domain/access/permissions.ts";
import type { Scope } from "#domain/access/roles.ts";
import type { Outcome, Refusal } from "#domain/outcome.ts";
import { refusals } from "#domain/refusals.ts";
import type { JudgeSeat, Permit } from "#server/access/proofs.ts";
import { refusalSentence } from "#words/refusals.ts";

/** A permit for this actor and place; 401 goes to sign-in, 403 and 404 to the error page with a sentence. */
export async function permit<P extends Permission>(
  context: AppLoadContext,
  request: Request,
  permission: P,
  target: Scope = {},
): Promise<Permit<P>> {
  const outcome = await context.services.access.authorize(context.actor, permission, target);
  return orRefuse(context, request, outcome) as Permit<P>;
}

/** The actor's judge seat in a skill. */
export function seat(context: AppLoadContext, request: Request, skillId: string): JudgeSeat {
  return orRefuse(context, request, context.services.takeSeat(context.actor, skillId));
}

/** The value of an outcome, or the refusing answer thrown. */
export function orRefuse<T>(context: AppLoadContext, request: Request, outcome: Outcome<T>): T {
  if (outcome.ok) return outcome.value;
  const { refusal } = outcome;
  if (refusal.code === "access.sign-in-first" && request.method === "GET") {
    const { pathname, search } = new URL(request.url);
    throw redirect(
      context.actor?.mustChange ? "/password" : `/sign-in?to=${encodeURIComponent(pathname + search)}`,
    );
  }
  throw refusalResponse(context, refusal);
}

export const refusalResponse = (context: AppLoadContext, refusal: Refusal): Response =>
  new Response(refusalSentence(refusal, context.language), {
    status: refusals[refusal.code],
    headers: { "Content-Type": "text/plain; charset=utf-8" },
  });

export const notFound = (context: AppLoadContext): Response =>
  refusalResponse(context, { code: "input.not-found" });
