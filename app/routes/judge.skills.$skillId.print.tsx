// Every marking form of a skill, one work after another: paper is a first-class fallback.
import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { Frame } from "#app/frame.tsx";
import { orRefuse, seat } from "#app/gate.ts";
import { ButtonLink, Notice, PageHead, Stack } from "#app/kit/index.ts";
import { PrintButton } from "#app/print-button.tsx";
import { isAhead, outStatus } from "#app/sheet/panel.ts";
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
  const ownSubs = ({ id }: { id: string }) =>
    desk.subcriteria.filter((sub) => !isAhead(desk.panel, id, sub.id)).map((sub) => sub.id);
  const first = present[0];
  const sheets = [];
  for (const { id } of first ? desk.subcriteria : []) {
    sheets.push(orRefuse(context, request, await marking.loadSheet(own, first!.id, id)));
  }
  const { number, name } = desk.skill;
  return {
    skill: { number, name },
    works: present
      .map((one) => ({ code: one.code, subs: ownSubs(one) }))
      .filter((one) => one.subs.length > 0),
    subcriteria: sheets.map((sheet) => sheet.subcriterion),
    codingLayers: sheets[0]?.codingLayers ?? 0,
    words: context.words.judge,
  };
}

export default function PrintAll() {
  const { skill, works, subcriteria, codingLayers, words } = useLoaderData<typeof loader>();
  return (
    <Frame>
      <div className="no-print">
        <Stack>
          <PageHead
            title={say(words.print.all, { skill: skillTitle(skill) })}
            lead={say(words.print.lead, { n: works.length })}
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
        </Stack>
      </div>
      {works.map(({ code, subs }) => (
        <PrintForm
          level={2}
          key={code}
          skill={skillTitle(skill)}
          code={code}
          subcriteria={subcriteria.filter((sub) => subs.includes(sub.id))}
          codingLayers={codingLayers}
          words={words}
        />
      ))}
    </Frame>
  );
}
