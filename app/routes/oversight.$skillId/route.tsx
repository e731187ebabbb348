// The chief judge's wall of one skill: every sheet by code, what needs a person first, and the steps that end marking.
import {
  type ActionFunctionArgs,
  type AppLoadContext,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { z } from "zod";
import { type FormProblem, postedForm, problem, readForm } from "#app/form-answer.ts";
import { permit } from "#app/gate.ts";
import { idField } from "#app/id-field.ts";
import { skillTitle } from "#domain/competitions/skill.ts";
import type { Outcome } from "#domain/outcome.ts";
import { contestantStatuses } from "#domain/results/ranking.ts";
import type { Permit } from "#server/access/proofs.ts";
import { WallPage } from "./wall-page.tsx";

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: data ? `${data.words.wall.overview} · ${skillTitle(data.wall.skill)}` : "" },
];

export async function loader({ context, request, params }: LoaderFunctionArgs) {
  const oversee = await permit(context, request, "marking.oversee", { skillId: params["skillId"] });
  const { marking, results, schemes } = context.services;
  return {
    wall: await marking.readWall(oversee),
    version: await schemes.waitingVersion(oversee),
    batches: await marking.waitingBatches(oversee),
    messageId: crypto.randomUUID(),
    about: new URL(request.url).searchParams.get("about"),
    reopenings: await marking.listReopenings(oversee),
    conflicts: await marking.listConflicts(oversee),
    floor: {
      counts: await context.services.floor.floorCounts(oversee),
      words: context.words.floor.wall,
    },
    days: await results.listDays(oversee),
    words: context.words.judge,
  };
}

const step = z.discriminatedUnion("intent", [
  z.object({ intent: z.literal("open-scoring") }),
  z.object({ intent: z.literal("lock"), subcriterionId: z.string().min(1).max(16) }),
  z.object({
    intent: z.literal("status"),
    contestantId: idField(),
    status: z.enum(contestantStatuses),
    reason: z.string().max(400).default(""),
  }),
  z.object({
    intent: z.literal("reopen"),
    subcriterionId: z.string().min(1).max(16),
    contestantId: z.union([z.literal("all"), idField()]),
    reason: z.string().max(400).default(""),
  }),
  z.object({ intent: z.literal("call-reserve"), declarationId: idField(), accountId: idField() }),
  z.object({
    intent: z.literal("due"),
    subcriterionId: z.string().min(1).max(16),
    dueAt: z.union([z.literal(""), z.iso.datetime({ local: true }).regex(/^20/)]),
  }),
  z.object({
    intent: z.literal("tell"),
    id: idField(),
    text: z.string().max(2000),
    panel: z
      .string()
      .max(20)
      .default("")
      .transform((id) => id || null),
  }),
  z.object({ intent: z.literal("complete") }),
]);
type Step = z.output<typeof step>;

export async function action({ context, request, params }: ActionFunctionArgs) {
  const oversee = await permit(context, request, "marking.oversee", { skillId: params["skillId"] });
  const posted = await postedForm(context, request);
  const read = readForm(context, posted, step);
  if (!read.ok) return read.problem;
  const done = await take(context, oversee, read.value);
  return done.ok ? redirect(`/oversight/${params["skillId"]}`) : problem(context, posted, done.refusal);
}

function take(
  { services }: AppLoadContext,
  oversee: Permit<"marking.oversee">,
  asked: Step,
): Promise<Outcome> {
  switch (asked.intent) {
    case "open-scoring":
      return services.marking.openScoring(oversee);
    case "lock":
      return services.marking.lockSubcriterion(oversee, asked.subcriterionId);
    case "status": {
      const { contestantId, status, reason } = asked;
      return services.marking.setContestantStatus(oversee, { contestantId, status, reason });
    }
    case "reopen":
      return services.marking.askReopening(oversee, {
        ...asked,
        contestantId: asked.contestantId === "all" ? null : asked.contestantId,
      });
    case "call-reserve":
      return services.marking.callReserve(oversee, asked);
    case "due":
      return services.marking.setDue(oversee, {
        subcriterionId: asked.subcriterionId,
        dueAt: asked.dueAt === "" ? null : new Date(`${asked.dueAt}+08:00`),
      });
    case "tell":
      return services.marking.tellPanel(oversee, asked);
    case "complete":
      return services.results.completeResult(oversee);
  }
}

export default function WallRoute() {
  const { wall, version, batches, messageId, about, reopenings, conflicts, floor, days, words } =
    useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>() as FormProblem | undefined;
  return (
    <WallPage
      key={wall.skill.id}
      wall={wall}
      version={version}
      batches={batches}
      messageId={messageId}
      about={about}
      reopenings={reopenings}
      conflicts={conflicts}
      floor={floor}
      days={days}
      words={words}
      refused={refused}
    />
  );
}
