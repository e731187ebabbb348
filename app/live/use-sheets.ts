// Sheets under somebody's hands, one or a whole grid: cells from the panel's view, the acks and the outbox; entering and
// deciding. What a cell is and may become, app/sheet/cells decides alone.
import { useCallback, useMemo, useState } from "react";
import { useShell } from "#app/frame.tsx";
import { type Marked, mayEnter, readCell, type SheetCell, type SheetNow } from "#app/sheet/cells.ts";
import { drawnFor, othersOf } from "#app/sheet/panel.ts";
import { exact } from "#domain/exact.ts";
import type { View } from "#domain/live/diff.ts";
import { type Doubt, doubtOf } from "#domain/marking/doubts.ts";
import { sheetId } from "#domain/marking/lock.ts";
import { foldTyped, readMark } from "#domain/marking/mark.ts";
import { placeName } from "#domain/marking/record.ts";
import type { Refusal } from "#domain/outcome.ts";
import { type Aspect, meaningOf } from "#domain/schemes/aspect.ts";
import { useDevice } from "./use-device.ts";
import { useFreshAfter } from "./use-fresh.ts";
import { useOutbox } from "./use-outbox.ts";
import { type BySheet, put, useSaved } from "./use-saved.ts";
import { useView } from "./use-view.ts";

/** What the domain refused at once, with what was typed; nothing of it was stored or sent. */
export type RefusedEntry = { readonly refusal: Refusal; readonly typed: string };
/** What is asked about before it is kept: nothing of it was stored or sent. */
export type DoubtfulEntry = { readonly doubt: Doubt; readonly value: string };
/** A row of the sheet: an aspect, and the seat whose level a recorder keys. */
export type Row = { readonly aspect: Aspect; readonly seat: number | null };
export type CellAt = Row & { readonly contestantId: string };
type Desk = { readonly skillId: string; readonly rows: readonly Row[]; readonly initial: View };

const none = {};
const without = <T>(all: BySheet<T>, of: string, place: string): BySheet<T> => ({
  ...all,
  [of]: Object.fromEntries(Object.entries<T>(all[of] ?? none).filter(([id]) => id !== place)),
});
const same = (a: string | null, b: string | null): boolean =>
  a === b || (a !== null && b !== null && exact(a).equals(exact(b)));

