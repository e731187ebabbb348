// A card per work with a QR: a tablet's own camera app opens the sheet at that code. The address holds the blind code alone.
import { encode } from "uqr";
import type { Permit } from "../access/proofs.ts";
import type { House } from "../house.ts";

export type CodeCard = {
  readonly code: string;
  readonly address: string;
  /** The dark modules as an SVG path in a square of `size`. */
  readonly path: string;
  readonly size: number;
};

/** The cards of everybody present, in the order of the codes; `origin` is where the judges' tablets find this server. */
export async function readCodeCards(house: House, permit: Permit<"marking.oversee">, origin: string) {
  const skillId = permit.scope.skillId!;
  const skill = await house.database.prisma.skill.findUniqueOrThrow({
    where: { id: skillId },
    select: { id: true, number: true, name: true },
  });
  const rows = await house.database.query<{ code: string }>(
    "SELECT code FROM contestant WHERE skill_id = $1 AND status = 'present' ORDER BY code",
    [skillId],
  );
  return { skill, cards: rows.map(({ code }) => card(code, addressOf(origin, skillId, code))) };
}

const addressOf = (origin: string, skillId: string, code: string): string =>
  `${origin}/judge/next?skill=${skillId}&code=${encodeURIComponent(code)}`;

function card(code: string, address: string): CodeCard {
  const { data, size } = encode(address, { border: 4 });
  const path = data.flatMap((row, y) => row.map((dark, x) => (dark ? `M${x} ${y}h1v1h-1z` : ""))).join("");
  return { code, address, path, size };
}
