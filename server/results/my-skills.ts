// The skills somebody has to do with at the desk, whatever their role there, and what each of them waits for.
import { may, permissions } from "#domain/access/permissions.ts";
import type { Grant, Role } from "#domain/access/roles.ts";
import type { SkillRules } from "#domain/competitions/rules.ts";
import { isCorrectable, type Stage } from "#domain/competitions/skill.ts";
import { isClosed } from "#domain/notices/notice.ts";
import { type Outcome, ok, refuse } from "#domain/outcome.ts";
import { type DeskStep, isBarred, nextSteps, permissionOf } from "#domain/results/next-step.ts";
import type { Actor } from "../access/actor.ts";
import type { House } from "../house.ts";
import { loadWaitingBatches } from "../marking/waiting-batches.ts";

const deskRoles: readonly Role[] = ["organizer", "supervisor", "chief-judge", "coding-officer", "recorder"];

export type MySkill = {
  readonly id: string;
  readonly number: number;
  readonly name: string;
  readonly stage: Stage;
  readonly competition: { readonly id: string; readonly name: string };
  /** What can be done now, and what of it this actor may do. */
  readonly next: readonly {
    readonly step: DeskStep;
    readonly roles: readonly Role[];
    readonly mine: boolean;
  }[];
  /** Re-scoring batches of others that this actor may apply. */
  readonly batches: number;
  readonly noticeLastDay: string | null;
};

/** The skills that a grant of these roles reaches, newest edition first; refused for somebody without such a role. */
export async function listMySkills(house: House, actor: Actor | null): Promise<Outcome<readonly MySkill[]>> {
  if (!actor || actor.mustChange) return refuse("access.sign-in-first");
  const grants = actor.grants.filter((grant) => deskRoles.includes(grant.role));
  if (grants.length === 0) return refuse("access.not-allowed");
  const rows = await house.database.prisma.skill.findMany({
    where: { competition: { state: { not: "draft" } }, AND: reachedByAny(grants) },
    orderBy: [{ competition: { startsOn: "desc" } }, { number: "asc" }],
    include: {
      competition: { select: { id: true, name: true, county: true } },
      signOffs: { select: { kind: true, accountId: true } },
      draw: { select: { openingAskedBy: true, committedBy: true } },
      notices: { orderBy: { openedAt: "desc" }, take: 1, select: { lastDay: true, closesAt: true } },
    },
  });
  const now = house.clock.now();
  const batches = await loadWaitingBatches(
    house.database,
    rows.map(({ id }) => id),
  );
  return ok(
    rows.map(
      ({
        id,
        number,
        name,
        competition: { county, ...competition },
        signOffs,
        draw,
        notices: [notice],
        ...skill
      }) => {
        const stage = skill.stage as Stage;
        const rules = skill.rules as unknown as SkillRules;
        const scope = { skillId: id, competitionId: competition.id, county };
        const steps = nextSteps({
          stage,
          coded: rules.codingLayers > 0,
          onSite: rules.onSite,
          committed: draw !== null,
          openingAsked: draw?.openingAskedBy != null,
          signed: signOffs.map((one) => one.kind),
          noticeClosed: notice ? isClosed(notice, now) : false,
        });
        const acted = {
          committedBy: draw?.committedBy ?? null,
          openingAskedBy: draw?.openingAskedBy ?? null,
          signedBy: signOffs.map((one) => one.accountId),
        };
        const next = steps.map((step) => ({
          step,
          roles: permissions[permissionOf[step]],
          mine: may(actor.grants, permissionOf[step], scope) && !isBarred(step, acted, actor.accountId),
        }));
        const decides = isCorrectable(stage) && may(actor.grants, "marking.approve", scope);
        const waiting = batches.filter((one) => one.skillId === id && one.proposedBy !== actor.accountId);
        return {
          id,
          number,
          name,
          stage,
          competition,
          next,
          batches: decides ? waiting.length : 0,
          noticeLastDay: stage === "notice" && notice ? notice.lastDay.toISOString().slice(0, 10) : null,
        };
      },
    ),
  );
}

/** The rows that one of the grants reaches, as `covers` says it; a grant without a scope reaches every row. */
const reachedByAny = (grants: readonly Grant[]) => {
  const places = grants.map(reachedBy);
  return places.some((place) => Object.keys(place).length === 0) ? [] : [{ OR: places }];
};

function reachedBy(grant: Grant) {
  return {
    ...(grant.skillId ? { id: grant.skillId } : {}),
    ...(grant.competitionId ? { competitionId: grant.competitionId } : {}),
    ...(grant.county ? { competition: { county: grant.county } } : {}),
  };
}
