// People equal after the whole tie chain: the order that the committee gave, or the form to record it with its reason.
import { Form } from "@remix-run/react";
import type { FormProblem } from "#app/form-answer.ts";
import { Refused } from "#app/form-page.tsx";
import {
  Badge,
  Card,
  Fieldset,
  FormActions,
  FormRow,
  FormStack,
  SelectField,
  SubmitButton,
  TextAreaField,
} from "#app/kit/index.ts";
import { say } from "#words/language.ts";
import type { Loaded } from "./route.tsx";

type Props = Loaded & { refused: FormProblem | undefined };
type Group = Loaded["rulings"]["ties"][number];

export function Ties(props: Props) {
  const { rulings, words } = props;
  const told = words.rulings.ties;
  const waiting = rulings.noSharedRanks && rulings.ties.some((group) => group.order === null);
  return (
    <Card
      id="ties"
      title={told.title}
      lead={rulings.noSharedRanks ? told.lead : told.leadShared}
      tone={waiting ? "cinnabar" : undefined}
    >
      {rulings.ties.length === 0 && <p>{told.none}</p>}
      {rulings.ties.map((group) => (
        <Tie key={group.tied.map(({ id }) => id).join()} {...props} group={group} />
      ))}
    </Card>
  );
}

function Tie({ rulings, words, refused, group }: Props & { group: Group }) {
  const { ties: told, reason, reasonHint } = words.rulings;
  const codes = group.tied.map(({ code }) => code).join(words.wall.comma);
  const name = `tie-${group.rank}`;
  const own = refused?.values["rank"] === String(group.rank) ? refused : undefined;
  return (
    <Form method="post" action="?#ties">
      <FormStack id={name}>
        <Refused problem={own} form={name} />
        <Fieldset legend={say(told.group, { rank: group.rank, codes })}>
          <p>
            {group.order ? (
              <Badge tone="celadon" shape="check">
                {say(told.decided, { order: group.order.join(" › ") })}
              </Badge>
            ) : (
              rulings.noSharedRanks && (
                <Badge tone="amber" shape="clock">
                  {told.waits}
                </Badge>
              )
            )}
          </p>
          {rulings.tiesOpen && (
            <>
              <input type="hidden" name="rank" value={group.rank} />
              <FormRow>
                {group.tied.map((_, at) => (
                  <SelectField
                    key={at}
                    name={`place:${at}`}
                    label={say(told.place, { n: group.rank + at })}
                    placeholder={words.wall.choose}
                    required
                    defaultValue={own?.values[`place:${at}`]}
                    options={group.tied.map(({ id, code }) => ({ value: id, label: code }))}
                  />
                ))}
              </FormRow>
              <TextAreaField
                name="reason"
                label={reason}
                hint={reasonHint}
                required
                maxLength={300}
                rows={2}
                defaultValue={own?.values["reason"]}
                error={own?.fields["reason"]}
              />
              <FormActions>
                <SubmitButton name="intent" value="order" variant={group.order ? "secondary" : "primary"}>
                  {group.order ? told.again : told.order}
                </SubmitButton>
              </FormActions>
            </>
          )}
        </Fieldset>
      </FormStack>
    </Form>
  );
}
