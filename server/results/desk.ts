// The desk where a result is finished: what each signer sees, who has signed, what comes next. Codes only, until decoding.
import { covers, type Role } from "#domain/access/roles.ts";
import { planAwards } from "#domain/awards/policy.ts";
import { isArranged } from "#domain/calendar.ts";
import { hasReached, type Stage } from "#domain/competitions/skill.ts";
import type { Permit } from "../access/proofs.ts";
import { inSnapshot, type Transaction } from "../database/transaction.ts";
import type { House } from "../house.ts";
import { loadSkillState } from "../marking/load-skill.ts";
import { tiedSince } from "../marking/opened.ts";
import { firstUnsigned, loadDays } from "./load-days.ts";
import { type DeskRows, loadDesk } from "./load-desk.ts";
import { awardCandidates, namedStandings } from "./public-result.ts";
import { contentToSign, leftToRecheck } from "./sign.ts";

export type ResultDesk = Awaited<ReturnType<typeof deskIn>>;

/** Stage, signatures, the standings by code with their hash, the award preview, and names once decoded. */
export const readResultDesk = (house: House, permit: Permit<"competitions.oversee">): Promise<ResultDesk> =>
  inSnapshot(house.database, (tx) => deskIn(tx, permit));

/** The same within a snapshot: whatever else is read in it belongs to these very standings. */
export async function deskIn(tx: Transaction, permit: Permit<"competitions.oversee">) {
  const skillId = permit.scope.skillId!;
  const { skill, draw, signOffs, notice, awards } = await loadDesk(tx, skillId);
  const { competition, stage, rules, number, name } = skill;
  const state = (await loadSkillState(tx, skillId))!;
  const mayReadMarks = hasReached(stage, "complete") && mayRead(permit, stage);
  const content = mayReadMarks ? contentToSign(state) : null;
  const named = hasReached(stage, "decoded") ? await namedStandings(tx, skillId) : [];
  return {
    skill: { id: skillId, number, name },
    competition,
    stage,
    rules,
    hash: content?.hash ?? null,
    standings: content?.standings ?? [],
    tied: hasReached(stage, "decoded") ? await tiedSince(tx, state) : (content?.tied ?? []),
    plan: content ? planAwards(await awardCandidates(tx, skillId, content.standings), rules) : null,
    named: named.map(({ personId: _, registrationId: __, ...line }) => line),
    signOffs: signOffs.map(({ accountId, at, ...one }) => ({
      ...one,
      mine: accountId === permit.actor.accountId,
      at: at.toISOString(),
    })),
    draw,
    notice: notice && shownNotice(notice),
    awards,
    recheck: rules.recheck && stage === "complete" ? { left: await leftToRecheck(tx, state) } : null,
    /** The first day whose summary judges have still to sign before the chief judge does. */
    unsignedDay: stage === "checked" ? firstUnsigned(await loadDays(tx, state)) : null,
  };
}

const shownNotice = ({ firstDay, lastDay, closesAt }: NonNullable<DeskRows["notice"]>) => ({
  firstDay,
  lastDay,
  closesAt: closesAt.toISOString(),
  arranged: isArranged(firstDay) && isArranged(lastDay),
});

/** Before the signatures the chief judge, the checker and the supervisor read the standings by code; the organizer does not. */
function mayRead(permit: Permit, stage: Stage): boolean {
  if (hasReached(stage, "decoded")) return true;
  const readers: readonly Role[] = ["chief-judge", "recorder", "supervisor"];
  return permit.actor.grants.some((grant) => readers.includes(grant.role) && covers(grant, permit.scope));
}
