// The floor of one skill, for one thumb: find somebody, check them in; or the records with what was taken back.
import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { useDates } from "#app/dates.ts";
import type { FormProblem } from "#app/form-answer.ts";
import { Refused } from "#app/form-page.tsx";
import { Frame, useShell } from "#app/frame.tsx";
import { permit } from "#app/gate.ts";
import { Badge, Crumbs, Notice, PageHead, ProgressBar, Stack, Tabs } from "#app/kit/index.ts";
import { skillTitle } from "#domain/competitions/skill.ts";
import { say } from "#words/language.ts";
import { CheckIn } from "./check-in.tsx";
import { type Found, floorAction } from "./floor-action.ts";
import { Records } from "./records.tsx";

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: data ? `${data.words.title} · ${data.floor.skill.name}` : "" },
];

export async function loader({ context, request, params }: LoaderFunctionArgs) {
  const judge = await permit(context, request, "floor.record", { skillId: params["skillId"] });
  const { scheme: _, ...floor } = await context.services.floor.readFloor(judge);
  const asked = new URL(request.url).searchParams;
  return {
    floor,
    view: asked.get("view") === "records" ? ("records" as const) : ("check-in" as const),
    done: asked.get("done"),
    words: context.words.floor,
  };
}
export type FloorPage = ReturnType<typeof useLoaderData<typeof loader>>;

export const action = floorAction;

export default function Floor() {
  const loaded = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>() as FormProblem | Found | undefined;
  const { floor, view, words } = loaded;
  const { skill, present, expected, records } = floor;
  const { terms } = useShell();
  const title = skillTitle(skill);
  const here = `/floor/${skill.id}`;
  const refused = answer && "message" in answer ? answer : undefined;
  return (
    <Frame>
      <PageHead
        above={<Crumbs label={words.path} items={[{ to: "/floor", label: words.title }, { label: title }]} />}
        title={title}
        badges={
          <Badge tone={floor.open.violations ? "celadon" : "neutral"}>{terms.stage[skill.stage]}</Badge>
        }
      />
      <Stack>
        <Tabs
          label={words.views}
          items={[
            {
              to: here,
              label: words.viewCheckIn,
              count: `${present}/${expected}`,
              active: view === "check-in",
            },
            {
              to: `${here}?view=records`,
              label: words.viewRecords,
              count: records.length,
              active: view === "records",
            },
          ]}
        />
        {!floor.open.records && <Notice title={words.closed}>{words.closedText}</Notice>}
        <Refused problem={refused} form="floor" />
        {!answer && <Done {...loaded} />}
        {view === "records" ? (
          <Records {...loaded} />
        ) : (
          <>
            <ProgressBar
              value={present}
              max={expected}
              label={words.present}
              text={say(words.presentOf, { n: present, m: expected })}
            />
            <CheckIn {...loaded} found={answer && "entrants" in answer ? answer : undefined} />
          </>
        )}
      </Stack>
    </Frame>
  );
}

/** What was just done, said once: who was checked in and when, or that something was kept or taken back. */
function Done({ done, floor, words }: FloorPage) {
  const dates = useDates();
  const entrant = floor.entrants.find((one) => one.registrationId === done);
  const said = entrant?.checkedInAt
    ? say(words.didCheckIn, {
        number: entrant.number ?? "",
        name: entrant.name,
        time: dates.time(entrant.checkedInAt),
      })
    : done === "undo" || done === "withdraw" || done === "record"
      ? { undo: words.didUndo, withdraw: words.didWithdraw, record: words.saved }[done]
      : null;
  return (
    said && (
      <Notice tone="celadon" live="status">
        {said}
      </Notice>
    )
  );
}
