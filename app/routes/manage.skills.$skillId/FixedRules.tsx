// The rules as they stand: after the draw to be read only, before it where somebody changed them under a form.
import type { Words } from "#app/context.ts";
import { useShell } from "#app/frame.tsx";
import { Card, Facts, Notice } from "#app/kit/index.ts";
import { setSaid } from "#app/manage/set-said.ts";
import { setRulesOf } from "#domain/competitions/rule-set.ts";
import { say } from "#words/language.ts";
import { madeSaid } from "./made-said.ts";
import { panelsSaid } from "./panel-rows.ts";
import type { SkillSetUp } from "./route.tsx";
import { awardsSaid, compositionSaid, ranksSaid } from "./rules-said.ts";

type Props = { skill: SkillSetUp; words: Words["manage"] };

export function FixedRules(props: Props) {
  const { skill: said } = props.words;
  return (
    <Card title={said.rules}>
      <Notice>{said.rulesFixed}</Notice>
      <RulesFacts {...props} />
    </Card>
  );
}

export function RulesFacts({ skill, words }: Props) {
  const { terms } = useShell();
  const { rules } = skill;
  const { skill: said, scoringRules, panels } = words;
  const made = madeSaid(skill.outline, rules, words);
  const set = skill.ruleSets.find(({ id }) => id === skill.ruleSetId);
  const coding = rules.codingLayers === 0 ? "0" : rules.codingLayers === 1 ? "1" : "more";
  return (
    <Facts
      items={[
        { label: said.codingLayers, value: said.coding[coding], wide: true },
        { label: said.confirm, value: terms.confirm[rules.confirm] },
        {
          label: terms.recheck.label,
          value: rules.recheck ? say(terms.recheck.said, rules.recheck) : terms.recheck.none,
        },
        {
          label: terms.doubts.label,
          value: rules.doubts ? say(terms.doubts.said, rules.doubts) : terms.doubts.none,
        },
        {
          label: terms.daySignatures.label,
          value: rules.daySignatures ? terms.daySignatures.yes : terms.daySignatures.no,
        },
        ...(set ? [{ label: words.ruleSets.choose.label, value: set.name }] : []),
        ...setSaid(setRulesOf(rules), words),
        { label: panels.label, value: panelsSaid(rules, panels), wide: true },
        ...compositionSaid(rules, words),
        ...(made ? [madeFact(made, words)] : []),
        ...ranksSaid(rules, scoringRules),
        {
          label: scoringRules.sections.awards,
          value: awardsSaid(rules.awards, scoringRules).join("；"),
          wide: true,
        },
        { label: said.onSite, value: rules.onSite ? said.yes : said.no },
        { label: said.codePrefix, value: rules.codePrefix },
        { label: said.openBoard, value: skill.openBoard ? said.yes : said.no },
      ]}
    />
  );
}

/** The highest total; where criteria of no part are added on top, how it comes about. */
const madeFact = (made: NonNullable<ReturnType<typeof madeSaid>>, words: Words["manage"]) => ({
  label: words.skillParts.made.label,
  value: made.isAdded ? made.sentence : `${made.highest} ${words.scoringRules.components.points}`,
  wide: true,
});
