// Setting one skill up: what still has to be ready before marking, its rules, and who sits on which seat.
import type { LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import type { FormProblem } from "#app/form-answer.ts";
import { Refused } from "#app/form-page.tsx";
import { Frame, useShell } from "#app/frame.tsx";
import { freshAfterRefusal } from "#app/fresh-after-refusal.ts";
import { permit } from "#app/gate.ts";
import { ButtonLink, Card, Columns, Crumbs, Facts, Notice, PageHead } from "#app/kit/index.ts";
import { deskOf } from "#app/manage/desk-address.ts";
import { StageBadge } from "#app/skill/badges.tsx";
import { rulesHash } from "#domain/competitions/rules-hash.ts";
import { type Category, skillTitle } from "#domain/competitions/skill.ts";
import { FixedRules } from "./FixedRules.tsx";
import { outlineOf } from "./outline.ts";
import { Preparation } from "./Preparation.tsx";
import { RulesForm } from "./RulesForm.tsx";
import { Seats } from "./Seats.tsx";
import { skillAction } from "./skill-action.ts";

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const organizer = await permit(context, request, "competitions.configure", { skillId: params["skillId"]! });
  const {
    schemeId,
    createdAt: _,
    draw,
    seats,
    scheme,
    ...skill
  } = await context.services.competitions.readSkillSetUp(organizer);
  return {
    words: context.words.manage,
    saved: new URL(request.url).searchParams.get("saved") === "rules",
    skill: {
      ...skill,
      seats: seats.map(({ id, number, reserve, account, unit }) => ({ id, number, reserve, account, unit })),
      schemeLocked: schemeId !== null,
      outline: outlineOf(scheme),
      seen: rulesHash(skill),
      committed: draw !== null,
    },
  };
}
export type SkillSetUp = Awaited<ReturnType<typeof loader>>["skill"];

export const action = skillAction;

export const shouldRevalidate = freshAfterRefusal;

export default function Skill() {
  const { words, skill, saved } = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>() as FormProblem | undefined;
  const { terms } = useShell();
  const said = words.skill;
  const of = (...intents: string[]) =>
    intents.includes(refused?.values["intent"] ?? "") ? refused : undefined;
  const { competition } = skill;
  const title = skillTitle(skill);
  return (
    <Frame>
      <PageHead
        title={title}
        badges={<StageBadge stage={skill.stage} />}
        above={
          <Crumbs
            label={words.crumbs}
            items={[
              { to: "/manage", label: words.editions.title },
              { to: `/manage/${competition.id}`, label: competition.name },
              { label: title },
            ]}
          />
        }
        actions={
          <>
            <ButtonLink to={`/manage/${competition.id}/registrations?skillId=${skill.id}`}>
              {said.toRegistrations}
            </ButtonLink>
            <ButtonLink to={`/manage/skills/${skill.id}/scheme`}>{said.toScheme}</ButtonLink>
            <ButtonLink to={deskOf(skill.id)}>{said.toDesk}</ButtonLink>
          </>
        }
      />
      <Refused problem={of("fix-field", "open-scoring")} />
      {saved && !refused && (
        <Notice tone="celadon" live="status">
          {said.saved}
        </Notice>
      )}
      <Columns
        asideFirstOnPhone
        aside={
          <>
            <Preparation skill={skill} words={words} />
            <Card>
              <Facts
                plain
                items={[
                  { label: said.facts.category, value: terms.category[skill.category as Category] },
                  { label: said.facts.occupation, value: skill.occupation ?? words.none },
                  { label: said.facts.venue, value: skill.venue || words.none },
                  {
                    label: said.facts.groups,
                    value: skill.groups.length > 0 ? skill.groups.join("、") : said.facts.noGroups,
                  },
                ]}
              />
            </Card>
          </>
        }
      >
        <Seats skill={skill} words={said} refused={of("seat")} />
        {skill.stage === "set-up" ? (
          <RulesForm skill={skill} words={words} refused={of("rules")} />
        ) : (
          <FixedRules skill={skill} words={words} />
        )}
      </Columns>
    </Frame>
  );
}
