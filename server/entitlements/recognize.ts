// Recognition: the rules in force are asked about people whose awards became final or fell; each answer is a new decision.
import { shanghaiDate } from "#domain/calendar.ts";
import { type Decision, decide } from "#domain/entitlements/decide.ts";
import { packInForce } from "#domain/entitlements/packs/in-force.ts";
import { issueNumbers } from "../credentials/issue-number.ts";
import type { Transaction } from "../database/transaction.ts";
import type { House } from "../house.ts";
import { awardsOf } from "./awards-of.ts";

type Standing = {
  id: string;
  code: string;
  outcome: string;
  grounds: Decision;
  flags: string[];
  pack_version: string;
};

/** Evaluates these people and writes what changed; a decision is never rewritten, a later one supersedes it. Answers how many were written. */
export async function recognize(
  house: House,
  tx: Transaction,
  personIds: readonly string[],
): Promise<number> {
  const now = house.clock.now();
  const today = shanghaiDate(now);
  // Two publications, or a publication and an officer's last step, may meet in one person: they are evaluated one after the other.
  await tx.query("SELECT id FROM person WHERE id = ANY($1) ORDER BY id FOR NO KEY UPDATE", [personIds]);
  const awards = await awardsOf(tx, personIds);
  let written = 0;
  for (const personId of new Set(personIds)) {
    const standing = await tx.query<Standing>(
      `SELECT id, code, outcome, grounds, flags, pack_version FROM decision d WHERE person_id = $1
         AND NOT EXISTS (SELECT 1 FROM decision later WHERE later.supersedes_id = d.id)`,
      [personId],
    );
    const before = new Map(standing.map((one) => [one.code, one]));
    for (const decision of decide({ awards: awards.get(personId) ?? [] }, today, packInForce())) {
      const earlier = before.get(decision.code);
      if (earlier && isSame(earlier, decision)) continue;
      await write(tx, personId, decision, earlier, now);
      written += 1;
    }
  }
  return written;
}

/** Nothing that decides has changed: same outcome on the same grounds, readings and pack. A claim that bears on nothing is no reason for a new number. */
const isSame = (earlier: Standing, now: Decision): boolean =>
  earlier.outcome === now.outcome &&
  earlier.pack_version === now.packVersion &&
  earlier.flags.join() === now.flags.join() &&
  deciding(earlier.grounds) === deciding(now);

const deciding = ({ outcome, grounds, because }: Decision): string =>
  JSON.stringify([
    because.zh,
    ...grounds
      .filter((ground) => ground.outcome === outcome)
      .map((ground) => [ground.clause, ground.because.zh])
      .sort(),
  ]);

async function write(
  tx: Transaction,
  personId: string,
  decision: Decision,
  earlier: Standing | undefined,
  now: Date,
): Promise<void> {
  const year = Number(shanghaiDate(now).slice(0, 4));
  const number = decision.outcome === "granted" ? (await issueNumbers(tx, "BD", year, 1))[0]! : null;
  await tx.query(
    `INSERT INTO decision (person_id, code, outcome, number, grounds, flags, pack_version, as_of, inputs_hash, supersedes_id, decided_at)
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)`,
    [
      personId,
      decision.code,
      decision.outcome,
      number,
      JSON.stringify(decision),
      decision.flags,
      decision.packVersion,
      decision.asOf,
      decision.inputsHash,
      earlier?.id ?? null,
      now,
    ],
  );
}
