// What the desk shows one actor: the reading of the service with the ids of other people's accounts taken out, and what may be done.
import type { AppLoadContext } from "@remix-run/node";
import type { Services } from "#app/context.ts";
import { may, permissions } from "#domain/access/permissions.ts";
import { scoresIn } from "#domain/access/roles.ts";
import { needsScale } from "#domain/awards/policy.ts";
import { mayReadReport } from "#domain/floor/record.ts";
import { type Acted, isBarred, nextSteps, permissionOf } from "#domain/results/next-step.ts";
import { type ScaleRules, scalePoints } from "#domain/results/scaled.ts";
import type { Permit } from "#server/access/proofs.ts";

type Read = Awaited<ReturnType<Services["results"]["readResultDesk"]>>;
export type DeskView = ReturnType<typeof deskView>;

/** `now` is the server's clock: a notice has closed only by it. */
export function deskView(read: Read, permit: Permit<"competitions.oversee">, now: Date) {
  const { draw, standings, plan, signOffs, notice, named, ...rest } = read;
  const { rules } = read;
  const { grants, accountId } = permit.actor;
  const steps = nextSteps({
    stage: read.stage,
    coded: read.rules.codingLayers > 0,
    onSite: read.rules.onSite,
    committed: draw !== null,
    openingAsked: draw?.openingAskedBy != null,
    signed: signOffs.map((one) => one.kind),
    noticeClosed: notice !== null && now >= new Date(notice.closesAt),
  });
  const acted: Acted = {
    committedBy: draw?.committedBy ?? null,
    openingAskedBy: draw?.openingAskedBy ?? null,
    signedBy: signOffs.some((one) => one.mine) ? [accountId] : [],
  };
  const allowed = (step: (typeof steps)[number]) => may(grants, permissionOf[step], permit.scope);
  return {
    ...rest,
    next: steps.map((step) => ({
      step,
      roles: permissions[permissionOf[step]],
      allowed: allowed(step),
      barred: isBarred(step, acted, accountId),
    })),
    mayCode: may(grants, "draws.code", permit.scope),
    mayConfigure: may(grants, "competitions.configure", permit.scope),
    mayApprove: may(grants, "marking.approve", permit.scope),
    mayOversee: may(grants, "marking.oversee", permit.scope),
    mayReadFloor:
      may(grants, "floor.read", permit.scope) && mayReadReport(read.stage, scoresIn(grants, permit.scope)).ok,
    ranked: standings.filter((row) => row.rank !== null).length,
    named: withScale(named, rules),
    scaleForAwards: needsScale(rules.awards.policy),
    standings: withScale(standings, rules).map(({ contestantId: _, ...row }) => ({
      ...row,
      grade: plan?.awarded.find((one) => one.code === row.code)?.grade ?? null,
    })),
    unscaled: plan?.unscaled ?? false,
    preview: (plan?.lines ?? []).map(({ winners, ...line }) => ({
      ...line,
      codes: winners.map(({ candidate }) => candidate.code),
    })),
    signOffs,
    notice,
    draw: draw && {
      seedHash: draw.seedHash,
      entryHash: draw.entryHash,
      committedAt: draw.committedAt.toISOString(),
      drawnAt: draw.drawnAt?.toISOString() ?? null,
      asked: draw.openingAskedBy !== null,
      openedAt: draw.openedAt?.toISOString() ?? null,
    },
  };
}

/** With its points of the scale of 700, null where there is none. */
function withScale<Row extends Parameters<typeof scalePoints>[0][number]>(
  rows: readonly Row[],
  rules: ScaleRules,
): (Row & { readonly scale: number | null })[] {
  const points = scalePoints(rows, rules);
  return rows.map((row, at) => ({ ...row, scale: points?.[at] ?? null }));
}

/** The desk of a skill as this actor may see it now. */
export async function readDesk(
  context: AppLoadContext,
  permit: Permit<"competitions.oversee">,
): Promise<DeskView> {
  return deskView(await context.services.results.readResultDesk(permit), permit, context.services.now());
}
