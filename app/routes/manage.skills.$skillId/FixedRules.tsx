// The rules as they stand after the draw: to be read, no longer to be changed.

import type { Words } from "#app/context.ts";
import { useShell } from "#app/frame.tsx";
import { Card, Facts, Notice } from "#app/kit/index.ts";
import { say } from "#words/language.ts";
import { excellenceOf, letterOf } from "./RulesForm.tsx";
import type { SkillSetUp } from "./route.tsx";

export function FixedRules({ skill, words }: { skill: SkillSetUp; words: Words["manage"]["skill"] }) {
  const { terms } = useShell();
  const { rules } = skill;
  const coding = rules.codingLayers === 0 ? "0" : rules.codingLayers === 1 ? "1" : "more";
  return (
    <Card title={words.rules}>
      <Notice>{words.rulesFixed}</Notice>
      <Facts
        items={[
          { label: words.codingLayers, value: words.coding[coding], wide: true },
          { label: words.confirm, value: terms.confirm[rules.confirm] },
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
          { label: words.judgementSeats, value: `${rules.judgementSeats} ${words.judgementSeatsUnit}` },
          { label: words.maxSpread, value: `${rules.maxSpread} ${words.maxSpreadUnit}` },
          {
            label: words.tieChain,
            value: rules.tieChain.length > 0 ? rules.tieChain.map(letterOf).join(" › ") : words.tieShared,
          },
          { label: words.excellenceShare, value: words.share[excellenceOf(rules)] },
          { label: words.onSite, value: rules.onSite ? words.yes : words.no },
          { label: words.codePrefix, value: rules.codePrefix },
          { label: words.openBoard, value: skill.openBoard ? words.yes : words.no },
        ]}
      />
    </Card>
  );
}
