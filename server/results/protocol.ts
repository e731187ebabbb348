// The result protocol for paper: the desk's standings with their seal, and who signed them, by hand where drawn.
import type { Permit } from "../access/proofs.ts";
import { inSnapshot } from "../database/transaction.ts";
import type { House } from "../house.ts";
import { readResultDesk } from "./desk.ts";
import { drawnAddress } from "./drawn.ts";
import { sealOf } from "./seal.ts";
import { contentToSign, type SignatureKind } from "./sign.ts";

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
export async function readProtocol(house: House, permit: Permit<"competitions.oversee">, origin: string) {
  const skillId = permit.scope.skillId!;
  for (;;) {
    const desk = await readResultDesk(house, permit);
    if (desk.hash === null) return null;
    const sealed = await inSnapshot(house.database, async (tx) => {
      const { hash } = await contentToSign(tx, skillId);
      // A mark may have come between the two readings: then both are read anew.
      if (hash !== desk.hash) return null;
      const rows = await tx.query<{
        kind: SignatureKind;
        name: string;
        at: Date;
        drawn: Uint8Array | null;
      }>(
        "SELECT s.kind, a.name, s.at, s.drawn FROM sign_off s JOIN account a ON a.id = s.account_id WHERE s.skill_id = $1",
        [skillId],
      );
      const signatures = rows.map(
        (row): ProtocolSignature => ({
          ...row,
          at: row.at.toISOString(),
          drawn: drawnAddress(row.drawn),
        }),
      );
      const page = `${origin}/desk/${skillId}/protocol`;
      return { signatures, seal: await sealOf(house, tx, skillId, { hash, page }) };
    });
    if (sealed) return { desk, ...sealed };
  }
}
