// One criterion: what it declares against what it holds, its sub-criteria with their aspects, and the way to each form.

import type { Words } from "#app/context.ts";
import type { FormProblem } from "#app/form-answer.ts";
import { Badge, ButtonLink, Card } from "#app/kit/index.ts";
import { say } from "#words/language.ts";
import { AspectTable } from "./AspectTable.tsx";
import { EditAspect } from "./EditAspect.tsx";
import { EditCriterion, EditSubCriterion } from "./EditPlace.tsx";
import { anchorOf, type CriterionView, type SubCriterionView, type Typing } from "./scheme-view.ts";

type Common = {
  words: Words["manage"];
  address: string;
  typing: Typing | null;
  refused: FormProblem | undefined;
  locked: boolean;
};

export function CriterionCard({ criterion, ...common }: Common & { criterion: CriterionView }) {
  const { words, address, typing, refused, locked } = common;
  const said = words.scheme;
  const editing = typing?.what === "criterion" && typing.id === criterion.id;
  const addingSub = typing?.what === "subcriterion" && typing.id === null && typing.under === criterion.id;
  return (
    <Card
      id={anchorOf(criterion.id)}
      title={`${criterion.id}　${criterion.name}`}
      badges={
        <Badge tone={criterion.isEven ? "celadon" : "cinnabar"} shape={criterion.isEven ? "check" : "differ"}>
          {say(said.sumOf, { sum: criterion.held, max: criterion.max })}
        </Badge>
      }
      actions={
        !locked && (
          <>
            <ButtonLink
              to={`${address}?edit=criterion&id=${encodeURIComponent(criterion.id)}#edit`}
              size="small"
              variant="quiet"
            >
              {said.change}
            </ButtonLink>
            <ButtonLink
              to={`${address}?add=subcriterion&under=${encodeURIComponent(criterion.id)}#edit`}
              size="small"
            >
              {said.addSubCriterion}
            </ButtonLink>
          </>
        )
      }
    >
      {editing && <EditCriterion words={words} address={address} criterion={criterion} refused={refused} />}
      {criterion.subcriteria.length === 0 && <p>{said.emptyCriterion}</p>}
      {criterion.subcriteria.map((sub) => (
        <SubCriterion key={sub.id} sub={sub} {...common} />
      ))}
      {addingSub && (
        <EditSubCriterion
          key={criterion.subcriteria.length}
          words={words}
          address={address}
          under={criterion.id}
          subcriterion={null}
          refused={refused}
        />
      )}
    </Card>
  );
}

function SubCriterion({ sub, words, address, typing, refused, locked }: Common & { sub: SubCriterionView }) {
  const said = words.scheme;
  const editing = typing?.what === "subcriterion" && typing.id === sub.id;
  const typed = typing?.what === "aspect" && typing.under === sub.id ? typing : null;
  return (
    <Card
      flush
      level={3}
      id={anchorOf(sub.id)}
      title={`${sub.id}　${sub.name}`}
      badges={
        <>
          <Badge>{say(said.declared, { max: sub.held })}</Badge>
          <Badge>{say(said.day, { day: sub.day })}</Badge>
        </>
      }
      actions={
        !locked && (
          <>
            <ButtonLink
              to={`${address}?edit=subcriterion&id=${encodeURIComponent(sub.id)}#edit`}
              size="small"
              variant="quiet"
            >
              {said.change}
            </ButtonLink>
            <ButtonLink to={`${address}?add=aspect&under=${encodeURIComponent(sub.id)}#edit`} size="small">
              {said.addAspect}
            </ButtonLink>
          </>
        )
      }
    >
      {editing && (
        <EditSubCriterion
          words={words}
          address={address}
          under={typing.under}
          subcriterion={sub}
          refused={refused}
        />
      )}
      <AspectTable sub={sub} words={said} address={address} locked={locked} />
      {typed && (
        <EditAspect
          key={typed.id ?? `new-${sub.aspects.length}`}
          words={words}
          address={address}
          under={sub.id}
          id={typed.id}
          aspect={typed.aspect}
          refused={refused}
        />
      )}
    </Card>
  );
}
