// The result protocol for paper: the desk's standings with their seal, and who signed them, by hand where drawn.
import type { Permit } from "../access/proofs.ts";
import { inSnapshot, type Transaction } from "../database/transaction.ts";
import type { House } from "../house.ts";
import { deskIn } from "./desk.ts";
import { drawnAddress } from "./drawn.ts";
import { sealOf } from "./seal.ts";
import type { SignatureKind } from "./sign.ts";

type ProtocolSignature = {
  readonly kind: SignatureKind;
  readonly name: string;
  readonly at: string;
  /** The drawn signature as a data URL. */
  readonly drawn: string | null;
};

/**
 * The desk as this signer reads it, with the seal of exactly these standings; null while they may not read them. `origin` is
 * where the paper's QR finds this server.
 */
export const readProtocol = (house: House, permit: Permit<"competitions.oversee">, origin: string) =>
  inSnapshot(house.database, async (tx) => {
    const desk = await deskIn(tx, permit);
    const { hash, skill } = desk;
    if (hash === null) return null;
    const page = `${origin}/desk/${skill.id}/protocol`;
    const signatures = await drawnSignatures(tx, skill.id);
    return { desk, signatures, seal: await sealOf(house, tx, skill.id, { hash, page }) };
  });

async function drawnSignatures(tx: Transaction, skillId: string): Promise<ProtocolSignature[]> {
  const rows = await tx.query<{ kind: SignatureKind; name: string; at: Date; drawn: Uint8Array | null }>(
    "SELECT s.kind, a.name, s.at, s.drawn FROM sign_off s JOIN account a ON a.id = s.account_id WHERE s.skill_id = $1",
    [skillId],
  );
  return rows.map((row) => ({ ...row, at: row.at.toISOString(), drawn: drawnAddress(row.drawn) }));
}
