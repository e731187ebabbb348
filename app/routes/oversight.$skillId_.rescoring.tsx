// A re-scoring batch of one aspect: the marks by code, what they become, every total and rank that moves, then the proposal.
import {
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from "@remix-run/node";
import { Form, useActionData, useLoaderData } from "@remix-run/react";
import { z } from "zod";
import { type FormProblem, postedForm, problem, readForm } from "#app/form-answer.ts";
import { Refused } from "#app/form-page.tsx";
import { Frame } from "#app/frame.tsx";
import { permit } from "#app/gate.ts";
import { idField } from "#app/id-field.ts";
import {
  Actions,
  Card,
  Crumbs,
  EmptyState,
  FormActions,
  FormStack,
  Notice,
  PageHead,
  SelectField,
  Stack,
  SubmitButton,
  TextAreaField,
} from "#app/kit/index.ts";
import { Effect, MarksToChange, Rescorings } from "#app/sheet/rescorings.tsx";
import type { Moved } from "#domain/awards/moved.ts";
import { skillTitle } from "#domain/competitions/skill.ts";
import { foldTyped } from "#domain/marking/mark.ts";
import type { NamedChange, Wanted } from "#domain/results/rescore.ts";

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.words.rescoring.title ?? "" }];

export async function loader({ context, request, params }: LoaderFunctionArgs) {
  const oversee = await permit(context, request, "marking.oversee", { skillId: params["skillId"] });
  const { marking, competitions } = context.services;
  const asked = new URL(request.url).searchParams.get("aspect");
  return {
    skillId: params["skillId"]!,
    skill: await competitions.readSkill(params["skillId"]!).then((one) => one && skillTitle(one)),
    ...(await marking.readRescoring(oversee, asked)),
    batches: await marking.listRescorings(oversee),
    words: context.words.judge,
  };
}

const form = z.discriminatedUnion("intent", [
  z.object({
    intent: z.enum(["preview", "propose"]),
    aspectId: z.string().min(1).max(16),
    reason: z.string().max(400),
    /** The changes of the preview that stands beside the button, as `keyOf` writes them. */
    previewed: z.string().default(""),
  }),
  z.object({ intent: z.literal("cancel-rescoring"), rescoringId: idField() }),
]);

export async function action({ context, request, params }: ActionFunctionArgs) {
  const oversee = await permit(context, request, "marking.oversee", { skillId: params["skillId"] });
  const posted = await postedForm(context, request);
  const read = readForm(context, posted, form);
  if (!read.ok) return read.problem;
  const { marking } = context.services;
  const here = `/oversight/${params["skillId"]}/rescoring`;
  if (read.value.intent === "cancel-rescoring") {
    const done = await marking.cancelRescoring(oversee, read.value.rescoringId);
    return done.ok ? redirect(here) : problem(context, posted, done.refusal);
  }
  const { aspectId, reason } = read.value;
  const batch = { aspectId, wanted: wantedIn(posted) };
  const previewed = await marking.previewRescoring(oversee, batch);
  if (!previewed.ok) return problem(context, posted, previewed.refusal);
  const unseen = keyOf(previewed.value.changes) !== read.value.previewed;
  if (read.value.intent === "preview" || unseen) {
    const values = Object.fromEntries([...posted].map(([name, value]) => [name, String(value)]));
    return { ...previewed.value, values, other: read.value.intent === "propose" };
  }
  const proposed = await marking.proposeRescoring(oversee, { ...batch, reason });
  return proposed.ok ? redirect(`${here}#batches`) : problem(context, posted, proposed.refusal);
}

/** Fields are named "to:contestant:seat". */
const wantedIn = (posted: FormData): Wanted[] =>
  [...posted].flatMap(([name, value]) => {
    const [to, contestantId, seat] = name.split(":");
    return to === "to" && contestantId && seat
      ? [{ contestantId, seat: Number(seat), to: foldTyped(String(value)) }]
      : [];
  });

/** Tells one set of changes from another, whatever way their marks were typed. */
const keyOf = (changes: readonly NamedChange[]): string => JSON.stringify(changes);

type Previewed = {
  changes: NamedChange[];
  moved: Moved[];
  opens: string[];
  values: Record<string, string>;
  /** Proposed with other changes than those previewed: nothing was recorded. */
  other: boolean;
};

export default function Rescoring() {
  const { skillId, skill, open, aspects, aspect, rows, batches, words } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>() as FormProblem | Previewed | undefined;
  const refused = answer && "message" in answer ? answer : undefined;
  const previewed = answer && "moved" in answer ? answer : undefined;
  const told = words.rescoring;
  return (
    <Frame>
      <PageHead
        above={
          <Crumbs
            label={words.oversight.path}
            items={[
              { to: "/oversight", label: words.oversight.title },
              { to: `/oversight/${skillId}`, label: skill ?? "" },
              { label: told.title },
            ]}
          />
        }
        title={told.title}
        lead={told.lead}
      />
      <Stack>
        {!open && <EmptyState title={told.closed}>{told.closedLead}</EmptyState>}
        {open && (
          <Card title={told.choose}>
            <Form method="get">
              <FormStack id="aspect">
                <SelectField
                  label={told.aspect}
                  name="aspect"
                  required
                  placeholder={words.wall.choose}
                  defaultValue={aspect?.id}
                  options={aspects.map(({ id, description }) => ({
                    value: id,
                    label: `${id} ${description}`,
                  }))}
                />
                <FormActions>
                  <SubmitButton variant="secondary">{told.show}</SubmitButton>
                </FormActions>
              </FormStack>
            </Form>
          </Card>
        )}
        {open && aspect && rows.length === 0 && (
          <EmptyState title={told.noMarks}>{told.noMarksLead}</EmptyState>
        )}
        {open && aspect && rows.length > 0 && (
          <Card title={`${aspect.id} ${aspect.description}`} lead={told.changeLead}>
            <Form
              method="post"
              action={`/oversight/${skillId}/rescoring?aspect=${aspect.id}`}
              key={aspect.id}
            >
              <FormStack id="batch">
                <Refused problem={refused} form="batch" />
                <input type="hidden" name="aspectId" value={aspect.id} />
                <MarksToChange
                  aspect={aspect}
                  rows={rows}
                  values={previewed?.values ?? refused?.values}
                  words={words}
                />
                <TextAreaField
                  label={words.wall.reason}
                  name="reason"
                  hint={words.wall.reopenReasonHint}
                  maxLength={400}
                  rows={2}
                  defaultValue={previewed?.values["reason"] ?? refused?.values["reason"]}
                />
                {previewed?.other && (
                  <Notice tone="amber" live="alert">
                    {told.other}
                  </Notice>
                )}
                {previewed && (
                  <>
                    <input type="hidden" name="previewed" value={keyOf(previewed.changes)} />
                    <Effect {...previewed} words={words} />
                  </>
                )}
                <Actions>
                  <SubmitButton name="intent" value="preview" variant={previewed ? "secondary" : "primary"}>
                    {told.preview}
                  </SubmitButton>
                  {previewed && (
                    <SubmitButton name="intent" value="propose">
                      {told.propose}
                    </SubmitButton>
                  )}
                </Actions>
              </FormStack>
            </Form>
          </Card>
        )}
        <Rescorings rows={batches} words={words} />
      </Stack>
    </Frame>
  );
}
