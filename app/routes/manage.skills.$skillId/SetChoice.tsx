// Which judging rules the skill has: those of a named set, read-only here, or its own, whose fields stand only with that choice.
// Works without JavaScript: whatever is chosen when the form is posted counts.
import { useState } from "react";
import { Facts, SelectField, TextLink } from "#app/kit/index.ts";
import { SetFields } from "#app/manage/SetFields.tsx";
import { setSaid } from "#app/manage/set-said.ts";
import { setRulesOf } from "#domain/competitions/rule-set.ts";
import { say } from "#words/language.ts";
import type { SkillSetUp } from "./route.tsx";
import type { RulesProps } from "./rules-fields.ts";

export function SetChoice({ skill, words, field }: Omit<RulesProps, "rules"> & { skill: SkillSetUp }) {
  const { ruleSets, rules, competition } = skill;
  const said = words.ruleSets.choose;
  const stands = field("ruleSetId", skill.ruleSetId ?? "");
  const [chosen, choose] = useState(stands.defaultValue ?? "");
  const set = ruleSets.find(({ id }) => id === chosen);
  return (
    <div className={ruleSets.length > 0 ? "chosen set" : "chosen"}>
      {ruleSets.length > 0 ? (
        <SelectField
          {...stands}
          label={said.label}
          hint={said.hint}
          options={[
            { value: "", label: said.own },
            ...ruleSets.map(({ id, name }) => ({ value: id, label: name })),
          ]}
          onChange={(event) => choose(event.currentTarget.value)}
        />
      ) : null}
      <p className="field-hint">
        <TextLink to={`/manage/${competition.id}/rule-sets`}>{said.manage}</TextLink>
      </p>
      {set && (
        <>
          <p className="field-hint">{say(said.follows, { name: set.name })}</p>
          <Facts items={setSaid(set.rules, words)} />
        </>
      )}
      <div className="chosen-part">
        <SetFields rules={setRulesOf(rules)} words={words} field={field} />
      </div>
    </div>
  );
}
