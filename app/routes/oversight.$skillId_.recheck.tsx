// The recheck before the signatures: the sampled sheets by code, and one of them to compare with the paper.
import {
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { z } from "zod";
import { type FormProblem, postedForm, problem, readForm } from "#app/form-answer.ts";
import { useShell } from "#app/frame.tsx";
import { permit } from "#app/gate.ts";
import { idField } from "#app/id-field.ts";
import {
  Actions,
  Badge,
  ButtonLink,
  Card,
  EmptyState,
  Facts,
  Notice,
  RowList,
  Stack,
  SubmitButton,
} from "#app/kit/index.ts";
import { ConfirmTable } from "#app/sheet/confirm-table.tsx";
import { EvidenceOfSheet } from "#app/sheet/evidence-list.tsx";
import { isSame, LookForm, SecondLook } from "#app/sheet/second-look.tsx";
import { skillTitle } from "#domain/competitions/skill.ts";
import { sheetId } from "#domain/marking/lock.ts";
import { say } from "#words/language.ts";

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.words.recheck.title ?? "" }];

export async function loader({ context, request, params }: LoaderFunctionArgs) {
  const skillId = params["skillId"]!;
  const checker = await permit(context, request, "marking.confirm", { skillId });
  const { marking, competitions } = context.services;
  const recheck = await marking.readRecheck(checker);
  const asked = new URL(request.url).searchParams.get("sheet");
  const item = recheck?.isOpen
    ? recheck.sheets.find((one) => sheetId(one.contestantId, one.subcriterionId) === asked)
    : undefined;
  const skill = await competitions.readSkill(skillId);
  return {
    skillId,
    skill: skill && skillTitle(skill),
    recheck,
    item: item ?? null,
    sheet: item ? await marking.readSheetToRecheck(checker, item) : null,
    evidence: item ? await marking.readEvidenceToConfirm(checker, item) : [],
    words: context.words.judge,
  };
}
type Loaded = ReturnType<typeof useLoaderData<typeof loader>>;
type Sheet = NonNullable<Loaded["item"]>;

const form = z.object({
  contestantId: idField(),
  subcriterionId: z.string().min(1).max(16),
  seen: z.string().length(64),
});

export async function action({ context, request, params }: ActionFunctionArgs) {
  const checker = await permit(context, request, "marking.confirm", { skillId: params["skillId"] });
  const posted = await postedForm(context, request);
  const read = readForm(context, posted, form);
  if (!read.ok) return read.problem;
  const { seen, ...place } = read.value;
  const differing = posted.getAll("differing").map(String);
  const { marking } = context.services;
  const done = await marking.recheckSheet(checker, { ...place, seenHash: seen, differing });
  if (!done.ok) return problem(context, posted, done.refusal);
  const here = `/oversight/${params["skillId"]}/recheck`;
  const after = (await marking.readRecheck(checker))?.sheets ?? [];
  const next = differing.length > 0 ? place : after.find((one) => one.state === "open");
  return redirect(next ? `${here}?sheet=${sheetId(next.contestantId, next.subcriterionId)}` : here);
}

export default function RecheckSheets() {
  const loaded = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>() as FormProblem | undefined;
  const { skill, recheck, item, words } = loaded;
  const told = words.recheck;
  return (
    <SecondLook
      title={told.title}
      lead={told.lead}
      skill={skill}
      refused={refused}
      queue={
        recheck ? (
          <Queue {...loaded} recheck={recheck} />
        ) : (
          <Card title={told.title}>
            <EmptyState title={told.none}>{told.noneText}</EmptyState>
          </Card>
        )
      }
      about={recheck && <Sample {...loaded} recheck={recheck} />}
      sheet={item && <SheetToRecheck {...loaded} item={item} />}
      words={words}
    />
  );
}

type Standing = Loaded & { recheck: NonNullable<Loaded["recheck"]> };

/** Rule, sample, errors and seed; what to do when it is finished or escalated. */
function Sample({ skillId, recheck, words }: Standing) {
  const { terms } = useShell();
  const told = words.recheck;
  const { rule, sampled, drawn, errors, escalated, seed, sheets } = recheck;
  const finished = recheck.isOpen && sheets.every((one) => one.state === "right");
  return (
    <Stack>
      {escalated && <Notice tone="amber" title={say(told.escalated, { limit: rule.limitPercent })} />}
      {finished && (
        <Notice tone="celadon" title={told.done}>
          <ButtonLink to={`/desk/${skillId}`}>{told.toDesk}</ButtonLink>
        </Notice>
      )}
      <Card title={told.facts}>
        <Facts
          items={[
            { label: told.rule, value: say(terms.recheck.said, rule), wide: true },
            { label: told.sample, value: say(told.sampleSaid, { top: sampled - drawn, drawn }), wide: true },
            { label: told.found, value: say(told.foundSaid, { errors, sampled }), wide: true },
            { label: told.seed, value: <code>{seed}</code>, wide: true },
          ]}
        />
        <p>{told.seedSaid}</p>
      </Card>
    </Stack>
  );
}

const looks = {
  open: { shape: "ring" },
  right: { tone: "celadon", shape: "check" },
  wrong: { tone: "cinnabar", shape: "bang" },
} as const;

function Queue({ skillId, recheck, item, words }: Standing) {
  const told = words.recheck;
  const left = recheck.sheets.filter((one) => one.state !== "right").length;
  return (
    <Card title={say(told.queue, { left, of: recheck.sheets.length })}>
      <RowList
        label={told.caption}
        items={recheck.sheets.map((one) => {
          const id = sheetId(one.contestantId, one.subcriterionId);
          return {
            key: id,
            title: `${one.code} · ${one.subcriterionId}`,
            detail: told.why[one.why],
            value: isSame(one, item) ? (
              <Badge tone="celadon" shape="dot">
                {told.now}
              </Badge>
            ) : (
              <Badge {...looks[one.state]}>{told.state[one.state]}</Badge>
            ),
            ...(recheck.isOpen && { to: `/oversight/${skillId}/recheck?sheet=${id}` }),
          };
        })}
      />
    </Card>
  );
}

function SheetToRecheck({ skillId, item, sheet, evidence, words }: Loaded & { item: Sheet }) {
  const told = words.recheck;
  const here = `/oversight/${skillId}/recheck`;
  const { subcriterion, marks, reasons } = sheet!;
  return (
    <Card
      title={say(words.confirm.sheet, { code: item.code, sub: subcriterion.id, name: subcriterion.name })}
    >
      {item.state === "wrong" && (
        <Notice tone="amber" title={say(told.wrong, { aspects: item.differing.join(" ") })}>
          {told.wrongText}
        </Notice>
      )}
      <LookForm key={`${item.contestantId}${item.hash}`} here={here} place={item} seen={item.hash}>
        <ConfirmTable
          code={item.code}
          subcriterion={subcriterion}
          marks={marks}
          reasons={reasons}
          ticked={item.differing}
          words={words}
        />
        <EvidenceOfSheet evidence={evidence} words={words.evidence} />
        <p>{told.how}</p>
        <Actions>
          <SubmitButton name="intent" value="recheck" size="large">
            {told.record}
          </SubmitButton>
          <ButtonLink to={here} variant="quiet">
            {told.back}
          </ButtonLink>
        </Actions>
      </LookForm>
    </Card>
  );
}
