// One judging-rule set: what it holds, which skills use it; its form where it is being changed.
import type { Words } from "#app/context.ts";
import type { FormProblem } from "#app/form-answer.ts";
import { Refused } from "#app/form-page.tsx";
import { ButtonLink, Card, Confirm, Facts } from "#app/kit/index.ts";
import { setSaid } from "#app/manage/set-said.ts";
import { skillNumber } from "#domain/competitions/skill.ts";
import { say } from "#words/language.ts";
import type { Loaded } from "./route.tsx";
import { SetForm } from "./SetForm.tsx";

type RuleSet = Loaded["sets"][number];

export function RuleSetCard(props: {
  set: RuleSet;
  editionId: string;
  words: Words["manage"];
  open: boolean;
  refused: FormProblem | undefined;
  notRemoved: FormProblem | undefined;
}) {
  const { set, words, open } = props;
  const here = `/manage/${props.editionId}/rule-sets`;
  const said = words.ruleSets;
  const form = `set-${set.id}`;
  return (
    <Card
      id={form}
      title={set.name}
      lead={<Users set={set} words={said} />}
      actions={
        !open && (
          <>
            <ButtonLink to={`${here}?change=${set.id}#${form}`} size="small">
              {said.change}
            </ButtonLink>
            {set.skills.length === 0 && <Remove set={set} words={words} />}
          </>
        )
      }
    >
      <Refused problem={props.refused ?? props.notRemoved} form={props.refused ? form : undefined} />
      {open ? (
        <SetForm
          form={form}
          intent="change"
          ruleSetId={set.id}
          name={set.name}
          rules={set.rules}
          submit={said.save}
          words={words}
          refused={props.refused}
        >
          <ButtonLink to={here}>{words.cancel}</ButtonLink>
        </SetForm>
      ) : (
        <Facts items={setSaid(set.rules, words)} />
      )}
    </Card>
  );
}

const named = (skills: RuleSet["skills"]): string =>
  skills.map(({ number, name }) => `${skillNumber(number)} ${name}`).join("、");

function Users({ set, words }: { set: RuleSet; words: Words["manage"]["ruleSets"] }) {
  if (set.skills.length === 0) return words.unused;
  const drawn = set.skills.filter((skill) => skill.drawn);
  return (
    <>
      {say(words.inUse, { skills: named(set.skills) })}
      {drawn.length > 0 && ` ${say(words.drawnKeep, { skills: named(drawn) })}`}
    </>
  );
}

function Remove({ set, words }: { set: RuleSet; words: Words["manage"] }) {
  const said = words.ruleSets;
  return (
    <Confirm
      trigger={said.remove}
      triggerVariant="quiet"
      triggerSize="small"
      title={say(said.removeTitle, { name: set.name })}
      value="remove"
      fields={{ ruleSetId: set.id }}
      confirmLabel={said.removeYes}
      cancelLabel={words.cancel}
      danger
    >
      {said.removeText}
    </Confirm>
  );
}
