// The rules of the skill as fields; every rule is data of the skill and stands once the draw is done.
import { Form } from "@remix-run/react";
import { Fragment } from "react";
import type { Words } from "#app/context.ts";
import type { FormProblem } from "#app/form-answer.ts";
import { Refused } from "#app/form-page.tsx";
import { Card, CheckField, Fieldset, FormActions, FormStack, SubmitButton } from "#app/kit/index.ts";
import { fieldsOf } from "#app/manage/standing-fields.ts";
import { AwardFields } from "./AwardFields.tsx";
import { ComponentFields } from "./ComponentFields.tsx";
import { RulesFacts } from "./FixedRules.tsx";
import { JudgingFields } from "./JudgingFields.tsx";
import { MadePreview } from "./MadePreview.tsx";
import { ModuleFields } from "./ModuleFields.tsx";
import { PanelFields } from "./PanelFields.tsx";
import { RankFields } from "./RankFields.tsx";
import type { SkillSetUp } from "./route.tsx";
import type { RulesProps } from "./rules-fields.ts";
import { SetChoice } from "./SetChoice.tsx";
import { SmallField } from "./SmallField.tsx";
import { StageFields } from "./StageFields.tsx";

type Props = { skill: SkillSetUp; words: Words["manage"]; refused: FormProblem | undefined };

export function RulesForm({ skill, words, refused }: Props) {
  const said = words.skill;
  const { sections } = words.scoringRules;
  const props: RulesProps = { rules: skill.rules, outline: skill.outline, words, ...fieldsOf(refused) };
  /** Somebody changed what this form was filled in over: what stands now is shown beside what was typed. */
  const isBehind = refused !== undefined && (refused.values["seen"] ?? skill.seen) !== skill.seen;
  const { rules, box } = props;
  /** Once rules are saved, the fields show them as they were understood. */
  const saved = JSON.stringify([rules, skill.ruleSetId]);
  return (
    <Card title={said.rules} lead={said.rulesLead}>
      <Form method="post">
        <FormStack id="rules">
          <Refused problem={refused} form="rules" />
          {isBehind && (
            <details>
              <summary>{words.skillParts.meanwhile}</summary>
              <RulesFacts skill={skill} words={words} />
            </details>
          )}
          <input type="hidden" name="seen" value={skill.seen} />
          <Fragment key={saved}>
            <Fieldset legend={sections.judging}>
              <JudgingFields {...props} />
              <SetChoice {...props} skill={skill} />
              <PanelFields {...props} />
            </Fieldset>
            <Fieldset legend={sections.total}>
              <ComponentFields {...props} />
              <MadePreview {...props} />
              <ModuleFields {...props} />
              <StageFields {...props} />
            </Fieldset>
            <Fieldset legend={sections.rank}>
              <RankFields {...props} />
            </Fieldset>
            <Fieldset legend={sections.awards}>
              <AwardFields {...props} />
              <SmallField {...props} />
            </Fieldset>
            <Fieldset legend={sections.announced}>
              <CheckField {...box("onSite", rules.onSite)} label={said.onSite} />
              <CheckField
                {...box("openBoard", skill.openBoard)}
                label={said.openBoard}
                hint={said.openBoardHint}
              />
            </Fieldset>
          </Fragment>
          <FormActions inSight>
            <SubmitButton name="intent" value="rules">
              {said.saveRules}
            </SubmitButton>
          </FormActions>
        </FormStack>
      </Form>
    </Card>
  );
}
