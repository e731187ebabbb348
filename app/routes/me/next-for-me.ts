// The one next step of a competitor, from where their entries and awards stand; the most pressing comes first.
import { hasReached, type Stage } from "#domain/competitions/skill.ts";
import type { OwnFile } from "#server/people/own-file.ts";

type Entry = OwnFile["entries"][number];
export type NextForMe = {
  readonly kind: "returned" | "notice" | "announced" | "attend" | "judging" | "submitted" | "award" | "none";
  readonly entry: Entry | null;
};

/** What is returned needs an answer; a notice has a last day; then the competition itself, then waiting. */
export function nextForMe(file: Pick<OwnFile, "entries" | "awards">): NextForMe {
  const { entries, awards } = file;
  const find = (holds: (entry: Entry, stage: Stage) => boolean) =>
    entries.find((entry) => holds(entry, entry.skill.stage as Stage)) ?? null;
  const accepted = (entry: Entry) => entry.state === "accepted";
  const candidates: readonly (readonly [NextForMe["kind"], Entry | null])[] = [
    ["returned", find((entry) => entry.state === "returned")],
    ["notice", find((entry) => entry.result?.finality === "notice")],
    ["announced", find((entry) => entry.result?.finality === "announced")],
    ["attend", find((entry, stage) => accepted(entry) && !hasReached(stage, "scoring"))],
    [
      "judging",
      find(
        (entry, stage) => accepted(entry) && hasReached(stage, "scoring") && !hasReached(stage, "announced"),
      ),
    ],
    ["submitted", find((entry) => entry.state === "submitted")],
  ];
  const first = candidates.find(([, entry]) => entry !== null);
  if (first) return { kind: first[0], entry: first[1] };
  const numbered = awards.some((award) => award.number !== null);
  return { kind: numbered ? "award" : "none", entry: null };
}
