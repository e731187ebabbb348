// The award policy as the organizer's form posts it, by kind; shares are typed as percentages.
import { z } from "zod";
import type { Words } from "#app/context.ts";
import { chosenWith, ticked, whole } from "#app/manage/form-fields.ts";
import { shareOf } from "#app/manage/percent.ts";
import type { AwardPolicy, Excellence, Policy } from "#domain/competitions/award-policy.ts";
import { compare, exact, parseExact, sum } from "#domain/exact.ts";
import { say } from "#words/language.ts";

type Said = Words["manage"]["scoringRules"]["awards"];

/** The fields of the chosen kind as the policy they mean. */
export function awardForm(words: Words["manage"]) {
  const said = words.scoringRules.awards;
  return z
    .intersection(
      z.intersection(policyForm(said, words.skill.range), z.object({ perGroup: ticked })),
      smallFieldForm(words),
    )
    .transform((posted): { awards: AwardPolicy } => ({
      awards: {
        policy: policyOf(posted),
        perGroup: posted.perGroup,
        ...(posted.minimumField && { minimumField: posted.minimumField }),
      },
    }));
}

/** Its figures count only where fewer awards are asked for. */
function smallFieldForm({ skill, skillParts }: Words["manage"]) {
  const people = () => whole(0, 999, say(skill.range, { from: 0, to: 999 }));
  const asked = z
    .object({
      smallField: z.enum(["none", "set"]).default("none"),
      cancelBelow: people().default(4),
      oneGradeUpTo: people().default(4),
      twoGradesUpTo: people().default(5),
    })
    .refine((posted) => posted.smallField === "none" || posted.oneGradeUpTo <= posted.twoGradesUpTo, {
      error: skillParts.smallField.wrong,
      path: ["twoGradesUpTo"],
    })
    .transform(
      ({ smallField, ...minimumField }): Pick<AwardPolicy, "minimumField"> =>
        smallField === "set" ? { minimumField } : {},
    );
  return z.preprocess(
    chosenWith("smallField", "set", ["cancelBelow", "oneGradeUpTo", "twoGradesUpTo"]),
    asked,
  );
}

function policyForm(said: Said, range: string) {
  const number = (to: number) => whole(0, to, say(range, { from: 0, to }));
  const isDecimal = (text: string): boolean => /^\d{1,6}(\.\d{1,6})?$/.test(text);
  const decimal = (sentence: string) => z.string().trim().refine(isDecimal, sentence);
  const percent = z
    .string()
    .trim()
    .refine((text) => shareOf(text) !== null, said.shareWrong);
  const excellence = {
    excellence: z.enum(["none", "1/2", "2/3", "scale"]),
    excellenceScale: number(2000).default(700),
  };
  const band = z
    .string()
    .trim()
    .default("")
    .refine((text) => text === "" || isDecimal(text), said.bandWrong);
  const kinds = z.discriminatedUnion("policyKind", [
    z.object({ policyKind: z.literal("places"), ...excellence }),
    z.object({
      policyKind: z.literal("near-tie"),
      basis: z.enum(["scale", "total"]),
      tolerance: decimal(said.toleranceWrong),
      bronzeAfterTiedSilver: ticked,
      ...excellence,
    }),
    z.object({
      policyKind: z.literal("counts"),
      count1: number(999),
      count2: number(999),
      count3: number(999),
      ...excellence,
    }),
    z
      .object({
        policyKind: z.literal("shares"),
        share1: percent,
        share2: percent,
        share3: percent,
        shareRounding: z.enum(["half-up", "floor", "cumulative"]),
        shareOf: z.enum(["competed", "ranked"]),
      })
      .refine(withinOne, { error: said.sharesWrong, path: ["share3"] }),
    z
      .object({
        policyKind: z.literal("bands"),
        band1: decimal(said.bandWrong),
        band2: band,
        band3: band,
        band4: band,
      })
      .refine(descending, { error: said.bandsWrong, path: ["band1"] }),
  ]);
  return z.preprocess(chosenWith("excellence", "scale", ["excellenceScale"]), kinds);
}
type Posted = z.output<ReturnType<typeof policyForm>>;
type Of<Kind extends Posted["policyKind"]> = Extract<Posted, { policyKind: Kind }>;

type Shares = { share1: string; share2: string; share3: string };
const withinOne = ({ share1, share2, share3 }: Shares): boolean =>
  compare(sum([share1, share2, share3].map((text) => parseExact(text) ?? exact(0))), exact(100)) <= 0;

type Bands = { band1: string; band2: string; band3: string; band4: string };
function descending({ band1, band2, band3, band4 }: Bands): boolean {
  const lines = [band1, band2, band3, band4].filter((line) => line !== "").map((line) => exact(line));
  return lines.every((line, at) => at === 0 || compare(line, lines[at - 1]!) < 0);
}

function policyOf(posted: Posted): Policy {
  switch (posted.policyKind) {
    case "places":
      return { kind: "places", excellence: excellenceOf(posted) };
    case "near-tie": {
      const { basis, tolerance, bronzeAfterTiedSilver } = posted;
      return {
        kind: "near-tie",
        basis,
        tolerance,
        bronzeAfterTiedSilver,
        excellence: excellenceOf(posted),
      };
    }
    case "counts":
      return {
        kind: "counts",
        counts: [posted.count1, posted.count2, posted.count3],
        excellence: excellenceOf(posted),
      };
    case "shares":
      return {
        kind: "shares",
        shares: [shareOf(posted.share1)!, shareOf(posted.share2)!, shareOf(posted.share3)!],
        rounding: posted.shareRounding,
        of: posted.shareOf,
      };
    case "bands":
      return {
        kind: "bands",
        atLeast: [posted.band1, posted.band2 || null, posted.band3 || null, posted.band4 || null],
      };
  }
}

const excellenceOf = ({
  excellence,
  excellenceScale,
}: Pick<Of<"places">, "excellence" | "excellenceScale">): Excellence =>
  excellence === "scale" ? { scaleAtLeast: excellenceScale } : excellence;
