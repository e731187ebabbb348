// The one next step, said first and whole, with the way to it.
import type { Words } from "#app/context.ts";
import { ButtonLink, Notice } from "#app/kit/index.ts";
import { say } from "#words/language.ts";
import type { NextForMe as Next } from "./next-for-me.ts";

type Said = Words["hr"]["me"];

export function NextForMe({ next, words }: { next: Next; words: Said }) {
  const { entry, kind } = next;
  const [title, why] = sentences(kind, entry?.skill.venue !== "", words);
  const params = {
    skill: entry?.skill.name ?? "",
    reason: (entry?.reason ?? "").replace(/[。.]$/, ""),
    number: entry?.number ?? "",
    venue: entry?.skill.venue ?? "",
  };
  const tone =
    kind === "returned"
      ? "cinnabar"
      : kind === "none"
        ? "neutral"
        : kind === "submitted" || kind === "judging"
          ? "amber"
          : "celadon";
  return (
    <Notice
      tone={tone}
      title={say(title, params)}
      actions={
        entry && kind !== "returned" && <ButtonLink to={`/skills/${entry.skill.id}`}>{words.view}</ButtonLink>
      }
    >
      {say(why, params)}
    </Notice>
  );
}

function sentences(kind: Next["kind"], placed: boolean, words: Said): readonly [string, string] {
  switch (kind) {
    case "returned":
      return [words.nextReturned, words.nextReturnedWhy];
    case "submitted":
      return [words.nextSubmitted, words.nextSubmittedWhy];
    case "attend":
      return [words.nextAttend, placed ? words.nextAttendWhy : words.nextAttendNoVenue];
    case "judging":
      return [words.nextJudging, words.nextJudgingWhy];
    case "notice":
      return [words.nextNotice, words.nextNoticeWhy];
    case "announced":
      return [words.nextAnnounced, words.nextAnnouncedWhy];
    case "award":
      return [words.nextAward, words.nextAwardWhy];
    case "none":
      return [words.nextNone, words.nextNoneWhy];
  }
}
