// One sheet under a judge's hands: cells from the panel's view, the acks and the outbox; entering and deciding.
import { useCallback, useEffect, useMemo, useState } from "react";
import { useShell } from "#app/frame.tsx";
import { mayEnter, newer, readCell, type Saved, type SheetCell, type SheetNow } from "#app/sheet/cells.ts";
import { othersOf } from "#app/sheet/panel.ts";
import { exact } from "#domain/exact.ts";
import { type Doubt, doubtOf } from "#domain/marking/doubts.ts";
import { sheetId } from "#domain/marking/lock.ts";
import { foldTyped } from "#domain/marking/mark.ts";
import type { Refusal } from "#domain/outcome.ts";
import type { Aspect } from "#domain/schemes/aspect.ts";
import type { Sheet } from "#server/marking/load-sheet.ts";
import type { Answered } from "./outbox.ts";
import { savedFor } from "./saved-here.ts";
import { useDevice } from "./use-device.ts";
import { useOutbox } from "./use-outbox.ts";
import { useView } from "./use-view.ts";

/** What the domain refused at once, with what was typed; nothing of it was stored or sent. */
export type RefusedEntry = { readonly refusal: Refusal; readonly typed: string };
/** What is asked about before it is kept: nothing of it was stored or sent. */
export type DoubtfulEntry = { readonly doubt: Doubt; readonly value: string };
type ByAspect<T> = Readonly<Record<string, T>>;

const without = <T>(of: ByAspect<T>, aspectId: string): ByAspect<T> =>
  Object.fromEntries(Object.entries(of).filter(([id]) => id !== aspectId));
const same = (a: string | null, b: string | null): boolean =>
  a === b || (a !== null && b !== null && exact(a).equals(exact(b)));

export function useMarking(sheet: Sheet) {
  const login = useShell().who?.login ?? "";
  const { view: panel } = useView("panel", sheet.skill.id, sheet.panel);
  const [saved, setSaved] = useState<ByAspect<Saved>>(sheet.own);
  const [drafts, setDrafts] = useState<ByAspect<string | null>>({});
  const [refused, setRefused] = useState<ByAspect<RefusedEntry>>({});
  const [doubtful, setDoubtful] = useState<ByAspect<DoubtfulEntry>>({});
  const [unstored, setUnstored] = useState(false);

  const contestantId = sheet.contestant.id;
  const keep = useCallback((aspectId: string, one: Saved) => {
    setSaved((all) => ({ ...all, [aspectId]: newer(one, all[aspectId])! }));
  }, []);
  // A kept copy is older than what was acknowledged since; a page drawn anew brings what other devices saved.
  useEffect(() => {
    for (const [aspectId, one] of Object.entries(sheet.own)) keep(aspectId, one);
    let over = false;
    savedFor(login, contestantId).then(
      (all) => {
        if (!over)
          for (const { aspectId, round, version, value, at } of all)
            keep(aspectId, { round, version, value, at });
      },
      () => {},
    );
    return () => {
      over = true;
    };
  }, [sheet.own, login, contestantId, keep]);
  const onAnswer = useCallback(
    ({ intention, ack }: Answered) => {
      if (intention.contestantId !== contestantId) return;
      keep(intention.aspectId, {
        round: intention.round,
        version: ack.version,
        value: ack.value,
        at: ack.at,
      });
    },
    [contestantId, keep],
  );
  const { sender, intentions, line, ended } = useOutbox(onAnswer);
  const pending = intentions.filter((one) => one.standing !== "conflict").length;
  const device = useDevice(sheet.skill.id, sender && !sheet.barred ? intentions.length : null);

  const now: SheetNow = { sheet, panel, saved, intentions, drafts, live: line === "live" };
  const cells = useMemo(
    () =>
      sheet.subcriterion.aspects.map((aspect) =>
        readCell({ sheet, panel, saved, intentions, drafts, live: line === "live" }, aspect),
      ),
    [sheet, panel, saved, intentions, drafts, line],
  );

  /**
   * Enters what was typed. A mark that looks like a slip is asked about first, unless it comes with a reason or step by step
   * (`asked` is null).
   */
  async function enter(aspect: Aspect, typed: string | null, asked?: string | null): Promise<void> {
    const cell = readCell(now, aspect);
    if (!sender || cell.conflict || device.elsewhere !== null) return;
    const value = typed === null ? null : foldTyped(typed);
    const may = mayEnter(now, cell, value);
    setRefused((all) =>
      may.ok
        ? without(all, aspect.id)
        : { ...all, [aspect.id]: { refusal: may.refusal, typed: typed ?? "" } },
    );
    setDoubtful((all) => without(all, aspect.id));
    if (!may.ok || same(value, cell.value)) return;
    const others = othersOf(panel, contestantId, aspect.id);
    const doubt =
      asked === undefined
        ? doubtOf(sheet.rules.doubts, aspect, value, cell.saved?.value ?? null, others)
        : null;
    if (doubt && value !== null) {
      setDoubtful((all) => ({ ...all, [aspect.id]: { doubt, value } }));
      return;
    }
    setDrafts((all) => ({ ...all, [aspect.id]: value }));
    const round = cell.round;
    const expectedVersion = cell.saved?.version ?? 0;
    const place = {
      by: login,
      skillId: sheet.skill.id,
      sheetId: sheetId(contestantId, sheet.subcriterion.id),
    };
    try {
      const entry = { contestantId, aspectId: aspect.id, round, value, expectedVersion };
      await sender.outbox.put({ ...place, ...entry, ...(asked && { reason: asked }) });
      sender.flush();
    } catch {
      setUnstored(true);
    }
    setDrafts((all) => (all[aspect.id] === value ? without(all, aspect.id) : all));
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
      keep(cell.aspect.id, {
        round: cell.round,
        version: conflict.version,
        value: conflict.theirs,
        at: null,
      });
    }
    await sender.outbox.keepTheirs(conflict.requestId);
  }

  return {
    panel,
    cells,
    refused,
    doubtful,
    /** Takes a question about a mark back: what stood in the cell stays. */
    correct: (aspect: Aspect) => setDoubtful((all) => without(all, aspect.id)),
    device,
    /** Whether the page writes through the outbox; until then its forms post themselves. */
    ready: sender !== null,
    unstored,
    connection: line,
    ended,
    intentions,
    /** Stored here and not yet answered, over all sheets. */
    pending,
    enter,
    decide,
  };
}
export type Marking = ReturnType<typeof useMarking>;
