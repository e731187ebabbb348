// The HR desk: one certificate by number and name for a stated purpose. The answer stands on the posted page, never in an address.
import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { z } from "zod";
import type { Words } from "#app/context.ts";
import { type FormProblem, postedForm, problem, readForm } from "#app/form-answer.ts";
import { Frame, useShell } from "#app/frame.tsx";
import { permit } from "#app/gate.ts";
import { Badge, ButtonLink, Card, Columns, Facts, PageHead, RowList, Stack } from "#app/kit/index.ts";
import { PrintButton } from "#app/print-button.tsx";
import { say } from "#words/language.ts";
import { CheckForm } from "./CheckForm.tsx";
import { Result, ResultHead } from "./Result.tsx";
import { type ShownCheck, shownCheck } from "./shown-check.ts";

export async function loader({ request, context }: LoaderFunctionArgs) {
  await permit(context, request, "entitlements.look-up");
  return { words: context.words.hr };
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.words.check.title ?? "" }];

const form = z.object({
  number: z.string().trim().min(1).max(40),
  name: z.string().trim().min(1).max(60),
  purpose: z.string().min(1).max(40),
});

export async function action({ request, context }: ActionFunctionArgs) {
  const officer = await permit(context, request, "entitlements.look-up");
  const posted = await postedForm(context, request);
  const read = readForm(context, posted, form);
  if (!read.ok) return read.problem;
  const checked = await context.services.credentials.checkCertificate(officer, read.value);
  if (!checked.ok) return problem(context, posted, checked.refusal);
  return { check: shownCheck(checked.value, read.value.purpose, context.language) };
}

export default function HrDesk() {
  const { words } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>() as FormProblem | { check: ShownCheck } | undefined;
  const check = answer && "check" in answer ? answer.check : null;
  const refused = answer && "message" in answer ? answer : undefined;
  const said = words.check;
  if (!check) {
    return (
      <Frame>
        <PageHead title={said.title} lead={said.lead} />
        <Columns aside={<How words={said} />}>
          <Card title={said.form}>
            <CheckForm words={said} refused={refused} />
          </Card>
        </Columns>
      </Frame>
    );
  }
  return (
    <Frame>
      <ResultHead check={check} words={words} />
      <Columns aside={<Beside check={check} words={words} />}>
        <Stack>
          <Result check={check} words={words} />
        </Stack>
      </Columns>
    </Frame>
  );
}

function How({ words }: { words: Words["hr"]["check"] }) {
  return (
    <Card title={words.how}>
      <RowList label={words.how} items={words.howLines.map((line) => ({ key: line, title: line }))} />
      <ButtonLink to="/hr/policy">{words.toPolicy}</ButtonLink>
    </Card>
  );
}

function Beside({ check, words }: { check: ShownCheck; words: Words["hr"] }) {
  const { terms } = useShell();
  const said = words.check;
  const purpose = terms.purpose[check.purpose as keyof typeof terms.purpose];
  return (
    <>
      <Card title={said.this}>
        <p>
          {say(said.thisPurpose, { purpose })} {said.thisRecorded}
        </p>
        <PrintButton label={said.print} wide />
      </Card>
      {check.flags.length > 0 && (
        <Card
          title={said.notice}
          badges={
            <Badge tone="amber" shape="bang">
              {check.flags.length}
            </Badge>
          }
        >
          {check.flags.map((flag) => (
            <Flag key={flag.id} flag={flag} words={words} />
          ))}
        </Card>
      )}
      <div className="no-print">
        <Card title={said.another}>
          <CheckForm words={said} refused={undefined} />
        </Card>
      </div>
    </>
  );
}

function Flag({ flag, words }: { flag: ShownCheck["flags"][number]; words: Words["hr"] }) {
  const said = words.check;
  return (
    <div>
      <p>
        <strong>{flag.id}</strong> {said.notices[flag.id as keyof typeof said.notices]}
      </p>
      <Facts
        plain
        items={[
          { label: said.question, value: <span lang="zh-CN">{flag.question}</span>, wide: true },
          { label: said.reading, value: <span lang="zh-CN">{flag.reading}</span>, wide: true },
          { label: said.readingStatus, value: words.readingStatus[flag.status] },
        ]}
      />
    </div>
  );
}
