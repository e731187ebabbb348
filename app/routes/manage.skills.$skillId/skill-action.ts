// What an organizer decides about a skill before marking: rules, seats, the field of an open skill, the start.
import { type ActionFunctionArgs, redirect } from "@remix-run/node";
import { z } from "zod";
import type { Words } from "#app/context.ts";
import { postedForm, problem, readForm } from "#app/form-answer.ts";
import { permit } from "#app/gate.ts";
import { idField } from "#app/id-field.ts";
import { separated, ticked, whole } from "#app/manage/form-fields.ts";
import { skillRules } from "#domain/competitions/rules.ts";
import { say } from "#words/language.ts";
import { refusalSentence } from "#words/refusals.ts";

const { confirm } = skillRules.shape;

const rulesForm = (words: Words["manage"]["skill"]) => {
  const between = (from: number, to: number) => whole(from, to, say(words.range, { from, to }));
  return z.object({
    codingLayers: between(0, 3),
    confirm: z.enum(confirm.options),
    maxSpread: between(0, 3),
    judgementSeats: between(1, 15),
    tieChain: z
      .string()
      .default("")
      .transform(separated)
      .refine((chain) => chain.every((one) => /^(criterion:)?[A-Z]$/.test(one)), words.tieChainWrong)
      .transform((chain) => chain.map((one) => (one.length === 1 ? `criterion:${one}` : one))),
    onSite: ticked,
    excellenceShare: z.enum(["none", "1/2", "2/3"]),
    recheck: z.enum(["none", "sampled"]),
    topAll: between(0, 999),
    sharePercent: between(0, 100),
    limitPercent: between(0, 100),
    doubts: z.enum(["none", "asked"]),
    percent: between(1, 100),
    others: between(3, 999),
    daySignatures: ticked,
    codePrefix: z
      .string()
      .trim()
      .regex(/^[A-Z]{1,2}$/, words.codePrefixWrong),
    openBoard: ticked,
  });
};

const seatForm = (words: Words["manage"]["skill"]) =>
  z.object({
    accountId: idField(words.seatPlaceholder),
    number: whole(1, 99, say(words.range, { from: 1, to: 99 })),
    reserve: ticked,
  });

export async function skillAction({ request, params, context }: ActionFunctionArgs) {
  const skillId = params["skillId"]!;
  const organizer = await permit(context, request, "competitions.configure", { skillId });
  const posted = await postedForm(context, request);
  const { competitions, draws, marking } = context.services;
  const words = context.words.manage.skill;
  const here = `/manage/skills/${skillId}`;

  switch (posted.get("intent")) {
    case "rules": {
      const read = readForm(context, posted, rulesForm(words));
      if (!read.ok) return read.problem;
      const { openBoard, recheck, topAll, sharePercent, limitPercent, doubts, percent, others, ...rest } =
        read.value;
      const { excellenceShare: excellence, ...rules } = rest;
      const changed = await competitions.changeRules(organizer, {
        openBoard,
        rules: {
          ...rules,
          awards: { policy: { kind: "places", excellence }, perGroup: false },
          ...(recheck === "sampled" && { recheck: { topAll, sharePercent, limitPercent } }),
          ...(doubts === "asked" && { doubts: { percent, others } }),
        },
      });
      return changed.ok ? redirect(`${here}?saved=rules`) : problem(context, posted, changed.refusal);
    }
    case "seat": {
      const read = readForm(context, posted, seatForm(words));
      if (!read.ok) return read.problem;
      const seated = await competitions.seatJudge(organizer, read.value);
      if (seated.ok) return redirect(`${here}#seats`);
      return problem(context, posted, seated.refusal, {
        number: refusalSentence(seated.refusal, context.language),
      });
    }
    case "end-seat": {
      const read = readForm(context, posted, z.object({ seatId: idField(words.seatPlaceholder) }));
      if (!read.ok) return read.problem;
      const ended = await competitions.endSeat(organizer, read.value.seatId);
      return ended.ok ? redirect(`${here}#seats`) : problem(context, posted, ended.refusal);
    }
    case "fix-field": {
      const fixed = await draws.fixField(organizer);
      return fixed.ok ? redirect(here) : problem(context, posted, fixed.refusal);
    }
    case "open-scoring": {
      const opened = await marking.openScoring(organizer);
      return opened.ok ? redirect(here) : problem(context, posted, opened.refusal);
    }
    default:
      return problem(context, posted, { code: "input.invalid" });
  }
}
