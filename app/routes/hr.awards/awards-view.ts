// The register as one officer sees it: names of codes, who did which step (oneself or another), and what may be done next.

import type { Actor, Language, Services } from "#app/context.ts";
import { awardName } from "#app/entitlement/award-names.ts";

type Row = Awaited<ReturnType<Services["awards"]["listExternalAwards"]>>[number];
export type ShownExternal = ReturnType<typeof shownExternal>;

export const registerStates = ["claimed", "verified", "final", "rejected"] as const;
type RegisterState = (typeof registerStates)[number];

/** `barred`: why four eyes keep this officer from making the award final. */
export function shownExternal(row: Row, actor: Actor, language: Language) {
  const by = (accountId: string | null, at: Date | null) =>
    accountId === null || at === null ? null : { mine: accountId === actor.accountId, at: at.toISOString() };
  return {
    id: row.id,
    name: row.person.name,
    idMasked: row.person.idMasked,
    title: awardName(row.competition ?? row.honour ?? "", language),
    grade: row.grade,
    role: row.role,
    category: row.category,
    teamSize: row.teamSize,
    edition: row.edition,
    skill: row.skill,
    wonOn: row.wonOn?.toISOString().slice(0, 10) ?? null,
    evidence: row.evidence,
    identityMatched: row.identityMatched,
    state: row.state as RegisterState,
    entered: by(row.enteredBy, row.enteredAt)!,
    verified: by(row.verifiedBy, row.verifiedAt),
    final: by(row.finalBy, row.finalAt),
    reason: row.rejectedReason,
    barred:
      row.verifiedBy === actor.accountId
        ? ("verified" as const)
        : row.enteredBy === actor.accountId
          ? ("entered" as const)
          : null,
  };
}

/** Whether an entry holds the words looked for, in name, award, edition or skill. */
export const holds = (entry: ShownExternal, words: string): boolean =>
  [entry.name, entry.title, entry.edition, entry.skill].some((text) =>
    text?.toLowerCase().includes(words.toLowerCase()),
  );
