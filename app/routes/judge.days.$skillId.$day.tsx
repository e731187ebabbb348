// The mark summary of a day for the judge who signs it: the marks by code, who has signed, and the form that signs.
import {
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from "@remix-run/node";
import { Form, useActionData, useLoaderData } from "@remix-run/react";
import { z } from "zod";
import { useDates } from "#app/dates.ts";
import { type FormProblem, postedForm, problem, readForm } from "#app/form-answer.ts";
import { Refused } from "#app/form-page.tsx";
import { Frame } from "#app/frame.tsx";
import { notFound, orRefuse, seat } from "#app/gate.ts";
import {
  Card,
  Columns,
  Crumbs,
  FormActions,
  FormStack,
  Notice,
  PageHead,
  PasswordField,
  SignaturePad,
  SubmitButton,
} from "#app/kit/index.ts";
import { DaySignatures } from "#app/sheet/day-signatures.tsx";
import { DayTable, openSubs } from "#app/sheet/day-table.tsx";
import { SigningBadge } from "#app/sheet/days.tsx";
import { grouped } from "#app/sheet/paper-seal.tsx";
import { skillTitle } from "#domain/competitions/skill.ts";
import { readDrawn } from "#domain/results/drawn.ts";
import { say } from "#words/language.ts";

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
  const { results, demonstration } = context.services;
  const shown = await results.readDayToSign(own, dayIn(params["day"]), origin);
  const { password, passwordHint, passwordShown } = context.words.desk;
  return {
    shown: orRefuse(context, request, shown),
    signingPassword: demonstration.signingPassword(),
    words: { ...context.words.judge, password, passwordHint, passwordShown },
  };
}
type Loaded = ReturnType<typeof useLoaderData<typeof loader>>;

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
  if (!here.ok) return problem(context, posted, here.refusal);
  const signing = { day, seenHash: hash, drawn: picture.value };
  const done = await results.signDay(own, signing, here.value);
  return done.ok ? redirect(`/judge/days/${own.skillId}/${day}`) : problem(context, posted, done.refusal);
}

export default function DayToSign() {
  const loaded = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>() as FormProblem | undefined;
  const { shown, words } = loaded;
  const told = words.signing;
  const title = say(told.title, { day: shown.summary.day });
  const own = shown.signers.find((one) => one.mine);
  return (
    <Frame>
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
        badges={own && <SigningBadge state={shown.seal ? own.signing : "open"} words={told} />}
        lead={told.lead}
      />
      <Refused problem={refused} form="sign" />
      <Columns
        aside={
          <>
            <SignStep {...loaded} />
            <DaySignatures shown={shown} words={told} />
          </>
        }
      >
        <Card title={skillTitle(shown.skill)} flush>
          <DayTable summary={shown.summary} words={told} />
        </Card>
      </Columns>
    </Frame>
  );
}

/** What this judge can do now: sign, sign again, or read why not. */
function SignStep({ shown, words, signingPassword }: Loaded) {
  const dates = useDates();
  const told = words.signing;
  const { seal, summary } = shown;
  const own = shown.signers.find((one) => one.mine);
  if (shown.closed) return <Notice title={told.closed} />;
  if (!seal || !own) {
    return (
      <Notice tone="amber" title={say(told.open, { day: summary.day })}>
        {say(told.openText, { subs: openSubs(summary, told) })}
      </Notice>
    );
  }
  if (own.signing === "signed") {
    return (
      <Notice tone="celadon" live="status" title={told.already}>
        {own.signed && say(told.alreadyText, { time: dates.moment(own.signed.at) })}
      </Notice>
    );
  }
  return (
    <Card title={told.sign} lead={told.signLead} tone={own.signing === "stale" ? "cinnabar" : "celadon"} edge>
      {own.signing === "stale" && (
        <Notice tone="cinnabar" title={told.again}>
          {told.againText}
        </Notice>
      )}
      <Form method="post">
        <FormStack id="sign">
          <p>
            {told.seal.hash}
            <br />
            <code className="hash-groups">{grouped(seal.hash)}</code>
          </p>
          <input type="hidden" name="hash" value={seal.hash} />
          <SignaturePad name="drawn" words={told.pad} />
          <PasswordField
            label={words.password}
            name="password"
            hint={
              signingPassword ? say(words.passwordShown, { password: signingPassword }) : words.passwordHint
            }
            autoComplete="current-password"
            required
          />
          <FormActions>
            <SubmitButton name="intent" value="sign-day" size="large">
              {told.signYes}
            </SubmitButton>
          </FormActions>
        </FormStack>
      </Form>
    </Card>
  );
}
