// The marking scheme of a skill: imported or typed, with live sums and what is wrong beside it, then locked.
import type { LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import type { FormProblem } from "#app/form-answer.ts";
import { Refused } from "#app/form-page.tsx";
import { Frame } from "#app/frame.tsx";
import { permit } from "#app/gate.ts";
import { Badge, ButtonLink, Card, Columns, Crumbs, EmptyState, PageHead } from "#app/kit/index.ts";
import { skillTitle } from "#domain/competitions/skill.ts";
import { CriterionCard } from "./CriterionCard.tsx";
import { EditCriterion } from "./EditPlace.tsx";
import { ImportCard, ImportReport } from "./ImportCard.tsx";
import { type Imported, schemeAction } from "./scheme-action.ts";
import { readTyping, schemeView } from "./scheme-view.ts";
import { Contents, LockedCard, TotalsCard } from "./TotalsCard.tsx";

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const skillId = params["skillId"]!;
  const editor = await permit(context, request, "schemes.edit", { skillId });
  const { schemes, access } = context.services;
  const [{ scheme, lockedAt }, place, organizer] = await Promise.all([
    schemes.readSkillScheme(editor),
    schemes.readSchemePlace(editor),
    access.authorize(context.actor, "competitions.configure", { skillId }),
  ]);
  return {
    words: context.words.manage,
    place,
    organizes: organizer.ok,
    lockedAt: lockedAt?.toISOString() ?? null,
    scheme: schemeView(scheme),
    typing: lockedAt ? null : readTyping(request.url, scheme),
  };
}

export const action = schemeAction;

export default function SchemePage() {
  const { words, place, organizes, lockedAt, scheme, typing } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>() as FormProblem | Imported | undefined;
  const said = words.scheme;
  const refused = answer && "message" in answer ? answer : undefined;
  const intent = refused?.values["intent"] ?? "";
  const inTree = /^(add|change|remove)-/.test(intent) ? refused : undefined;
  const address = `/manage/skills/${place.id}/scheme`;
  const errors = scheme.problems.filter((one) => one.severity === "error").length;
  const skill = skillTitle(place);
  const crumbs = [
    { to: "/manage", label: words.editions.title },
    { to: `/manage/${place.competition.id}`, label: place.competition.name },
    { to: `/manage/skills/${place.id}`, label: skill },
    { label: said.title },
  ];
  return (
    <Frame wide>
      <PageHead
        title={`${place.name} · ${said.title}`}
        lead={lockedAt ? said.lockedNote : said.lead}
        above={
          <Crumbs
            label={words.crumbs}
            items={
              organizes
                ? crumbs
                : [{ label: place.competition.name }, { label: skill }, { label: said.title }]
            }
          />
        }
        badges={
          <Badge tone={lockedAt ? "celadon" : "neutral"} shape={lockedAt ? "lock" : "dashed"}>
            {lockedAt ? said.locked : said.draft}
          </Badge>
        }
        actions={
          <>
            {scheme.isCis && (
              <ButtonLink to={`${address}.xlsx`} reloadDocument download>
                {said.exportCis}
              </ButtonLink>
            )}
            {!lockedAt && (
              <ButtonLink
                to={`${address}?add=criterion#edit`}
                variant={scheme.criteria.length === 0 ? "primary" : "secondary"}
              >
                {said.addCriterion}
              </ButtonLink>
            )}
          </>
        }
      />
      {intent === "lock" && <Refused problem={refused} />}
      {!typing && <Refused problem={inTree} />}
      {answer && "imported" in answer && <ImportReport words={said} report={answer} />}
      <Columns
        asideFirstOnPhone
        aside={
          <>
            {scheme.criteria.length > 1 && <Contents words={said} scheme={scheme} />}
            {lockedAt ? (
              <LockedCard
                words={said}
                lockedAt={lockedAt}
                lockedBy={place.lockedBy}
                hash={place.hash}
                scheme={scheme}
              />
            ) : (
              <TotalsCard
                address={address}
                words={words}
                scheme={scheme}
                errors={errors}
                name={place.name}
                refused={intent === "total" ? refused : undefined}
              />
            )}
            {!lockedAt && (
              <ImportCard
                address={address}
                words={said}
                aspects={scheme.aspects}
                refused={intent === "import" ? refused : undefined}
              />
            )}
          </>
        }
      >
        {scheme.criteria.length === 0 && !typing && (
          <Card>
            <EmptyState title={said.emptyTitle}>{said.emptyText}</EmptyState>
          </Card>
        )}
        {scheme.criteria.map((criterion) => (
          <CriterionCard
            key={criterion.id}
            criterion={criterion}
            words={words}
            address={address}
            typing={typing}
            refused={inTree}
            locked={lockedAt !== null}
          />
        ))}
        {typing?.what === "criterion" && typing.id === null && (
          <EditCriterion
            key={scheme.criteria.length}
            words={words}
            address={address}
            criterion={null}
            refused={inTree}
          />
        )}
      </Columns>
    </Frame>
  );
}
