// The only writer of the ledger: takes the chain's head under lock, appends the line, moves the head, in the caller's transaction.
import { randomBytes } from "node:crypto";
import { genesis, hashLine } from "#domain/ledger/chain.ts";
import type { Transaction } from "../database/transaction.ts";

export type Head = { readonly seq: number; readonly hash: string };
export type Actor = { readonly accountId: string; readonly name: string };

export const skillChain = (skillId: string): string => `skill:${skillId}`;
export const competitionChain = (competitionId: string): string => `competition:${competitionId}`;
export const cityChain = "city";

/** Locks a chain until the transaction ends and answers its head; a new chain starts at the genesis hash. */
export async function lockChain(tx: Transaction, chain: string): Promise<Head> {
  const locking = "SELECT seq, hash FROM chain_head WHERE chain = $1 FOR UPDATE";
  const [head] = await tx.query<Head>(locking, [chain]);
  if (head) return head;
  await tx.query("INSERT INTO chain_head (chain, seq, hash) VALUES ($1, 0, $2) ON CONFLICT DO NOTHING", [
    chain,
    genesis,
  ]);
  return (await tx.query<Head>(locking, [chain]))[0]!;
}

export type Deed = {
  readonly chain: string;
  readonly deed: string;
  readonly payload: Readonly<Record<string, unknown>>;
  readonly actor: Actor | null;
  readonly at: Date;
};

/** The luck that closes a line: 16 bytes in hex. */
export const lineSalt = (): string => randomBytes(16).toString("hex");

/** Writes one line after `head`, which the caller holds locked, and answers the new head. */
export async function append(tx: Transaction, head: Head, deed: Deed): Promise<Head> {
  const line = {
    ...deed,
    seq: head.seq + 1,
    previous: head.hash,
    actor: deed.actor?.name ?? "系统",
    at: deed.at.toISOString(),
    salt: lineSalt(),
  };
  const hash = hashLine(line);
  await tx.query(
    `WITH line AS (
       INSERT INTO ledger_line (chain, seq, deed, payload, actor_id, actor, at, previous, hash, salt)
       VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10))
     UPDATE chain_head SET seq = $2, hash = $9 WHERE chain = $1`,
    [
      deed.chain,
      line.seq,
      deed.deed,
      JSON.stringify(deed.payload),
      deed.actor?.accountId ?? null,
      line.actor,
      line.at,
      line.previous,
      hash,
      line.salt,
    ],
  );
  return { seq: line.seq, hash };
}

/** Locks the chain and writes one line: the way of every deed but a mark, which already holds the lock. */
export const record = async (tx: Transaction, deed: Deed): Promise<Head> =>
  append(tx, await lockChain(tx, deed.chain), deed);
