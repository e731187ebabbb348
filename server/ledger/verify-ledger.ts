// The whole check of the ledger: chains recomputed, held against the anchors, and the marks against their lines.
import type { Sql } from "../database/connection.ts";
import type { Anchor, Anchors } from "./anchors.ts";
import { type ChainReport, verifyChains } from "./verify.ts";
import { evidenceAgainstLines } from "./verify-evidence.ts";

export type Finding =
  /** The first line that does not follow from the one before it; one past the last line is the head. */
  | { readonly what: "chain-broken"; readonly chain: string; readonly seq: number }
  /** An anchor holds another hash than the line of its number: the chain was rewritten. */
  | { readonly what: "anchor-differs"; readonly chain: string; readonly seq: number; readonly at: string }
  /** 锚点比数据库新: a backup was restored, or the last lines were removed. */
  | ({ readonly what: "anchor-ahead" } & Short)
  /** The end of a chain is gone although the database holds what was anchored later: no restored backup does that. */
  | ({ readonly what: "lines-missing" } & Short)
  | { readonly what: "anchor-unreadable"; readonly place: string }
  /** A revision and its ledger line: one is missing, or they differ in the fields named. */
  | { readonly what: "mark-without-line" | "line-without-mark"; readonly chain: string; readonly seq: number }
  | {
      readonly what: "mark-differs";
      readonly chain: string;
      readonly seq: number;
      readonly fields: readonly string[];
    }
  /** A current mark that is not the newest revision of its cell, or is missing. */
  | { readonly what: "cell-astray"; readonly chain: string; readonly cell: string }
  /** A note, a photo or a withdrawal that is not what its ledger line says; `line` or `row` is missing, or content differs. */
  | {
      readonly what: "evidence-differs";
      readonly chain: string;
      readonly evidence: string;
      readonly fields: readonly string[];
    };
type Short = {
  readonly chain: string;
  readonly anchored: number;
  readonly stands: number;
  readonly at: string;
};

export type LedgerReport = {
  readonly ok: boolean;
  readonly chains: readonly ChainReport[];
  readonly marks: number;
  readonly cells: number;
  readonly anchors: { readonly files: number; readonly lines: number; readonly newest: string | null };
  /** At most `listed` of each kind are listed. */
  readonly findings: readonly Finding[];
};

const listed = 200;

/**
 * Checks everything on one connection, best in one REPEATABLE READ transaction. The anchors must have been read before
 * it began: the database may go on, never be behind them.
 */
export async function verifyLedger(sql: Sql, anchors: Anchors): Promise<LedgerReport> {
  const chains = await verifyChains(sql);
  const findings: Finding[] = chains
    .filter(({ brokenAt }) => brokenAt !== null)
    .map(({ chain, brokenAt }) => ({ what: "chain-broken", chain, seq: brokenAt! }));
  findings.push(...(await againstAnchors(sql, chains, anchors.anchors)));
  findings.push(...anchors.unreadable.map((place): Finding => ({ what: "anchor-unreadable", place })));
  findings.push(...(await marksAgainstLines(sql)), ...(await cellsAgainstMarks(sql)));
  findings.push(
    ...(await evidenceAgainstLines(sql, listed)).map(
      (one): Finding => ({ what: "evidence-differs", ...one }),
    ),
  );
  const [counted] = await sql.query<{ marks: number; cells: number }>(
    "SELECT (SELECT count(*) FROM mark_revision) AS marks, (SELECT count(*) FROM mark_cell) AS cells",
  );
  return {
    ok: findings.length === 0,
    chains,
    ...counted!,
    anchors: {
      files: anchors.files,
      lines: anchors.anchors.length,
      newest:
        anchors.anchors
          .map(({ at }) => at)
          .sort()
          .at(-1) ?? null,
    },
    findings,
  };
}

/** One finding per chain: the first anchor that differs, else the newest that reaches further than the chain. */
async function againstAnchors(
  sql: Sql,
  chains: readonly ChainReport[],
  anchors: readonly Anchor[],
): Promise<Finding[]> {
  const column = <K extends keyof Anchor>(key: K) => anchors.map((one) => one[key]);
  const found = await sql.query<{ place: number; hash: string | null }>(
    `SELECT a.place::int, l.hash FROM unnest($1::text[], $2::int[]) WITH ORDINALITY AS a (chain, seq, place)
     LEFT JOIN ledger_line l ON l.chain = a.chain AND l.seq = a.seq ORDER BY a.place`,
    [column("chain"), column("seq")],
  );
  const [standing, differing, ahead]: [Anchor[], Anchor[], Anchor[]] = [[], [], []];
  for (const [place, one] of anchors.entries()) {
    const { hash } = found[place]!;
    (hash === one.hash ? standing : hash === null ? ahead : differing).push(one);
  }
  const lines = new Map(chains.map((one) => [one.chain, one.lines]));
  const rewritten = new Map(differing.reverse().map((one) => [one.chain, one]));
  const short = new Map(ahead.filter(({ chain }) => !rewritten.has(chain)).map((one) => [one.chain, one]));
  const what =
    (instants(standing).at(-1) ?? "") > (instants(ahead)[0] ?? "~") ? "lines-missing" : "anchor-ahead";
  return [
    ...[...rewritten.values()].map(
      ({ chain, seq, at }): Finding => ({ what: "anchor-differs", chain, seq, at }),
    ),
    ...[...short.values()].map(({ chain, seq, at }): Finding => {
      return { what, chain, anchored: seq, stands: lines.get(chain) ?? 0, at };
    }),
  ];
}

