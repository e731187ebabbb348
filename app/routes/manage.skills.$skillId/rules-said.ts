// Composition, ranks and awards of a skill in words, as they stand after the draw: one line each, only what the skill has.
import type { Words } from "#app/context.ts";
import type { Fact } from "#app/kit/index.ts";
import { percentOf } from "#app/manage/percent.ts";
import type { AwardPolicy } from "#domain/competitions/award-policy.ts";
import type { SkillRules } from "#domain/competitions/rules.ts";
import { say } from "#words/language.ts";
import { chainSaid } from "./RankFields.tsx";

type Said = Words["manage"]["scoringRules"];

export function compositionSaid(rules: SkillRules, words: Words["manage"]): Fact[] {
  const { scoringRules: said, skillParts } = words;
  const { components, modules, contestStages } = rules;
  const module = ({ name, criteria }: { name: string; criteria: readonly string[] }) =>
    say(said.modules.said, { name, letters: criteria.join("") });
  const stages = (contestStages ?? []).map((stage) => stageSaid(stage, rules, words)).join("；");
  return [
    { label: said.sections.total, value: componentsSaid(components, said), wide: true },
    ...(rules.belowPassLine ? [{ label: said.below.label, value: said.below[rules.belowPassLine] }] : []),
    ...(modules ? [{ label: said.modules.label, value: modules.map(module).join("；"), wide: true }] : []),
    ...(contestStages ? [{ label: skillParts.stages.label, value: stages, wide: true }] : []),
  ];
}

type Stage = NonNullable<SkillRules["contestStages"]>[number];

/** "初赛（标准 A，前 8 名晋级）". */
function stageSaid(stage: Stage, rules: SkillRules, { scoringRules, skillParts }: Words["manage"]): string {
  const said = skillParts.stages;
  const more = [
    ...(stage.advance === undefined ? [] : [say(said.advances, { n: stage.advance })]),
    ...(stage.carry === undefined ? [] : [say(said.carries, { percent: percentOf(stage.carry) })]),
    ...(stage.tieChain
      ? [say(said.ties, { chain: chainSaid(stage.tieChain, rules, scoringRules.ties).join(" › ") })]
      : []),
  ];
  const first = say(said.said, { name: stage.name, letters: stage.criteria.join("") });
  return more.length > 0 ? say(said.saidMore, { stage: first, more: more.join(said.comma) }) : first;
}

function componentsSaid(components: SkillRules["components"], { components: said }: Said): string {
  if (!components?.length) return said.none;
  return components
    .map(({ name, weight, criteria, passLine }) =>
      say(passLine === undefined ? said.said : said.saidLine, {
        name,
        weight: percentOf(weight),
        letters: criteria.join(""),
        line: passLine ?? "",
      }),
    )
    .join("；");
}

export function ranksSaid(rules: SkillRules, { ties, minField }: Said): Fact[] {
  const chain = chainSaid(rules.tieChain, rules, ties);
  const last = rules.noSharedRanks ? ties.noShared : ties.shared;
  return [
    { label: ties.label, value: [...chain, last].join(" › ") },
    {
      label: minField.label,
      value: rules.minField === undefined ? minField.usual : say(minField.said, { n: rules.minField }),
    },
  ];
}

export function awardsSaid(
  { policy, perGroup, minimumField }: AwardPolicy,
  { awards: said }: Said,
): string[] {
  const small = minimumField && {
    cancelBelow: minimumField.cancelBelow,
    one: minimumField.oneGradeUpTo,
    two: minimumField.twoGradesUpTo,
  };
  return [
    policySaid(policy, said),
    ...("excellence" in policy ? [`${said.excellence}：${excellenceSaid(policy.excellence, said)}`] : []),
    ...(perGroup ? [said.perGroup] : []),
    ...(small ? [`${said.minimumField}：${say(said.said.minimumField, small)}`] : []),
  ];
}

function policySaid(policy: AwardPolicy["policy"], said: Said["awards"]): string {
  switch (policy.kind) {
    case "places":
      return said.said.places;
    case "near-tie":
      return say(said.said["near-tie"], { basis: said.bases[policy.basis], tolerance: policy.tolerance });
    case "counts": {
      const [first, second, third] = policy.counts;
      return say(said.said.counts, { first, second, third });
    }
    case "shares": {
      const [first, second, third] = policy.shares.map(percentOf) as [string, string, string];
      const [of, rounding] = [said.sharesOf[policy.of], said.shareRoundings[policy.rounding]];
      return say(said.said.shares, { first, second, third, of, rounding });
    }
    case "bands":
      return policy.atLeast
        .flatMap((points, at) =>
          points === null ? [] : [say(said.said.band, { grade: said.grades[at]!, points })],
        )
        .join("；");
  }
}

type Excellence = Extract<AwardPolicy["policy"], { kind: "places" }>["excellence"];

const excellenceSaid = (excellence: Excellence, said: Said["awards"]): string =>
  typeof excellence === "string"
    ? said.excellences[excellence]
    : say(said.said.scale, { points: excellence.scaleAtLeast });
