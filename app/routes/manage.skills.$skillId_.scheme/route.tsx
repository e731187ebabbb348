// The marking scheme of a skill: imported or typed, with live sums and what is wrong beside it, then locked.
import type { SerializeFrom } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import type { FormProblem } from "#app/form-answer.ts";
import { Refused } from "#app/form-page.tsx";
import { Frame } from "#app/frame.tsx";
import { freshAfterRefusal } from "#app/fresh-after-refusal.ts";
import { Badge, ButtonLink, Card, Columns, Crumbs, EmptyState, Notice, PageHead } from "#app/kit/index.ts";
import { skillTitle } from "#domain/competitions/skill.ts";
import { say } from "#words/language.ts";
import { ChangesCard } from "./ChangesCard.tsx";
import { CopyCard } from "./CopyCard.tsx";
import { CriterionCard } from "./CriterionCard.tsx";
import { EditCriterion } from "./EditPlace.tsx";
import { EffectCard, HeldBack } from "./EffectCard.tsx";
import { ImportCard, ImportReport } from "./ImportCard.tsx";
import { OrderTree } from "./OrderTree.tsx";
import { type Imported, schemeAction } from "./scheme-action.ts";
import { schemeLoader } from "./scheme-loader.ts";
import { Contents, LockedCard, TotalsCard } from "./TotalsCard.tsx";
import { DraftNotice, VersionsCard } from "./Versions.tsx";

export const loader = schemeLoader;
export const action = schemeAction;
export const shouldRevalidate = freshAfterRefusal;

type Data = SerializeFrom<typeof loader>;

export default function SchemePage() {
  const page = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>() as FormProblem | Imported | undefined;
  const refused = answer && "message" in answer ? answer : undefined;
  const intent = refused?.values["intent"] ?? "";
  const { words, place, isDraft, isOlder, lockedAt, scheme, typing } = page;
  const said = words.scheme;
  const address = `/manage/skills/${place.id}/scheme`;
  const inTree = /^(add|change|remove)-/.test(intent) ? refused : undefined;
  const isAbove = ["lock", "enforce-version", "drop-version", "move", "step-up", "step-down"].includes(
    intent,
  );
  return (
    <Frame wide>
      <Head page={page} address={address} />
      {isAbove && <Refused problem={refused} />}
      {!typing && <Refused problem={inTree} />}
      {answer && "imported" in answer && <ImportReport words={said} report={answer} />}
      {isOlder && (
        <Notice actions={<ButtonLink to={address}>{said.versions.back}</ButtonLink>}>
          {say(said.versions.shown, { n: page.version })}
        </Notice>
      )}
      {isDraft && page.version > 1 && (
        <DraftNotice
          words={words}
          address={address}
          version={page.version}
          reason={page.reason ?? ""}
          marked={page.marked}
          toRead={page.toRead}
        />
      )}
      {page.changes && <ChangesCard words={said} version={page.version} changes={page.changes} />}
      <Weighed page={page} address={address} />
      <Columns
        asideFirstOnPhone={!page.ordering}
        aside={<Aside page={page} address={address} refused={refused} />}
      >
        {page.ordering ? (
          <OrderTree words={words} scheme={scheme} address={address} moved={page.moved} />
        ) : (
          <Tree
            page={page}
            address={address}
            refused={inTree}
            locked={lockedAt !== null || isOlder || page.toRead}
          />
        )}
      </Columns>
    </Frame>
  );
}

/** Of a version that waits: to the chief judge whom it moves, to everybody else what keeps it out of force. */
function Weighed({ page, address }: { page: Data; address: string }) {
  const { words, judging, waiting, refusal } = page;
  if (!waiting || !judging) return refusal && <HeldBack words={words.scheme.versions} refusal={refusal} />;
  return (
    <EffectCard
      words={words}
      judging={judging}
      address={address}
      version={page.version}
      stage={page.place.stage}
      effect={page.effect}
      seen={page.seen}
      refusal={refusal}
      errors={waiting.errors}
      writtenByMe={waiting.writtenByMe}
      reason={waiting.reason}
      gone={(page.changes ?? [])
        .filter(({ before, after }) => before?.what === "aspect" && !after)
        .map(({ id }) => id)}
    />
  );
}

const errorsOf = ({ scheme }: Data): number =>
  scheme.problems.filter((one) => one.severity === "error").length;

function Head({ page, address }: { page: Data; address: string }) {
  const { words, place, organizes, isDraft, lockedAt, scheme } = page;
  const said = words.scheme;
  const skill = skillTitle(place);
  const crumbs = organizes
    ? [
        { to: "/manage", label: words.editions.title },
        { to: `/manage/${place.competition.id}`, label: place.competition.name },
        { to: `/manage/skills/${place.id}`, label: skill },
        { label: said.title },
      ]
    : [{ label: place.competition.name }, { label: skill }, { label: said.title }];
  return (
    <PageHead
      title={`${place.name} · ${said.title}`}
      lead={isDraft ? said.lead : page.isFinal ? said.lockedFinal : said.lockedNote}
      above={<Crumbs label={words.crumbs} items={crumbs} />}
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
          {isDraft && page.version <= 1 && scheme.aspects > 1 && !page.ordering && (
            <ButtonLink to={`${address}?order`}>{said.order.open}</ButtonLink>
          )}
          {isDraft && !page.toRead && (
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
  );
}

type PartProps = { page: Data; address: string; refused: FormProblem | undefined };

function Aside({ page, address, refused }: PartProps) {
  const { words, place, isDraft, isOlder, lockedAt, scheme, sources } = page;
  const said = words.scheme;
  const of = (intent: string) => (refused?.values["intent"] === intent ? refused : undefined);
  return (
    <>
      {scheme.criteria.length > 1 && <Contents words={said} scheme={scheme} />}
      {lockedAt && !isOlder && (
        <LockedCard
          words={said}
          lockedAt={lockedAt}
          lockedBy={place.lockedBy}
          hash={place.hash}
          scheme={scheme}
        />
      )}
      {isDraft && (
        <TotalsCard
          address={address}
          words={words}
          scheme={scheme}
          errors={errorsOf(page)}
          name={place.name}
          marked={page.marked}
          toRead={page.toRead}
          refused={of("total")}
        />
      )}
      {page.versions.length > 0 && (page.versions.length > 1 || lockedAt) && (
        <VersionsCard
          words={words}
          address={address}
          versions={page.versions}
          revisable={page.revisable}
          refused={of("start-version")}
        />
      )}
      {sources && (
        <>
          <ImportCard address={address} words={said} aspects={scheme.aspects} refused={of("import")} />
          <CopyCard
            address={address}
            words={said}
            sources={sources}
            aspects={scheme.aspects}
            refused={of("copy")}
          />
        </>
      )}
    </>
  );
}

function Tree({ page, address, refused, locked }: PartProps & { locked: boolean }) {
  const { words, scheme, typing } = page;
  const said = words.scheme;
  return (
    <>
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
          refused={refused}
          locked={locked}
        />
      ))}
      {typing?.what === "criterion" && typing.id === null && (
        <EditCriterion
          key={scheme.criteria.length}
          words={words}
          address={address}
          criterion={null}
          refused={refused}
        />
      )}
    </>
  );
}
