// Publication (发布): after the notice has closed, the result becomes final, awards are conferred, entitlements evaluated.

import { shanghaiDate, shanghaiTime } from "#domain/calendar.ts";
import { advanceStage, type Stage } from "#domain/competitions/skill.ts";
import { isClosed } from "#domain/notices/notice.ts";
import { type Outcome, ok, refuse } from "#domain/outcome.ts";
import type { Permit } from "../access/proofs.ts";
import { issueNumbers } from "../credentials/issue-number.ts";
import type { Transaction } from "../database/transaction.ts";
import { recognize } from "../entitlements/recognize.ts";
import type { House } from "../house.ts";
import { inSkill } from "../ledger/deed.ts";
import { namedStandings, publicLines } from "../results/public-result.ts";
import { takeSnapshot } from "../results/sign.ts";

/** Publishes once the server's clock has passed the last day of the notice; everything in one transaction. */
export async function publish(house: House, permit: Permit<"results.publish">): Promise<Outcome> {
  return inSkill(house, permit, "result-published", async (tx, skillId) => {
    const [skill] = await tx.query<{ stage: Stage; closes_at: Date | null }>(
      "SELECT s.stage, n.closes_at FROM skill s LEFT JOIN notice n ON n.skill_id = s.id WHERE s.id = $1 ORDER BY n.opened_at DESC LIMIT 1",
      [skillId],
    );
    const step = advanceStage(skill!.stage, "published");
    if (!step.ok) return step;
    const now = house.clock.now();
    const closesAt = skill!.closes_at!;
    if (!isClosed({ closesAt }, now)) {
      return refuse("notice.still-open", { until: `${shanghaiDate(closesAt)} ${shanghaiTime(closesAt)}` });
    }
    await takeSnapshot(house, tx, skillId, "published", publicLines(await namedStandings(tx, skillId)));
    const people = await confer(house, tx, skillId);
    await tx.query("UPDATE skill SET stage = 'published' WHERE id = $1", [skillId]);
    const decisions = await recognize(house, tx, people);
    return ok({ awards: people.length, decisions });
  });
}

async function confer(house: House, tx: Transaction, skillId: string): Promise<string[]> {
  const now = house.clock.now();
  const rows = await tx.query<{ id: string; person_id: string }>(
    "SELECT id, person_id FROM award WHERE skill_id = $1 AND state = 'provisional' ORDER BY rank, id",
    [skillId],
  );
  const numbers = await issueNumbers(tx, "BS", Number(shanghaiDate(now).slice(0, 4)), rows.length);
  await tx.query(
    `UPDATE award a SET state = 'conferred', number = n.number, conferred_at = $3
     FROM unnest($1::uuid[], $2::text[]) AS n(id, number) WHERE a.id = n.id`,
    [rows.map((row) => row.id), numbers, now],
  );
  return rows.map((row) => row.person_id);
}
