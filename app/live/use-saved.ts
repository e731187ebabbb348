// What the server has of somebody's sheets: as the page was drawn, as this device was acknowledged since, as answers come in.
import { useCallback, useEffect, useState } from "react";
import { type Marked, newer, type Saved } from "#app/sheet/cells.ts";
import { placeName } from "#domain/marking/record.ts";
import type { Answered } from "./outbox.ts";
import { savedFor } from "./saved-here.ts";

export type ByPlace<T> = Readonly<Record<string, T>>;
/** By contestant, then by place. */
export type BySheet<T> = Readonly<Record<string, ByPlace<T>>>;

export const put = <T>(all: BySheet<T>, of: string, place: string, one: T): BySheet<T> => ({
  ...all,
  [of]: { ...all[of], [place]: one },
});

export function useSaved(login: string, sheets: readonly Marked[]) {
  const [saved, setSaved] = useState<BySheet<Saved>>(() =>
    Object.fromEntries(sheets.map((sheet) => [sheet.contestant.id, sheet.own])),
  );
  const keep = useCallback((of: string, place: string, one: Saved) => {
    setSaved((all) => put(all, of, place, newer(one, all[of]?.[place])!));
  }, []);
  // A kept copy is older than what was acknowledged since; a page drawn anew brings what other devices saved.
  useEffect(() => {
    let over = false;
    for (const { contestant, own } of sheets) {
      for (const [place, one] of Object.entries(own)) keep(contestant.id, place, one);
      savedFor(login, contestant.id).then(
        (all) => {
          if (over) return;
          for (const { aspectId: place, round, version, value, at } of all)
            keep(contestant.id, place, { round, version, value, at });
        },
        () => {},
      );
    }
    return () => {
      over = true;
    };
  }, [sheets, login, keep]);
  const here = sheets.map((sheet) => sheet.contestant.id).join();
  const onAnswer = useCallback(
    ({ intention, ack }: Answered) => {
      const { contestantId, aspectId, seat, round } = intention;
      if (!here.includes(contestantId)) return;
      const { version, value, at } = ack;
      keep(contestantId, placeName(aspectId, seat), { round, version, value, at });
    },
    [here, keep],
  );
  return { saved, keep, onAnswer };
}
