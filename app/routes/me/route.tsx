// A competitor's own page: the one next step, entries, results, awards, entitlements with every reason, and who looked.
import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import type { Words } from "#app/context.ts";
import { useDates } from "#app/dates.ts";
import { AwardsTable } from "#app/entitlement/Awards.tsx";
import { Decisions } from "#app/entitlement/Decisions.tsx";
import { shownDecisions } from "#app/entitlement/shown-decision.ts";
import { Frame, useShell } from "#app/frame.tsx";
import { orRefuse } from "#app/gate.ts";
import { Badge, ButtonLink, Card, Columns, DataTable, PageHead, Section, Stack } from "#app/kit/index.ts";
import { say } from "#words/language.ts";
import { Entries } from "./Entries.tsx";
import { NextForMe } from "./NextForMe.tsx";
import { nextForMe } from "./next-for-me.ts";

export async function loader({ request, context }: LoaderFunctionArgs) {
  const file = orRefuse(context, request, await context.services.people.ownFile(context.actor));
  const { decisions, numbers, ...rest } = file;
  return {
    words: context.words.hr,
    file: rest,
    next: nextForMe(file),
    decisions: shownDecisions(decisions, numbers, context.language),
  };
}
type Loaded = Awaited<ReturnType<typeof loader>>;

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: data ? say(data.words.me.title, { name: data.file.name }) : "" },
];

export default function Me() {
  const { words, file, next, decisions } = useLoaderData<typeof loader>();
  const said = words.me;
  return (
    <Frame>
      <PageHead
        title={say(said.title, { name: file.name })}
        badges={file.idMasked && <Badge>{`${said.id} ${file.idMasked}`}</Badge>}
        lead={said.lead}
      />
      <NextForMe next={next} words={said} />
      <Columns aside={<LookUps lookUps={file.lookUps} words={said} />}>
        <Section title={said.entries}>
          <Stack>
            <Entries entries={file.entries} words={said} />
          </Stack>
        </Section>
        <Section
          title={said.awards}
          actions={file.awards.some((one) => one.number) && <ButtonLink to="/check">{said.check}</ButtonLink>}
        >
          <AwardsTable awards={file.awards} words={words.check} none={said.awardsNone} />
        </Section>
        <Section title={said.entitlements} lead={`${said.entitlementsLead} ${words.decision.notTitle}`}>
          <Stack>
            <Decisions decisions={decisions} words={words.decision} />
          </Stack>
        </Section>
      </Columns>
    </Frame>
  );
}

function LookUps({ lookUps, words }: { lookUps: Loaded["file"]["lookUps"]; words: Words["hr"]["me"] }) {
  const { terms } = useShell();
  const dates = useDates();
  if (lookUps.length === 0) {
    return (
      <Card title={words.lookUps}>
        <p>{words.lookUpsNone}</p>
      </Card>
    );
  }
  return (
    <Card title={words.lookUps} lead={words.lookUpsLead} flush>
      <DataTable
        caption={words.lookUps}
        dense
        stickyHead={false}
        rows={lookUps}
        rowKey={(one) => `${one.at} ${one.number}`}
        columns={[
          {
            key: "office",
            head: words.office,
            grow: true,
            phone: "title",
            cell: (one) => (
              <div>
                {one.office}
                <small className="under">
                  {terms.purpose[one.purpose as keyof typeof terms.purpose]} · {one.number}
                </small>
                <small className="under">{dates.moment(one.at)}</small>
              </div>
            ),
          },
        ]}
      />
    </Card>
  );
}
