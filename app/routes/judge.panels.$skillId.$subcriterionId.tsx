// Many works at once for a judge's own seat: one sub-criterion as a grid, for a tablet held across and for the keyboard.
import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { orRefuse, seat } from "#app/gate.ts";
import { ButtonLink, Notice } from "#app/kit/index.ts";
import { GridPage } from "#app/sheet/grid-page.tsx";
import { sheetId } from "#domain/marking/lock.ts";
import { say } from "#words/language.ts";

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  {
    title: data
      ? say(data.words.grid.title, { sub: data.grid.subcriterion.id, name: data.grid.subcriterion.name })
      : "",
  },
];

export async function loader({ context, request, params }: LoaderFunctionArgs) {
  const own = seat(context, request, params["skillId"] ?? "");
  const grid = await context.services.marking.loadJudgeGrid(own, params["subcriterionId"] ?? "");
  return {
    grid: orRefuse(context, request, grid),
    requestId: crypto.randomUUID(),
    words: context.words.judge,
  };
}

export default function JudgeGrid() {
  const { grid, requestId, words } = useLoaderData<typeof loader>();
  const sub = grid.subcriterion.id;
  const told = words.grid;
  return (
    <GridPage
      key={`${grid.skill.id}/${sub}`}
      grid={grid}
      words={words}
      requestId={requestId}
      addressOf={(id) => `/judge/panels/${grid.skill.id}/${id}`}
      actionFor={(contestantId) => `/judge/sheets/${sheetId(contestantId, sub)}`}
      back={{ to: "/judge", label: told.back }}
    >
      <div className="grid-narrow">
        <Notice
          title={told.narrow}
          actions={grid.sheets.map(({ contestant }) => (
            <ButtonLink key={contestant.id} to={`/judge/sheets/${sheetId(contestant.id, sub)}`}>
              {contestant.code}
            </ButtonLink>
          ))}
        >
          {told.narrowLead}
        </Notice>
      </div>
    </GridPage>
  );
}
