// Finding, for a judge, the seat that owns a sheet, and the next sheet with something left to give.
import type { AppLoadContext } from "@remix-run/node";
import { orRefuse, refusalResponse } from "#app/gate.ts";
import { sheetId } from "#domain/marking/lock.ts";
import { type Aspect, isPerSeat } from "#domain/schemes/aspect.ts";
import type { JudgeSeat } from "#server/access/proofs.ts";
import type { Sheet } from "#server/marking/load-sheet.ts";
import { mayGive } from "./cells.ts";
import { isAhead, isLocked, isSeats, outStatus, panelCell, sheetStanding, stageOf } from "./panel.ts";

/** The actor's seats as proofs; asks for a sign-in first. */
export function seatsOf(context: AppLoadContext, request: Request): JudgeSeat[] {
  if (!context.actor) orRefuse(context, request, context.services.takeSeat(null, ""));
  return context.actor!.seats.map((one) =>
    orRefuse(context, request, context.services.takeSeat(context.actor, one.skillId)),
  );
}

const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/** The sheet of that id with the seat that owns it; 404 when no seat of this actor does. */
export async function findSheet(
  context: AppLoadContext,
  request: Request,
  id: string,
): Promise<{ seat: JudgeSeat; sheet: Sheet }> {
  const [contestantId = "", subcriterionId = "", ...more] = id.split("~");
  const seats = uuid.test(contestantId) && more.length === 0 ? seatsOf(context, request) : [];
  for (const seat of seats) {
    const sheet = await context.services.marking.loadSheet(seat, contestantId, subcriterionId);
    if (sheet.ok) return { seat, sheet: sheet.value };
  }
  throw refusalResponse(context, { code: "input.not-found" });
}

/** The address of the sheet that a scanned code opens: the work's first with something left for this seat, else its first. */
export async function sheetOfCode(context: AppLoadContext, seat: JudgeSeat, code: string): Promise<string> {
  const desk = await context.services.marking.loadDesk(seat);
  const one = desk.contestants.find((each) => each.code === code);
  const [first] = desk.subcriteria;
  if (!one || !first) throw refusalResponse(context, { code: "input.not-found" });
  for (const { id } of desk.subcriteria.filter((sub) => !isAhead(desk.panel, one.id, sub.id))) {
    const sheet = await context.services.marking.loadSheet(seat, one.id, id);
    const owed = sheet.ok && sheet.value.subcriterion.aspects.find((aspect) => isOwed(sheet.value, aspect));
    if (owed) return `/judge/sheets/${sheetId(one.id, id)}#${owed.id}`;
  }
  return `/judge/sheets/${sheetId(one.id, first.id)}`;
}

/** Whether this seat still owes the aspect something. */
export function isOwed(sheet: Sheet, aspect: Aspect): boolean {
  const told = panelCell(sheet.panel, sheet.contestant.id, aspect.id);
  if (!isPerSeat(aspect)) return told === undefined || told.state === "unset";
  if (!mayGive(sheet, aspect) || told?.state === "agreed") return false;
  const own = sheet.own[aspect.id];
  const round = told && isSeats(told) ? told.round : 1;
  return own?.round !== round || own.value === null;
}

export type NextWork = {
  readonly sheetId: string;
  readonly code: string;
  readonly subcriterion: string;
  readonly aspectId: string;
};

/**
 * The next sheet with something for this seat: after `after` in the order of the sheets of one contestant, then the next
 * contestant, once around; null when this judge is done for now.
 */
export async function nextWork(
  context: AppLoadContext,
  seat: JudgeSeat,
  after: string | null,
): Promise<NextWork | null> {
  const { marking } = context.services;
  const desk = await marking.loadDesk(seat);
  if (stageOf(desk.panel) !== "scoring") return null;
  const places = desk.contestants
    .filter((one) => outStatus(desk.panel, one.id) === null)
    .flatMap((one) => desk.subcriteria.map((sub) => ({ one, sub, id: sheetId(one.id, sub.id) })))
    .filter(({ one, sub }) => !isAhead(desk.panel, one.id, sub.id));
  const from = places.findIndex((place) => place.id === after) + 1;
  for (const { one, sub, id } of [...places.slice(from), ...places.slice(0, from)]) {
    const standing = sheetStanding(desk.panel, one.id, sub.aspects);
    if (standing.agreed === standing.of || isLocked(desk.panel, one.id, sub.id)) continue;
    const sheet = await marking.loadSheet(seat, one.id, sub.id);
    const owed = sheet.ok && sheet.value.subcriterion.aspects.find((aspect) => isOwed(sheet.value, aspect));
    if (owed) return { sheetId: id, code: one.code, subcriterion: sub.id, aspectId: owed.id };
  }
  return null;
}
