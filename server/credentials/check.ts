// The HR desk: one certificate by number and name. Every look-up is recorded first; wrong number and wrong name answer alike.
import { readCertificateNumber } from "#domain/credentials/number.ts";
import type { Decision } from "#domain/entitlements/decide.ts";
import { type Outcome, ok, refuse } from "#domain/outcome.ts";
import { maskName, nameKey } from "#domain/people/names.ts";
import type { Permit } from "../access/proofs.ts";
import type { Sql } from "../database/connection.ts";
import { inTransaction } from "../database/transaction.ts";
import type { House } from "../house.ts";
import { cityChain, record } from "../ledger/record.ts";

export const purposes = ["title-application", "institution-recruitment", "hiring", "other"] as const;

type Found = {
  person_id: string;
  name: string;
  id_masked: string | null;
  kind: "award" | "decision";
  id: string;
};
export type Subject = {
  readonly kind: "award" | "decision";
  readonly number: string;
  readonly status: "valid" | "superseded" | "revoked";
};
export type Award = {
  readonly title: string;
  readonly skill: string;
  readonly grade: string;
  readonly state: string;
  readonly number: string | null;
  readonly verifiedOn: readonly string[];
};
export type Check = {
  readonly subject: Subject;
  readonly name: string;
  readonly idMasked: string | null;
  readonly decisions: readonly Decision[];
  readonly numbers: Readonly<Record<string, string>>;
  readonly awards: readonly Award[];
  readonly at: string;
};

/** Answers a look-up for a stated purpose. Refuses `credentials.no-match` whatever did not match, and records that too. */
export async function checkCertificate(
  house: House,
  permit: Permit<"entitlements.look-up">,
  asked: { readonly number: string; readonly name: string; readonly purpose: string },
): Promise<Outcome<Check>> {
  if (!(purposes as readonly string[]).includes(asked.purpose)) return refuse("credentials.purpose-needed");
  const number = readCertificateNumber(asked.number);
  const found = number ? await findByNumber(house.database, number) : null;
  const match = found && nameKey(found.name) === nameKey(asked.name) ? found : null;
  const now = house.clock.now();
  const office = permit.actor.grants.find((grant) => grant.role === "hr-officer")?.unit ?? "";
  await inTransaction(house.database, async (tx) => {
    await tx.query(
      "INSERT INTO look_up (officer_id, office, purpose, number, person_id, at) VALUES ($1, $2, $3, $4, $5, $6)",
      [
        permit.actor.accountId,
        office,
        asked.purpose,
        number ?? noted(asked.number),
        match?.person_id ?? null,
        now,
      ],
    );
    const payload = { number: number ?? "", found: match !== null, purpose: asked.purpose };
    await record(tx, { chain: cityChain, deed: "looked-up", payload, actor: permit.actor, at: now });
  });
  if (!match || !number) return refuse("credentials.no-match");
  return ok({
    subject: await subjectOf(house.database, match, number),
    name: maskName(match.name),
    idMasked: match.id_masked,
    ...(await currentDecisions(house.database, match.person_id)),
    awards: await awardsShown(house.database, match.person_id),
    at: now.toISOString(),
  });
}

/** What was typed where no number could be read: at most 40 characters, nothing unprintable, and never the digits of a resident ID. */
function noted(typed: string): string {
  const text = [...typed.normalize("NFKC").replace(/\p{C}/gu, "")].slice(0, 40).join("");
  return text.replace(/\D/g, "").length > 12 ? text.replace(/\d/g, "*") : text;
}

async function findByNumber(sql: Sql, number: string): Promise<Found | null> {
  const [row] = await sql.query<Found>(
    `SELECT p.id AS person_id, p.name, p.id_masked, x.kind, x.id FROM (
       SELECT person_id, 'award' AS kind, id FROM award WHERE number = $1
       UNION ALL SELECT person_id, 'decision', id FROM decision WHERE number = $1) x JOIN person p ON p.id = x.person_id`,
    [number],
  );
  return row ?? null;
}

async function subjectOf(sql: Sql, found: Found, number: string): Promise<Subject> {
  if (found.kind === "award") {
    const [award] = await sql.query<{ state: string }>("SELECT state FROM award WHERE id = $1", [found.id]);
    return { kind: "award", number, status: award!.state === "conferred" ? "valid" : "revoked" };
  }
  const [later] = await sql.query<{ outcome: string }>(
    "SELECT outcome FROM decision WHERE supersedes_id = $1",
    [found.id],
  );
  return {
    kind: "decision",
    number,
    status: !later ? "valid" : later.outcome === "granted" ? "superseded" : "revoked",
  };
}

/** The decisions in force for a person, in the order of the codes, with the numbers of those that grant. */
export async function currentDecisions(
  sql: Sql,
  personId: string,
): Promise<{ decisions: Decision[]; numbers: Record<string, string> }> {
  const rows = await sql.query<{ code: string; number: string | null; grounds: Decision }>(
    `SELECT code, number, grounds FROM decision d WHERE person_id = $1
       AND NOT EXISTS (SELECT 1 FROM decision later WHERE later.supersedes_id = d.id)`,
    [personId],
  );
  const order = ["granted", "pending", "review", "not"];
  const decisions = rows
    .map((row) => row.grounds)
    .sort((a, b) => order.indexOf(a.outcome) - order.indexOf(b.outcome));
  return {
    decisions,
    numbers: Object.fromEntries(rows.flatMap((row) => (row.number ? [[row.code, row.number]] : []))),
  };
}

/** Our own and external awards of a person as an officer or the person may see them. */
export async function awardsShown(sql: Sql, personId: string): Promise<Award[]> {
  const own = await sql.query<Award>(
    `SELECT c.name AS title, s.name AS skill, a.grade, a.state, a.number, '{}'::text[] AS "verifiedOn"
     FROM award a JOIN skill s ON s.id = a.skill_id JOIN competition c ON c.id = s.competition_id WHERE a.person_id = $1 ORDER BY c.starts_on DESC`,
    [personId],
  );
  const external = await sql.query<Award>(
    `SELECT coalesce(competition, honour) AS title, concat_ws(' ', edition, skill) AS skill, coalesce(grade, '') AS grade, state, NULL AS number,
       array_remove(ARRAY[to_char(verified_at AT TIME ZONE 'Asia/Shanghai', 'YYYY-MM-DD'), to_char(final_at AT TIME ZONE 'Asia/Shanghai', 'YYYY-MM-DD')], NULL) AS "verifiedOn"
     FROM external_award WHERE person_id = $1 ORDER BY entered_at DESC`,
    [personId],
  );
  return [...external, ...own];
}
