// What a printed sheet carries against forgery: the hash of its content, the head of the skill's chain, and a QR that leads
// back to the page, which then says whether the paper still agrees. All of it is read in the snapshot of the content.
import type { Transaction } from "../database/transaction.ts";
import type { House } from "../house.ts";
import { type Head, skillChain } from "../ledger/record.ts";
import { type Qr, qrOf } from "../qr.ts";

export type Seal = {
  readonly hash: string;
  readonly head: Head;
  /** When the snapshot was read, ISO. */
  readonly at: string;
  readonly qr: Qr;
};

/** The seal of a content; `page` is the address of its page without a query. */
export async function sealOf(
  house: House,
  tx: Transaction,
  skillId: string,
  content: { readonly hash: string; readonly page: string },
): Promise<Seal> {
  const [head] = await tx.query<Head>("SELECT seq, hash FROM chain_head WHERE chain = $1", [
    skillChain(skillId),
  ]);
  return {
    hash: content.hash,
    head: head!,
    at: house.clock.now().toISOString(),
    qr: qrOf(`${content.page}?hash=${content.hash}`),
  };
}
