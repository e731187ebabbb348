// The second person: the queue of complete sheets, and one sheet with all its marks to be confirmed.
import {
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { z } from "zod";
import { type FormProblem, postedForm, problem, readForm } from "#app/form-answer.ts";
import { orRefuse, permit } from "#app/gate.ts";
import { idField } from "#app/id-field.ts";
import {
  Actions,
  Badge,
  ButtonLink,
  Card,
  EmptyState,
  Notice,
  RowList,
  SubmitButton,
} from "#app/kit/index.ts";
import { ConfirmTable } from "#app/sheet/confirm-table.tsx";
import { EvidenceOfSheet } from "#app/sheet/evidence-list.tsx";
import { RekeyFields } from "#app/sheet/rekey-form.tsx";
import { isSame, LookForm, SecondLook } from "#app/sheet/second-look.tsx";
import { skillTitle } from "#domain/competitions/skill.ts";
import { sheetId } from "#domain/marking/lock.ts";
import { foldTyped } from "#domain/marking/mark.ts";
import { say } from "#words/language.ts";

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.words.confirm.title ?? "" }];

export async function loader({ context, request, params }: LoaderFunctionArgs) {
  const confirm = await permit(context, request, "marking.confirm", { skillId: params["skillId"] });
  const { marking } = context.services;
  const { searchParams } = new URL(request.url);
  const queue = await marking.awaitingConfirmation(confirm);
  const asked = searchParams.get("sheet");
  const place = queue.findIndex((one) => sheetId(one.contestantId, one.subcriterionId) === asked);
  const item = queue[place];
  const next = queue[place + 1] ?? queue[0];
  const [contestantId = "", subcriterionId = ""] = (searchParams.get("done") ?? "").split("~");
  const done = await marking.readSheetToConfirm(confirm, { contestantId, subcriterionId });
  return {
    skillId: params["skillId"]!,
    queue,
    item: item ?? null,
    sheet: item ? orRefuse(context, request, await marking.readSheetToConfirm(confirm, item)) : null,
    evidence: item ? await marking.readEvidenceToConfirm(confirm, item) : [],
    next: next && next !== item ? sheetId(next.contestantId, next.subcriterionId) : null,
    gone: asked !== null && !item,
    done: done.ok ? `${done.value.code} · ${subcriterionId}` : null,
    skill: await context.services.competitions
      .readSkill(params["skillId"]!)
      .then((one) => one && skillTitle(one)),
    words: context.words.judge,
  };
}

const form = z.object({
  intent: z.enum(["confirm", "rekey"]),
  contestantId: idField(),
  subcriterionId: z.string().min(1).max(16),
  seen: z.string().length(64),
  next: z.string().max(80).optional(),
});

export async function action({ context, request, params }: ActionFunctionArgs) {
  const confirm = await permit(context, request, "marking.confirm", { skillId: params["skillId"] });
  const posted = await postedForm(context, request);
  const read = readForm(context, posted, form);
  if (!read.ok) return read.problem;
  const { contestantId, subcriterionId, seen, next } = read.value;
  const sheet = { contestantId, subcriterionId, seenHash: seen };
  const here = `/oversight/${params["skillId"]}/confirm`;
  const { marking } = context.services;
  if (read.value.intent === "rekey") {
    const compared = await marking.rekeySheet(confirm, { ...sheet, keyed: keyedIn(posted) });
    if (!compared.ok) return problem(context, posted, compared.refusal);
    if (compared.value.differing.length > 0)
      return redirect(`${here}?sheet=${sheetId(contestantId, subcriterionId)}`);
  } else {
    const done = await marking.confirmSheet(confirm, sheet);
    if (!done.ok) return problem(context, posted, done.refusal);
  }
  const onward = new URLSearchParams({
    done: sheetId(contestantId, subcriterionId),
    ...(next ? { sheet: next } : {}),
  });
  return redirect(`${here}?${onward}`);
}

/** What was keyed, by place; an empty field is unset. */
const keyedIn = (posted: FormData): Record<string, string | null> =>
  Object.fromEntries(
    [...posted]
      .filter(([name]) => name.startsWith("keyed:"))
      .map(([name, value]) => [name.slice("keyed:".length), foldTyped(String(value)) || null]),
  );

export default function ConfirmSheets() {
  const loaded = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>() as FormProblem | undefined;
  const { skill, queue, gone, done, words } = loaded;
  const told = words.confirm;
  return (
    <SecondLook
      title={told.title}
      lead={
        <>
          <p>{told.lead}</p>
          {queue[0]?.blind && <p>{told.rekeyLead}</p>}
        </>
      }
      skill={skill}
      refused={refused}
      notices={
        <>
          {done && !refused && (
            <Notice tone="celadon" live="status" title={say(told.done, { sheet: done })} />
          )}
          {gone && !done && <Notice title={told.gone} />}
        </>
      }
      queue={<Queue {...loaded} />}
      sheet={loaded.item && <SheetToConfirm {...loaded} refused={refused} />}
      words={words}
    />
  );
}
type Loaded = ReturnType<typeof useLoaderData<typeof loader>>;

function Queue({ skillId, queue, item, words }: Loaded) {
  const told = words.confirm;
  return (
    <Card title={say(told.queue, { n: queue.length })}>
      {queue.length === 0 ? (
        <EmptyState title={told.empty}>{told.emptyLead}</EmptyState>
      ) : (
        <RowList
          label={told.queueCaption}
          items={queue.map((one) => {
            const id = sheetId(one.contestantId, one.subcriterionId);
            return {
              key: id,
              title: `${one.code} · ${one.subcriterionId}`,
              detail: one.name,
              value: isSame(one, item) ? told.now : one.differs ? told.differ : told.open,
              to: `/oversight/${skillId}/confirm?sheet=${id}`,
            };
          })}
        />
      )}
    </Card>
  );
}

function SheetToConfirm(props: Loaded & { refused: FormProblem | undefined }) {
  const { skillId, evidence, next, refused, words } = props;
  const [item, sheet] = [props.item!, props.sheet!];
  const told = words.confirm;
  const here = `/oversight/${skillId}/confirm`;
  return (
    <Card
      title={say(told.sheet, { code: item.code, sub: item.subcriterionId, name: item.name })}
      badges={sheet.places && <Badge>{told.rekeyTitle}</Badge>}
    >
      <LookForm key={`${sheet.hash}/${sheet.reading}`} here={here} place={item} seen={sheet.hash}>
        {sheet.places ? (
          <RekeyFields {...sheet} places={sheet.places} refused={refused} words={words} />
        ) : (
          <ConfirmTable {...sheet} words={words} />
        )}
        <EvidenceOfSheet evidence={evidence} words={words.evidence} />
        {next && <input type="hidden" name="next" value={next} />}
        <div>
          <p>{sheet.places ? told.rekeyEmpty : told.yesText}</p>
          {!sheet.places && <p>{told.differs}</p>}
        </div>
        <Actions>
          <SubmitButton name="intent" value={sheet.places ? "rekey" : "confirm"} size="large">
            {sheet.places ? told.rekeyYes : told.yes}
          </SubmitButton>
          {next && <ButtonLink to={`${here}?sheet=${next}`}>{told.next}</ButtonLink>}
          <ButtonLink to={here} variant="quiet">
            {told.backToQueue}
          </ButtonLink>
        </Actions>
      </LookForm>
    </Card>
  );
}
