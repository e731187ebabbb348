// The mark summary of a day for the judge who signs it: the marks by code, who has signed, and the form that signs.
import {
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { z } from "zod";
import { type FormProblem, postedForm, problem, readForm, signatureProblem } from "#app/form-answer.ts";
import { Frame } from "#app/frame.tsx";
import { notFound, orRefuse, seat } from "#app/gate.ts";
import { Card, Columns, Crumbs, PageHead } from "#app/kit/index.ts";
import { DayPaper } from "#app/sheet/day-paper.tsx";
import { DaySignatures } from "#app/sheet/day-signatures.tsx";
import { DayTable } from "#app/sheet/day-table.tsx";
import { SigningBadge } from "#app/sheet/days.tsx";
import { skillTitle } from "#domain/competitions/skill.ts";
import { readDrawn } from "#domain/results/drawn.ts";
import type { ShownDay } from "#server/results/read-days.ts";
import { say } from "#words/language.ts";
import { type DayState, SignStep } from "./sign-step.tsx";

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  {
    title: data
      ? say(data.words.signing.pageTitle, {
          day: data.shown.summary.day,
          skill: skillTitle(data.shown.skill),
        })
      : "",
  },
];

export async function loader({ context, request, params }: LoaderFunctionArgs) {
  const own = seat(context, request, params["skillId"] ?? "");
  const { origin } = new URL(request.url);
  const { results, demonstration, now } = context.services;
  const day = dayIn(params["day"]);
  const shown = orRefuse(context, request, await results.readDayToSign(own, day, origin));
  const owed = (await results.listDaysToSign(own)).filter((one) => one.ready && one.signing !== "signed");
  const { password, passwordHint, passwordShown } = context.words.desk;
  return {
    shown,
    /** The next day this judge can sign. */
    next: owed.find((one) => one.day > day)?.day ?? owed.find((one) => one.day < day)?.day ?? null,
    printed: now().toISOString(),
    signingPassword: demonstration.signingPassword(),
    words: { ...context.words.judge, password, passwordHint, passwordShown },
  };
}

/** A day of an address; what is none is no day of any scheme. */
const dayIn = (text = ""): number => (/^[1-9]\d{0,2}$/.test(text) ? Number(text) : 0);

const form = z.object({
  hash: z.string().length(64),
  password: z.string().max(400).default(""),
  drawn: z.string().max(100_000).default(""),
});

export async function action({ context, request, params }: ActionFunctionArgs) {
  const own = seat(context, request, params["skillId"] ?? "");
  const posted = await postedForm(context, request);
  const read = readForm(context, posted, form);
  if (!read.ok) return read.problem;
  posted.delete("drawn");
  const { hash, password, drawn } = read.value;
  const day = dayIn(params["day"]);
  if (day === 0) throw notFound(context);
  const picture = readDrawn(drawn);
  if (!picture.ok) return problem(context, posted, picture.refusal);
  const { access, results } = context.services;
  const here = await access.provePresence(own.actor, password, context.address);
  if (!here.ok) return signatureProblem(context, posted, here.refusal);
  const signing = { day, seenHash: hash, drawn: picture.value };
  const done = await results.signDay(own, signing, here.value);
  return done.ok ? redirect(`/judge/days/${own.skillId}/${day}`) : problem(context, posted, done.refusal);
}

export default function DayToSign() {
  const loaded = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>() as FormProblem | undefined;
  const { shown, words, printed } = loaded;
  const told = words.signing;
  const title = say(told.title, { day: shown.summary.day });
  const state = stateOf(shown);
  return (
    <Frame>
      <div className="no-print stack loose">
        <PageHead
          above={
            <Crumbs
              label={words.oversight.path}
              items={[
                { to: "/judge", label: words.desk.title },
                { label: skillTitle(shown.skill) },
                { label: title },
              ]}
            />
          }
          title={title}
          badges={state !== "closed" && <SigningBadge state={state} words={told} />}
          lead={told.lead[state]}
        />
        <Columns
          aside={
            <>
              <SignStep {...loaded} state={state} refused={refused} />
              <DaySignatures shown={shown} words={told} />
            </>
          }
        >
          <Card title={skillTitle(shown.skill)} flush>
            <DayTable shown={shown} words={told} />
          </Card>
        </Columns>
      </div>
      <div className="print-only">
        <DayPaper shown={shown} printed={printed} words={told} />
      </div>
    </Frame>
  );
}

/** Where this judge stands: the day is still open, theirs to sign, signed, or beyond signing. */
function stateOf({ closed, seal, signers }: ShownDay): DayState {
  if (closed) return "closed";
  const own = signers.find((one) => one.mine);
  return seal && own ? own.signing : "open";
}
