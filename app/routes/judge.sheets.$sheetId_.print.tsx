// One marking form for paper.
import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { Frame } from "#app/frame.tsx";
import { ButtonLink, Notice } from "#app/kit/index.ts";
import { PrintButton } from "#app/print-button.tsx";
import { PrintForm } from "#app/sheet/print-form.tsx";
import { findSheet } from "#app/sheet/seats.ts";
import { skillTitle } from "#domain/competitions/skill.ts";
import { sheetId } from "#domain/marking/lock.ts";

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: data ? `${data.words.print.title} ${data.code} · ${data.subcriterion.id}` : "" },
];

export async function loader({ context, request, params }: LoaderFunctionArgs) {
  const { sheet } = await findSheet(context, request, params["sheetId"] ?? "");
  const { skill, contestant, subcriterion, codingLayers } = sheet;
  return {
    skill,
    contestantId: contestant.id,
    code: contestant.code,
    subcriterion,
    codingLayers,
    words: context.words.judge,
  };
}

export default function PrintOne() {
  const { skill, contestantId, code, subcriterion, codingLayers, words } = useLoaderData<typeof loader>();
  return (
    <Frame>
      <div className="no-print">
        <Notice
          title={words.print.how}
          actions={
            <>
              <PrintButton label={words.print.now} primary />
              <ButtonLink to={`/judge/sheets/${sheetId(contestantId, subcriterion.id)}`}>
                {words.print.back}
              </ButtonLink>
            </>
          }
        />
      </div>
      <PrintForm
        skill={skillTitle(skill)}
        code={code}
        subcriteria={[subcriterion]}
        codingLayers={codingLayers}
        words={words}
      />
    </Frame>
  );
}