const instants = (anchors: readonly Anchor[]): string[] => anchors.map(({ at }) => at).sort();

/** Revisions and `mark-entered` lines, side by side by chain and sequence. A value that is no decimal differs. */
async function marksAgainstLines(sql: Sql): Promise<Finding[]> {
  const pairs = await sql.query<{
    chain: string;
    seq: number;
    mark: boolean;
    line: boolean;
    fields: string[];
  }>(
    `SELECT * FROM (
       SELECT coalesce(m.chain, l.chain) AS chain, coalesce(m.ledger_seq, l.seq) AS seq,
         m.chain IS NOT NULL AS mark, l.chain IS NOT NULL AS line, array_remove(ARRAY[
           CASE WHEN m.request_id::text IS DISTINCT FROM p->>'requestId' THEN 'requestId' END,
           CASE WHEN m.contestant_id::text IS DISTINCT FROM p->>'contestantId' THEN 'contestantId' END,
           CASE WHEN m.aspect_id IS DISTINCT FROM p->>'aspectId' THEN 'aspectId' END,
           CASE WHEN m.seat::text IS DISTINCT FROM p->>'seat' THEN 'seat' END,
           CASE WHEN m.round::text IS DISTINCT FROM p->>'round' THEN 'round' END,
           CASE WHEN m.version::text IS DISTINCT FROM p->>'version' THEN 'version' END,
           CASE WHEN (m.value IS NULL) IS DISTINCT FROM (p->>'value' IS NULL)
             OR m.value IS DISTINCT FROM CASE WHEN p->>'value' ~ '^-?[0-9]+([.][0-9]+)?$' THEN (p->>'value')::numeric END
             THEN 'value' END,
           CASE WHEN m.entered_seat::text IS DISTINCT FROM p->>'bySeat' THEN 'bySeat' END,
           CASE WHEN m.reason IS DISTINCT FROM p->>'reason' THEN 'reason' END,
           CASE WHEN m.entered_by IS DISTINCT FROM l.actor_id THEN 'enteredBy' END,
           CASE WHEN m.at IS DISTINCT FROM l.at THEN 'at' END], NULL) AS fields
       FROM (SELECT *, 'skill:' || skill_id AS chain FROM mark_revision) m
       FULL JOIN (SELECT *, payload AS p FROM ledger_line WHERE deed = 'mark-entered') l
         ON l.chain = m.chain AND l.seq = m.ledger_seq) pair
     WHERE cardinality(fields) > 0 OR NOT mark OR NOT line ORDER BY chain, seq LIMIT ${listed}`,
  );
  return pairs.map(({ chain, seq, mark, line, fields }): Finding => {
    if (mark && line) return { what: "mark-differs", chain, seq, fields };
    return { what: mark ? "mark-without-line" : "line-without-mark", chain, seq };
  });
}

/** Current marks and the newest revision of each cell. */
async function cellsAgainstMarks(sql: Sql): Promise<Finding[]> {
  const astray = await sql.query<{ chain: string; cell: string }>(
    `SELECT 'skill:' || coalesce(c.skill_id, r.skill_id) AS chain, concat_ws('/', contestant_id, aspect_id, seat, round) AS cell
     FROM mark_cell c FULL JOIN (SELECT DISTINCT ON (contestant_id, aspect_id, seat, round) * FROM mark_revision
       ORDER BY contestant_id, aspect_id, seat, round, version DESC) r USING (contestant_id, aspect_id, seat, round)
     WHERE (c.skill_id, c.version, c.value, c.entered_by, c.at) IS DISTINCT FROM (r.skill_id, r.version, r.value, r.entered_by, r.at)
     ORDER BY 1, 2 LIMIT ${listed}`,
  );
  return astray.map(({ chain, cell }) => ({ what: "cell-astray", chain, cell }));
}
