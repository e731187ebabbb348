// Components, modules, stages and ranks as the rules form posts them. Tie chains are read last: they may name parts of the same form.
import { z } from "zod";
import type { Words } from "#app/context.ts";
import { ticked, whole } from "#app/manage/form-fields.ts";
import { readTieChain } from "#domain/competitions/tie-chain.ts";
import { compositionMisfits } from "#domain/results/misfits.ts";
import { say } from "#words/language.ts";
import { fieldAt } from "./misfit-fields.ts";
import { type Told, tell } from "./posted-rows.ts";
import type { ReadOver } from "./rules-form.ts";
import { readParts } from "./scoring-parts.ts";

/** Every field that does not fit the locked scheme is told beside those that are filled in wrongly. */
export function scoringForm(words: Words["manage"], { standing, locked, sentence }: ReadOver) {
  const { skill, scoringRules: said } = words;
  const between = (from: number, to: number) => whole(from, to, say(skill.range, { from, to }));
  return z
    .looseObject({
      belowPassLine: z.enum(["no-award", "no-rank"]).default("no-award"),
      tieChain: z.string().max(400).default(""),
      noSharedRanks: ticked,
      minField: z.union([z.literal("").transform(() => null), between(0, 999)]).default(null),
    })
    .transform((posted, context) => {
      const wrong = new Set<string>();
      const told: Told = (field, message) => {
        wrong.add(field);
        tell(context)(field, message);
      };
      const { components, modules, contestStages } = readParts(posted, told, words, standing);
      const { chain, unread } = readTieChain(posted.tieChain, { components, modules });
      if (unread.length > 0 || chain.length > 12)
        told("tieChain", say(said.ties.unread, { unread: unread.join("、") }));
      const read = {
        tieChain: [...chain],
        ...(components.length > 0 && { components }),
        ...(components.some(({ passLine }) => passLine !== undefined) && {
          belowPassLine: posted.belowPassLine,
        }),
        ...(modules.length > 0 && { modules }),
        ...(contestStages.length > 0 && { contestStages }),
        ...(posted.noSharedRanks && { noSharedRanks: true }),
        ...(posted.minField !== null && { minField: posted.minField }),
      };
      const unfit = locked ? compositionMisfits(locked, read) : [];
      for (const { at, refusal } of unfit) {
        const field = fieldAt(at, posted);
        // A field that is filled in wrongly is told that first: what it means is not known yet.
        if (!wrong.has(field)) tell(context)(field, sentence(refusal));
      }
      return read;
    });
}