/** `recorder`: marks go out with the seat they are keyed for. */
export function useSheets(desk: Desk, sheets: readonly Marked[], recorder = false) {
  const { skillId, rows } = desk;
  const login = useShell().who?.login ?? "";
  const { view: panel } = useView(recorder ? "recorder" : "panel", skillId, desk.initial);
  useFreshAfter(JSON.stringify(drawnFor(panel)));
  const { saved, keep, onAnswer } = useSaved(login, sheets);
  const [drafts, setDrafts] = useState<BySheet<string | null>>(none);
  const [refused, setRefused] = useState<BySheet<RefusedEntry>>(none);
  const [doubtful, setDoubtful] = useState<BySheet<DoubtfulEntry>>(none);
  const [unstored, setUnstored] = useState(false);
  const { sender, intentions, line, ended } = useOutbox(onAnswer);
  const isJudge = !recorder && sheets.some((sheet) => sheet.barred === null);
  const kept = intentions.filter((one) => one.skillId === skillId).length;
  const device = useDevice(skillId, sender && isJudge ? kept : null);

  const nowOf = useCallback(
    (sheet: Marked): SheetNow => {
      const { id } = sheet.contestant;
      return {
        sheet,
        panel,
        saved: saved[id] ?? none,
        intentions,
        drafts: drafts[id] ?? none,
        live: line === "live",
      };
    },
    [panel, saved, intentions, drafts, line],
  );
  const cells = useMemo(
    () =>
      new Map<string, readonly SheetCell[]>(
        sheets.map((sheet) => {
          const now = nowOf(sheet);
          return [sheet.contestant.id, rows.map(({ aspect, seat }) => readCell(now, aspect, seat))];
        }),
      ),
    [sheets, rows, nowOf],
  );

  /** What the domain says of an entry, and what looks odd about it, before anything is stored; null where no sheet takes it. */
  function weigh({ contestantId, aspect, seat }: CellAt, typed: string | null) {
    const sheet = sheets.find((one) => one.contestant.id === contestantId);
    if (!sheet || device.elsewhere !== null) return null;
    const now = nowOf(sheet);
    const cell = readCell(now, aspect, seat);
    const folded = typed === null ? null : foldTyped(typed);
    const read = readMark(aspect, folded);
    const value = read.ok ? read.value : folded;
    const may = mayEnter(now, cell, value);
    const isNew = may.ok && !same(value, cell.value);
    const others = isNew ? othersOf(panel, contestantId, aspect.id) : [];
    const doubt = isNew
      ? doubtOf(sheet.rules.doubts, aspect, value, cell.saved?.value ?? null, others)
      : null;
    return { sheet, cell, value, may, isNew, doubt };
  }

  /**
   * Enters what was typed and answers whether it is kept: neither refused nor asked about. A mark that looks like a slip is
   * asked about first, unless it comes with a reason or step by step (`asked` is null).
   */
  function enter(at: CellAt, typed: string | null, asked?: string | null): boolean {
    const weighed = weigh(at, typed);
    if (!weighed || !sender || weighed.cell.conflict) return false;
    const { cell, value, may, isNew, doubt } = weighed;
    const { contestantId } = at;
    const { place } = cell;
    setRefused((all) =>
      may.ok
        ? without(all, contestantId, place)
        : put(all, contestantId, place, { refusal: may.refusal, typed: typed ?? "" }),
    );
    const question = asked === undefined && value !== null ? doubt : null;
    setDoubtful((all) =>
      question && value !== null
        ? put(all, contestantId, place, { doubt: question, value })
        : without(all, contestantId, place),
    );
    if (isNew && !question) void store(weighed, asked);
    return may.ok && !question;
  }

  /** Keeps an entry on this device and sends it; until it is kept, a draft shows it. */
  async function store(
    { sheet, cell, value }: NonNullable<ReturnType<typeof weigh>>,
    reason: string | null | undefined,
  ): Promise<void> {
    const { contestantId, aspect, seat, place } = cell;
    setDrafts((all) => put(all, contestantId, place, value));
    try {
      await sender!.outbox.put({
        by: login,
        skillId,
        sheetId: sheetId(contestantId, sheet.subcriterion.id),
        contestantId,
        aspectId: aspect.id,
        round: cell.round,
        value,
        expectedVersion: cell.saved?.version ?? 0,
        meant: meaningOf(aspect),
        ...(recorder ? { seat: seat ?? 0 } : {}),
        ...(reason && { reason }),
      });
      sender!.flush();
    } catch {
      setUnstored(true);
    }
    setDrafts((all) => (all[contestantId]?.[place] === value ? without(all, contestantId, place) : all));
  }

  /** A person decided what stands in a disputed cell. */
  async function decide(cell: SheetCell, keeps: "theirs" | "mine"): Promise<void> {
    const { conflict } = cell;
    if (!sender || !conflict) return;
    if (keeps === "mine") {
      await sender.outbox.sendMine(conflict.requestId, conflict.version);
      sender.flush();
      return;
    }
    if (conflict.refusal.code === "marking.stale") {
      const theirs = { round: cell.round, version: conflict.version, value: conflict.theirs, at: null };
      keep(cell.contestantId, cell.place, theirs);
    }
    await sender.outbox.keepTheirs(conflict.requestId);
  }

  return {
    panel,
    /** By contestant, in the order of the rows. */
    cells,
    /** By contestant and place. */
    refused,
    /** By contestant and place. */
    doubtful,
    /** Takes a question about a mark back: what stood in the cell stays. */
    correct: ({ contestantId, aspect, seat }: CellAt) =>
      setDoubtful((all) => without(all, contestantId, placeName(aspect.id, seat))),
    device,
    /** Whether the page writes through the outbox; until then its forms post themselves. */
    ready: sender !== null,
    unstored,
    connection: line,
    ended,
    intentions,
    /** Stored here and not yet answered, over all sheets. */
    pending: intentions.filter((one) => one.standing !== "conflict").length,
    enter,
    decide,
  };
}
export type Sheets = ReturnType<typeof useSheets>;
