// The floor report (现场记录表) for paper: who came and when, and everything recorded with what was withdrawn.
import {
  type ActionFunctionArgs,
  type AppLoadContext,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { z } from "zod";
import { useDates } from "#app/dates.ts";
import { penaltySaid } from "#app/floor/record-words.ts";
import { Ruled } from "#app/floor/ruled.tsx";
import { type FormProblem, postedForm, problem, readForm } from "#app/form-answer.ts";
import { Refused } from "#app/form-page.tsx";
import { Frame, useShell } from "#app/frame.tsx";
import { orRefuse, permit } from "#app/gate.ts";
import { idField } from "#app/id-field.ts";
import { Actions, type Column, DataTable, PrintSheet, Stack } from "#app/kit/index.ts";
import { PrintButton } from "#app/print-button.tsx";
import { originOf, WayBack } from "#app/way-back.tsx";
import { may } from "#domain/access/permissions.ts";
import { isCorrectable, skillTitle } from "#domain/competitions/skill.ts";
import type { Permit } from "#server/access/proofs.ts";
import { say } from "#words/language.ts";

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: data ? `${data.words.report.title} · ${data.report.skill.name}` : "" },
];

export async function loader({ context, request, params }: LoaderFunctionArgs) {
  const reader = await permit(context, request, "floor.read", { skillId: params["skillId"] });
  return {
    report: orRefuse(context, request, await context.services.floor.readFloorReport(reader)),
    from: originOf(request, [
      ...(may(reader.actor.grants, "floor.record", reader.scope) ? (["floor"] as const) : []),
      ...(may(reader.actor.grants, "competitions.oversee", reader.scope) ? (["desk"] as const) : []),
      ...(may(reader.actor.grants, "marking.oversee", reader.scope) ? (["oversight"] as const) : []),
    ]),
    ruling: await readRuling(context, request, reader),
    printed: context.services.now().toISOString(),
    words: context.words.floor,
  };
}
type Loaded = ReturnType<typeof useLoaderData<typeof loader>>;

/** What the supervisor ruled on the violations; null for everybody who may not. */
async function readRuling(context: AppLoadContext, request: Request, { actor, scope }: Permit<"floor.read">) {
  if (!may(actor.grants, "marking.approve", scope)) return null;
  const supervisor = await permit(context, request, "marking.approve", scope);
  const confirmed = await context.services.marking.readConfirmed(supervisor);
  return { confirmed, penaltyId: crypto.randomUUID() };
}

const form = z.discriminatedUnion("intent", [
  z.object({
    intent: z.literal("confirm-violation"),
    id: idField(),
    recordId: idField(),
    reason: z.string().max(400),
  }),
  z.object({ intent: z.literal("withdraw-penalty"), penaltyId: idField(), reason: z.string().max(400) }),
]);

export async function action({ context, request, params }: ActionFunctionArgs) {
  const supervisor = await permit(context, request, "marking.approve", { skillId: params["skillId"] });
  const posted = await postedForm(context, request);
  const read = readForm(context, posted, form);
  if (!read.ok) return read.problem;
  const { marking } = context.services;
  const asked = read.value;
  const done = await (asked.intent === "confirm-violation"
    ? marking.confirmViolation(supervisor, asked.recordId, asked)
    : marking.withdrawPenalty(supervisor, asked.penaltyId, asked.reason));
  return done.ok ? redirect(`/floor/${params["skillId"]}/report`) : problem(context, posted, done.refusal);
}

