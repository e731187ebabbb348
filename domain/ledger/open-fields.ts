// What a ledger line shows to everybody, by its deed: what a result is computed from, and no person. Everything else is closed.
// The hash of a line depends on this table: a deed may be added, an entry never changed (docs/decisions/0018).
const fieldsOf: Readonly<Record<string, readonly string[]>> = {
  "mark-entered": ["contestantId", "aspectId", "seat", "round", "version", "value", "requestId", "bySeat"],
  "mark-missing": ["contestantId", "aspectId", "seat", "missing"],
  "penalty-set": ["penaltyId", "contestantId", "level", "target", "amount"],
  "penalty-withdrawn": ["penaltyId"],
  "order-recorded": ["contestantIds"],
  "result-complete": ["hash", "recheckSeed"],
  "result-checked": ["hash"],
  "result-chief": ["hash"],
  "result-supervisor": ["hash"],
};

/** The payload fields of a deed that are open; of a deed that the table does not name none. */
export const openFields = (deed: string): readonly string[] => fieldsOf[deed] ?? [];
