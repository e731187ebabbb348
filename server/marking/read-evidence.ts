// Evidence as it is read: the list of one sheet and the bytes of one photo, for the judges of the work and for those who look
// at it a second time. What may not be read now is not there at all; withdrawn evidence is a mark without its content.
import type { SkillRules } from "#domain/competitions/rules.ts";
import { mayReadEvidence, type Place, type Reader } from "#domain/marking/evidence.ts";
import { sheetId } from "#domain/marking/lock.ts";
import { cellsOf } from "#domain/marking/mark.ts";
import { marksThere } from "#domain/marking/seats.ts";
import { aspectState } from "#domain/marking/states.ts";
import { findAspect, subcriterionOf } from "#domain/schemes/scheme.ts";
import { type JudgeSeat, type Permit, uuid } from "../access/proofs.ts";
import type { House } from "../house.ts";
import { loadSkillState, lockedScheme } from "./load-skill.ts";
import type { SheetPlace } from "./second-look.ts";
import { loadStandIns, seatsByContestant } from "./stand-ins.ts";

export type Evidence = {
  readonly id: string;
  readonly aspectId: string;
  readonly kind: "note" | "photo";
  /** Null of a photo, and of what was withdrawn. */
  readonly note: string | null;
  readonly seat: number;
  readonly at: string;
  readonly own: boolean;
  /** Why it was withdrawn; null while it stands. */
  readonly withdrawn: string | null;
};

/** What this judge may read at one sheet, in the order it was attached; nothing of a work that is not theirs to mark. */
export async function readEvidence(house: House, seat: JudgeSeat, place: SheetPlace): Promise<Evidence[]> {
  const reader = await judgeOf(house, seat);
  return reader.marks(place.contestantId, place.subcriterionId)
    ? listed(house, reader, seat.skillId, place)
    : [];
}

/** The same for a second person. */
export const readEvidenceToConfirm = (
  house: House,
  permit: Permit<"marking.confirm">,
  place: SheetPlace,
): Promise<Evidence[]> => listed(house, confirmerOf(permit), permit.scope.skillId!, place);

/** The skill that a photo belongs to: where a reader has to prove a right; null for an id of nothing. */
export async function skillOfEvidence(house: House, evidenceId: string): Promise<string | null> {
  if (!uuid.test(evidenceId)) return null;
  const [row] = await house.database.query<{ skillId: string }>(
    'SELECT skill_id AS "skillId" FROM evidence WHERE id = $1',
    [evidenceId],
  );
  return row?.skillId ?? null;
}

/** The JPEG of a photo that this judge may read now; null for any other. */
export async function readPhoto(house: House, seat: JudgeSeat, evidenceId: string): Promise<Buffer | null> {
  const reader = await judgeOf(house, seat);
  return photoFor(house, reader, seat.skillId, evidenceId, reader.marks);
}

/** The same for a second person. */
export const readPhotoToConfirm = (
  house: House,
  permit: Permit<"marking.confirm">,
  evidenceId: string,
): Promise<Buffer | null> =>
  photoFor(house, confirmerOf(permit), permit.scope.skillId!, evidenceId, () => true);

const confirmerOf = (permit: Permit<"marking.confirm">): Reader => ({
  accountId: permit.actor.accountId,
  as: "confirmer",
});

/** Whether a judge marks this work in that sub-criterion. */
type Marks = (contestantId: string, subcriterionId: string) => boolean;

async function judgeOf(house: House, seat: JudgeSeat): Promise<Reader & { marks: Marks }> {
  const own = await seatsByContestant(house.database, seat);
  const [skill] = await house.database.query<{ rules: SkillRules; scheme_id: string | null }>(
    "SELECT rules, scheme_id FROM skill WHERE id = $1",
    [seat.skillId],
  );
  const { rules, scheme_id } = skill!;
  const scheme = scheme_id && (await lockedScheme(house.database, scheme_id));
  return {
    accountId: seat.actor.accountId,
    as: "judge",
    marks: (contestantId, sub) => {
      const as = own(contestantId);
      return as.ok && !!scheme && marksThere({ scheme, rules }, as.value, sub);
    },
  };
}

type Row = {
  id: string;
  contestant_id: string;
  aspect_id: string;
  kind: Evidence["kind"];
  note: string | null;
  round: number;
  seat: number;
  attached_by: string;
  at: Date;
  reason: string | null;
};
const rowsWhere = (which: string): string =>
  `SELECT e.id, e.contestant_id, e.aspect_id, e.kind, e.note, e.round, e.seat, e.attached_by, e.at, w.reason
   FROM evidence e LEFT JOIN evidence_withdrawal w ON w.evidence_id = e.id WHERE ${which} ORDER BY e.place`;

async function listed(
  house: House,
  reader: Reader,
  skillId: string,
  { contestantId, subcriterionId }: SheetPlace,
): Promise<Evidence[]> {
  const rows = await house.database.query<Row>(rowsWhere("e.skill_id = $1 AND e.contestant_id = $2"), [
    skillId,
    contestantId,
  ]);
  const readable = await readableBy(house, reader, skillId, rows, subcriterionId);
  return readable.map((row) => ({
    id: row.id,
    aspectId: row.aspect_id,
    kind: row.kind,
    note: row.reason === null ? row.note : null,
    seat: row.seat,
    at: row.at.toISOString(),
    own: row.attached_by === reader.accountId,
    withdrawn: row.reason,
  }));
}

async function photoFor(
  house: House,
  reader: Reader,
  skillId: string,
  evidenceId: string,
  marks: Marks,
): Promise<Buffer | null> {
  const rows = await house.database.query<Row>(rowsWhere("e.skill_id = $1 AND e.id = $2"), [
    skillId,
    evidenceId,
  ]);
  const [one] = await readableBy(house, reader, skillId, rows);
  if (!one || one.reason !== null || !marks(one.contestant_id, subcriterionOf(one.aspect_id))) return null;
  const [photo] = await house.database.query<{ bytes: Buffer }>(
    "SELECT bytes FROM evidence_photo WHERE evidence_id = $1",
    [evidenceId],
  );
  return photo?.bytes ?? null;
}

/** Of these rows of one work, what the reader may read now; `of` narrows to one sub-criterion. */
async function readableBy(
  house: House,
  reader: Reader,
  skillId: string,
  rows: readonly Row[],
  of?: string,
): Promise<Row[]> {
  if (rows.length === 0) return [];
  const state = (await loadSkillState(house.database, skillId))!;
  const { conflicts } = await loadStandIns(house.database, skillId);
  return rows.filter((row) => {
    const place = findAspect(state.scheme, row.aspect_id);
    if (!place || (of !== undefined && place.subcriterion.id !== of)) return false;
    const own = conflicts.filter((one) => one.contestantId === row.contestant_id);
    const there: Place = {
      aspect: place.aspect,
      now: aspectState(place.aspect, cellsOf(state.cells, row.contestant_id), state.rules),
      conflicted: new Set(own.map((one) => one.accountId)),
      confirm: state.rules.confirm,
      confirmed: state.confirmed.has(sheetId(row.contestant_id, place.subcriterion.id)),
    };
    return mayReadEvidence(reader, { accountId: row.attached_by, round: row.round }, there);
  });
}
