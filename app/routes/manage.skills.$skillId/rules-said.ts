// Composition, ranks and awards of a skill in words, as they stand after the draw: one line each, only what the skill has.
import type { Words } from "#app/context.ts";
import type { Fact } from "#app/kit/index.ts";
import { percentOf } from "#app/manage/percent.ts";
import type { AwardPolicy } from "#domain/competitions/award-policy.ts";
import type { SkillRules } from "#domain/competitions/rules.ts";
import { say } from "#words/language.ts";
import { chainSaid } from "./RankFields.tsx";

type Said = Words["manage"]["scoringRules"];

export function compositionSaid(rules: SkillRules, said: Said): Fact[] {
  const { components, modules, contestStages, rounding, trimmed } = rules;
  const parts = (list: readonly { name: string; criteria: readonly string[] }[], sentence: string) =>
    list.map(({ name, criteria }) => say(sentence, { name, letters: criteria.join("") })).join("；");
  const steps = (["total", "component", "aspect"] as const).flatMap((step) =>
    rounding?.[step] === undefined
      ? []
      : [say(said.rounding.said, { what: said.rounding[step], n: rounding[step] })],
  );
  return [
    { label: said.sections.total, value: componentsSaid(components, said), wide: true },
    ...(rules.belowPassLine ? [{ label: said.below.label, value: said.below[rules.belowPassLine] }] : []),
    ...(modules ? [{ label: said.modules.label, value: parts(modules, said.modules.said) }] : []),
    ...(contestStages ? [{ label: said.stages.label, value: parts(contestStages, said.stages.said) }] : []),
    { label: said.rounding.label, value: steps.join("；") || said.rounding.exact },
    { label: said.trimmed.label, value: trimmed ? say(said.trimmed.said, trimmed) : said.trimmed.none },
  ];
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
