// The course of one result from the draw to publication, each step with the day it happened.
import type { Words } from "#app/context.ts";
import { useDates } from "#app/dates.ts";
import { Rail } from "#app/kit/index.ts";
import { type Stage, stages } from "#domain/competitions/skill.ts";
import { say } from "#words/language.ts";
import type { DeskView } from "./desk-view.ts";

type Step = { readonly label: string; readonly doneAt: Stage; readonly detail?: string };

export function DeskRail({ desk, words }: { desk: DeskView; words: Words["desk"] }) {
  const dates = useDates();
  const { draw, rules, notice, signOffs } = desk;
  const coded = rules.codingLayers > 0;
  const on = (instant: string | null | undefined) => (instant ? dates.day(dates.today(instant)) : undefined);
  const signatures = signOffs.filter((one) => one.kind !== "checked").length;
  const steps: (Step | false)[] = [
    { label: coded ? words.railDraw : words.railField, doneAt: "drawn", detail: on(draw?.drawnAt) },
    { label: words.railScoring, doneAt: "complete" },
    {
      label: words.railCheck,
      doneAt: "checked",
      detail: on(signOffs.find((one) => one.kind === "checked")?.at),
    },
    {
      label: words.railSign,
      doneAt: coded ? "signed" : "decoded",
      detail: signatures > 0 ? say(words.railSigned, { n: signatures }) : undefined,
    },
    coded && { label: words.railDecode, doneAt: "decoded", detail: on(draw?.openedAt) },
    rules.onSite && { label: words.railAnnounce, doneAt: "announced" },
    {
      label: words.railNotice,
      doneAt: "published",
      detail: notice ? dates.span(notice.firstDay, notice.lastDay) : undefined,
    },
    { label: words.railPublish, doneAt: "published" },
  ];
  const shown = steps.filter((step) => step !== false);
  const reached = (step: Step) => stages.indexOf(desk.stage) >= stages.indexOf(step.doneAt);
  const now = shown.findIndex((step) => !reached(step));
  return (
    <Rail
      label={words.rail}
      steps={shown.map((step, place) => ({
        label: step.label,
        detail: step.detail,
        state: now === -1 || place < now ? "done" : place === now ? "now" : "next",
      }))}
    />
  );
}
