// Every marking form of a skill, one page after another: paper is a first-class fallback.
import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { Frame } from "#app/frame.tsx";
import { orRefuse, seat } from "#app/gate.ts";
import { ButtonLink, Notice, PageHead } from "#app/kit/index.ts";
import { PrintButton } from "#app/print-button.tsx";
import { outStatus } from "#app/sheet/panel.ts";
import { PrintForm } from "#app/sheet/print-form.tsx";
import { skillTitle } from "#domain/competitions/skill.ts";
import { say } from "#words/language.ts";

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: data ? say(data.words.print.all, { skill: skillTitle(data.skill) }) : "" },
];

export async function loader({ context, request, params }: LoaderFunctionArgs) {
  const own = seat(context, request, params["skillId"] ?? "");
  const { marking } = context.services;
  const desk = await marking.loadDesk(own);
  const present = desk.contestants.filter((one) => outStatus(desk.panel, one.id) === null);
  const first = present[0];
  const subcriteria = [];
  for (const { id } of first ? desk.subcriteria : []) {
    const sheet = orRefuse(context, request, await marking.loadSheet(own, first!.id, id));
    subcriteria.push(sheet.subcriterion);
  }
  const { number, name } = desk.skill;
  return {
    skill: { number, name },
    codes: present.map((one) => one.code),
    subcriteria,
    words: context.words.judge,
  };
}

export default function PrintAll() {
  const { skill, codes, subcriteria, words } = useLoaderData<typeof loader>();
  const forms = codes.flatMap((code) => subcriteria.map((subcriterion) => ({ code, subcriterion })));
  return (
    <Frame>
      <div className="no-print">
        <PageHead
          title={say(words.print.all, { skill: skillTitle(skill) })}
          lead={say(words.print.lead, { n: forms.length })}
        />
        <Notice
          title={words.print.how}
          actions={
            <>
              <PrintButton label={words.print.now} primary />
              <ButtonLink to="/judge">{words.print.backDesk}</ButtonLink>
            </>
          }
        />
      </div>
      {forms.map((form) => (
        <PrintForm
          level={2}
          key={`${form.code}~${form.subcriterion.id}`}
          skill={skillTitle(skill)}
          form={form}
          words={words}
        />
      ))}
    </Frame>
  );
}
