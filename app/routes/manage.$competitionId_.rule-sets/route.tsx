// The judging-rule sets of an edition: each with what it holds and who uses it, changed in place, and the form for another.
import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import type { FormProblem } from "#app/form-answer.ts";
import { Refused } from "#app/form-page.tsx";
import { Frame } from "#app/frame.tsx";
import { permit } from "#app/gate.ts";
import { Card, Crumbs, EmptyState, Notice, PageHead, Stack } from "#app/kit/index.ts";
import { setRulesOf } from "#domain/competitions/rule-set.ts";
import { offeredRules } from "#domain/competitions/rules.ts";
import { RuleSetCard } from "./RuleSetCard.tsx";
import { SetForm } from "./SetForm.tsx";
import { doneOf, setsAction } from "./sets-action.ts";

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: data ? `${data.words.ruleSets.title} · ${data.edition.name}` : "" },
];

export async function loader({ context, request, params }: LoaderFunctionArgs) {
  const competitionId = params["competitionId"]!;
  const organizer = await permit(context, request, "competitions.configure", { competitionId });
  const { competitions } = context.services;
  const [edition, sets] = await Promise.all([
    competitions.readEditionName(organizer),
    competitions.listRuleSets(organizer),
  ]);
  const { searchParams } = new URL(request.url);
  const asked = searchParams.get("change");
  return {
    edition,
    sets,
    changing: sets.some(({ id }) => id === asked) ? asked : null,
    done: doneOf(searchParams.get("done")),
    words: context.words.manage,
  };
}
export type Loaded = ReturnType<typeof useLoaderData<typeof loader>>;

export const action = setsAction;

export default function RuleSets() {
  const { edition, sets, changing, done, words } = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>() as FormProblem | undefined;
  const of = (intent: string, id?: string) =>
    refused?.values["intent"] === intent && refused.values["ruleSetId"] === id ? refused : undefined;
  const said = words.ruleSets;
  return (
    <Frame>
      <PageHead
        above={
          <Crumbs
            label={words.crumbs}
            items={[
              { to: "/manage", label: words.editions.title },
              { to: `/manage/${edition.id}`, label: edition.name },
              { label: said.title },
            ]}
          />
        }
        title={said.title}
        lead={said.lead}
      />
      <Stack>
        {done && !refused && (
          <Notice tone="celadon" live="status">
            {said.done[done]}
          </Notice>
        )}
        {sets.length === 0 && <EmptyState title={said.none}>{!edition.over && said.noneNext}</EmptyState>}
        {sets.map((set) => (
          <RuleSetCard
            key={set.id}
            set={set}
            editionId={edition.id}
            words={words}
            open={changing === set.id || of("change", set.id) !== undefined}
            refused={of("change", set.id)}
            notRemoved={of("remove", set.id)}
          />
        ))}
        {(!edition.over || of("add")) && (
          <Card title={said.add} id="add" edge tone="celadon">
            <Refused problem={of("add")} form="add" />
            <SetForm
              key={sets.length}
              form="add"
              intent="add"
              name=""
              rules={setRulesOf(offeredRules)}
              submit={said.create}
              words={words}
              refused={of("add")}
            />
          </Card>
        )}
      </Stack>
    </Frame>
  );
}
