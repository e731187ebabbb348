// What the chief judge decides besides marks: penalties by code, the committee's order of ties, marks of absent judges.
import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import type { FormProblem } from "#app/form-answer.ts";
import { Frame } from "#app/frame.tsx";
import { permit } from "#app/gate.ts";
import { Crumbs, EmptyState, Notice, PageHead, Stack } from "#app/kit/index.ts";
import { skillTitle } from "#domain/competitions/skill.ts";
import { MissingMarks } from "./MissingMarks.tsx";
import { Penalties } from "./Penalties.tsx";
import { doneOf, type Previewed, rulingsAction } from "./rulings-action.ts";
import { Ties } from "./Ties.tsx";

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: data ? `${data.words.rulings.title} · ${data.skill}` : "" },
];

export async function loader({ context, request, params }: LoaderFunctionArgs) {
  const skillId = params["skillId"]!;
  const oversee = await permit(context, request, "marking.oversee", { skillId });
  const { marking, competitions } = context.services;
  return {
    skillId,
    skill: await competitions.readSkill(skillId).then((one) => one && skillTitle(one)),
    rulings: await marking.readRulings(oversee),
    penaltyId: crypto.randomUUID(),
    done: doneOf(new URL(request.url).searchParams.get("done")),
    words: context.words.judge,
    floor: context.words.floor,
  };
}
export type Loaded = ReturnType<typeof useLoaderData<typeof loader>>;

export const action = rulingsAction;

export default function Rulings() {
  const loaded = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>() as FormProblem | Previewed | undefined;
  const refused = answer && "message" in answer ? answer : undefined;
  const previewed = answer && "effect" in answer ? answer : undefined;
  const { skillId, skill, rulings, done, words } = loaded;
  const told = words.rulings;
  const of = (...intents: string[]) =>
    intents.includes(refused?.values["intent"] ?? "") ? refused : undefined;
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
      />
      <Stack>
        {done && !refused && !previewed && (
          <Notice tone="celadon" live="status">
            {told.done[done]}
          </Notice>
        )}
        {!rulings.open && rulings.tiesOpen && <Notice tone="amber">{told.sinceOpened}</Notice>}
        {!rulings.open && !rulings.tiesOpen && <EmptyState title={told.closed}>{told.closedLead}</EmptyState>}
        <Ties {...loaded} refused={of("order")} />
        <Penalties
          {...loaded}
          refused={of("preview-penalty", "set-penalty", "withdraw-penalty")}
          previewed={previewed}
        />
        <MissingMarks {...loaded} refused={of("declare-missing", "take-back")} />
      </Stack>
    </Frame>
  );
}
