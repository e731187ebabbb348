// One line of the award plan in a whole sentence: what the rule offers, who gets it, why it is that many.
import type { Words } from "#app/context.ts";
import type { Policy } from "#domain/competitions/award-policy.ts";
import { say } from "#words/language.ts";
import type { DeskView } from "./desk-view.ts";

type Line = DeskView["preview"][number];

export function spokenAward(line: Line, policy: Policy, words: Words["desk"], terms: Words["terms"]): string {
  const { offer, why, codes, takenBy } = line;
  const params = { n: codes.length, codes: codes.join(words.and), grade: terms.grade[line.grade] };
  if (why === "small-field") return say(words.smallField, params);
  const taken = { by: takenBy?.place ?? 0, count: takenBy?.count ?? 0 };
  if (offer === null) return say(words.atLeast["not-given"], params);
  switch (offer.by) {
    case "place":
      return line.grade === "excellence"
        ? say(sentence(words.excellence, why), { ...params, place: offer.upTo, share: shareOf(policy) })
        : say(sentence(words.previewLine, why), { ...params, ...taken, place: offer.upTo });
    case "count":
      return say(sentence(words.prize, why), { ...params, count: offer.count });
    case "tolerance":
      return say(sentence(words.within, why), {
        ...params,
        ...taken,
        anchor: offer.anchor,
        within: offer.within,
      });
    case "total":
      return say(sentence(words.atLeast, why), {
        ...params,
        least: say(words.totalPoints, { points: offer.atLeast }),
      });
    case "scale":
      return say(sentence(words.atLeast, why), {
        ...params,
        least: say(words.scalePoints, { points: offer.atLeast }),
      });
  }
}

/** The sentence for a reason; the plan gives each offer only the reasons that stand there. */
const sentence = (sentences: Readonly<Record<string, string>>, why: string): string =>
  sentences[why] ?? sentences["nobody"]!;

const shareOf = (policy: Policy): string =>
  "excellence" in policy && typeof policy.excellence === "string" ? policy.excellence : "";