export default function FloorReport() {
  const loaded = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>() as FormProblem | undefined;
  const { report, from, printed, words } = loaded;
  const { skill, present, expected } = report;
  const { terms } = useShell();
  const dates = useDates();
  const told = words.report;
  return (
    <Frame>
      <div className="no-print">
        <Actions>
          <PrintButton label={told.print} primary />
          <WayBack to={from} skillId={skill.id} />
        </Actions>
        <Refused problem={refused} />
      </div>
      <PrintSheet
        title={told.title}
        subtitle={skill.edition}
        meta={[
          {
            label: told.skill,
            value: skillTitle(skill),
          },
          { label: told.venue, value: skill.venue || told.none },
          { label: told.stage, value: terms.stage[skill.stage] },
          { label: words.viewCheckIn, value: say(words.presentOf, { n: present, m: expected }) },
          { label: told.printed, value: dates.moment(printed) },
        ]}
        signatures={[told.judge, told.supervisor]}
        footer={told.note}
      >
        <Stack>
          <CheckIns {...loaded} />
          <RecordTable {...loaded} />
        </Stack>
      </PrintSheet>
    </Frame>
  );
}

function CheckIns({ report, words }: Loaded) {
  const dates = useDates();
  const told = words.report;
  const columns: Column<Loaded["report"]["entrants"][number]>[] = [
    { key: "number", head: told.number, strong: true, nowrap: true, cell: (one) => one.number },
    { key: "name", head: told.name, nowrap: true, phone: "title", cell: (one) => one.name },
    { key: "unit", head: told.unit, cell: (one) => one.unit },
    { key: "delegation", head: told.delegation, cell: (one) => one.delegation },
    {
      key: "time",
      head: told.time,
      nowrap: true,
      cell: (one) => (one.checkedInAt ? dates.moment(one.checkedInAt) : told.none),
    },
    { key: "by", head: told.by, nowrap: true, cell: (one) => one.checkedInBy ?? told.none },
  ];
  return (
    <DataTable
      caption={told.checkIns}
      captionShown
      columns={columns}
      rows={report.entrants}
      rowKey={(one) => one.registrationId}
      dense
      stickyHead={false}
    />
  );
}

function RecordTable({ report, ruling, words }: Loaded) {
  const dates = useDates();
  const told = words.report;
  const columns: Column<Loaded["report"]["records"][number]>[] = [
    { key: "time", head: told.recordTime, nowrap: true, cell: (one) => dates.moment(one.at) },
    {
      key: "whom",
      head: told.whom,
      strong: true,
      nowrap: true,
      phone: "title",
      cell: ({ whom }) => (whom ? `${whom.number} ${whom.name}` : words.wholeSkill),
    },
    { key: "kind", head: told.kind, nowrap: true, cell: (one) => words.kind[one.kind] },
    {
      key: "content",
      head: told.content,
      grow: true,
      cell: (one) => (
        <div>
          <Content one={one} words={words} />
          {ruling && one.kind === "violation" && (
            <Ruled
              recordId={one.id}
              penaltyId={ruling.penaltyId}
              ruled={ruling.confirmed.find(({ floorRecordId }) => floorRecordId === one.id)}
              open={isCorrectable(report.skill.stage) && one.withdrawal === null}
              words={words.ruling}
            />
          )}
        </div>
      ),
    },
    { key: "by", head: told.recordedBy, nowrap: true, cell: (one) => one.by },
  ];
  return (
    <DataTable
      caption={told.records}
      captionShown
      columns={columns}
      rows={report.records}
      rowKey={(one) => one.id}
      empty={told.noRecords}
      dense
      stickyHead={false}
    />
  );
}

function Content({ one, words }: { one: Loaded["report"]["records"][number]; words: Loaded["words"] }) {
  const dates = useDates();
  const { withdrawal } = one;
  return (
    <div>
      {one.minutes !== null && <p>{say(words.minutesSaid, { n: one.minutes })}</p>}
      {one.penalty && <p>{penaltySaid(one.penalty, words)}</p>}
      <p className="told">{one.text}</p>
      {withdrawal && (
        <p>
          {say(words.withdrawnSaid, {
            time: dates.moment(withdrawal.at),
            by: withdrawal.by,
            reason: withdrawal.reason,
          })}
        </p>
      )}
    </div>
  );
}
