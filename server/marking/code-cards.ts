// A card per work with a QR: a tablet's own camera app opens the sheet at that code. The address holds the blind code alone.
import type { SkillRules } from "#domain/competitions/rules.ts";
import type { Permit } from "../access/proofs.ts";
import type { House } from "../house.ts";
import { type Qr, qrOf } from "../qr.ts";

type CodeCard = Qr & { readonly code: string };

/** The cards of everybody present, in the order of the codes; `origin` is where the judges' tablets find this server. */
export async function readCodeCards(house: House, permit: Permit<"marking.oversee">, origin: string) {
  const skillId = permit.scope.skillId!;
  const { rules, ...skill } = await house.database.prisma.skill.findUniqueOrThrow({
    where: { id: skillId },
    select: { id: true, number: true, name: true, rules: true },
  });
  const rows = await house.database.query<{ code: string }>(
    "SELECT code FROM contestant WHERE skill_id = $1 AND status = 'present' ORDER BY code",
    [skillId],
  );
  return {
    skill,
    codingLayers: (rules as unknown as SkillRules).codingLayers,
    cards: rows.map(({ code }): CodeCard => ({ code, ...qrOf(addressOf(origin, skillId, code)) })),
  };
}

const addressOf = (origin: string, skillId: string, code: string): string =>
  `${origin}/judge/next?skill=${skillId}&code=${encodeURIComponent(code)}`;
