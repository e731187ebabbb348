// The policy as a readable page: the document, its clauses verbatim, what they come to, and what is still open.
import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { useDates } from "#app/dates.ts";
import { Frame, useShell } from "#app/frame.tsx";
import { permit } from "#app/gate.ts";
import { Card, Facts, Notice, PageHead, Quote, Section, Stack } from "#app/kit/index.ts";
import { shanghaiDate } from "#domain/calendar.ts";
import { packInForce } from "#domain/entitlements/packs/in-force.ts";
import { say } from "#words/language.ts";
import { policyView } from "./policy-view.ts";
import { Readings, Rows, TruthTable } from "./Tables.tsx";

export async function loader({ request, context }: LoaderFunctionArgs) {
  const looksUp = await context.services.access.authorize(context.actor, "entitlements.look-up");
  if (!looksUp.ok) await permit(context, request, "awards.register-external");
  const asOf = shanghaiDate(context.services.now());
  return { words: context.words.hr, policy: policyView(packInForce(), asOf, context.language) };
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.words.policy.title ?? "" }];

export default function Policy() {
  const { words, policy } = useLoaderData<typeof loader>();
  const { language } = useShell();
  const dates = useDates();
  const said = words.policy;
  const { all, granting, grants } = policy.table;
  const format = (count: number) => count.toLocaleString(language === "zh" ? "zh-CN" : "en");
  const span = {
    from: dates.day(policy.effectiveFrom),
    to: policy.effectiveTo ? dates.day(policy.effectiveTo) : "",
  };
  return (
    <Frame>
      <PageHead title={said.title} lead={said.lead} />
      <Card title={policy.documentNumber}>
        <Facts
          items={[
            { label: said.name, value: <span lang="zh-CN">{policy.title}</span>, wide: true },
            { label: said.issuer, value: <span lang="zh-CN">{policy.issuer}</span> },
            { label: said.date, value: dates.day(policy.date) },
            { label: said.upper, value: policy.upperDocument ?? words.none },
            { label: said.effective, value: say(policy.effectiveTo ? said.until : said.noEnd, span) },
            { label: said.evidence, value: <span lang="zh-CN">{policy.evidence}</span> },
            { label: said.version, value: <code className="break-anywhere">{policy.version}</code> },
          ]}
        />
      </Card>
      <Section title={said.clauses}>
        <Stack>
          {policy.clauses.map(({ quote, place }) => (
            <div key={quote} lang="zh-CN">
              <Quote cite={`${policy.documentNumber} ${place}`}>{quote}</Quote>
            </div>
          ))}
        </Stack>
        <p>{said.other}</p>
      </Section>
      <Section title={said.rows} lead={said.rowsLead}>
        <Rows policy={policy} words={words} />
      </Section>
      <Section
        title={said.table}
        lead={say(said.tableLead, { all: format(all), cells: granting.length, grants })}
      >
        <TruthTable policy={policy} words={words} />
        <Notice tone="amber" title={said.noneTitle}>
          {said.none}
        </Notice>
      </Section>
      <Section title={said.readings} lead={said.readingsLead}>
        <Readings policy={policy} words={words} />
      </Section>
      <Section title={said.local}>
        <Notice>{said.localText}</Notice>
      </Section>
    </Frame>
  );
}
