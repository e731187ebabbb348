// The recorder's grid: one sub-criterion of every work, by code alone. Alive it writes through the outbox; without JavaScript
// one cell is chosen by a form, and its control posts here.
import {
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { z } from "zod";
import { type FormProblem, postedForm, problem, readForm } from "#app/form-answer.ts";
import { Refused } from "#app/form-page.tsx";
import { orRefuse } from "#app/gate.ts";
import { idField } from "#app/id-field.ts";
import { SelectField } from "#app/kit/index.ts";
import { GridPage } from "#app/sheet/grid-page.tsx";
import { rowsOf } from "#app/sheet/grid-rows.ts";
import { foldTyped } from "#domain/marking/mark.ts";
import { placeName } from "#domain/marking/record.ts";
import type { MarkGrid } from "#server/marking/load-grid.ts";
import type { Words } from "#words/index.ts";
import { say } from "#words/language.ts";

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  {
    title: data
      ? say(data.words.grid.recordTitle, {
          sub: data.grid.subcriterion.id,
          name: data.grid.subcriterion.name,
        })
      : "",
  },
];

export async function loader({ context, request, params }: LoaderFunctionArgs) {
  const { access, marking } = context.services;
  const skillId = params["skillId"] ?? "";
  const desk = orRefuse(context, request, await access.takeRecorderDesk(context.actor, skillId));
  const asked = new URL(request.url).searchParams;
  // Without JavaScript a cell is chosen by its work and its place.
  const [work, place] = [asked.get("work"), asked.get("place")];
  if (work && place) throw redirect(addressOf(skillId, asked.get("sub"), work, place));
  return {
    grid: orRefuse(context, request, await marking.loadRecorderGrid(desk, asked.get("sub"))),
    requestId: crypto.randomUUID(),
    words: context.words.judge,
  };
}

const addressOf = (skillId: string, sub: string | null, contestantId: string, place: string): string =>
  `/record/${skillId}?${new URLSearchParams({ ...(sub ? { sub } : {}), cell: `${contestantId}~${place}` })}`;

const entry = z.object({
  contestantId: idField(),
  aspectId: z.string().min(1).max(16),
  seat: z.coerce.number().int().min(0).max(15).default(0),
  round: z.coerce.number().int().min(1).max(9),
  value: z.string().max(64).default(""),
  expectedVersion: z.coerce.number().int().min(0),
  meant: z.string().max(32).optional(),
  requestId: idField(),
});

export async function action({ context, request, params }: ActionFunctionArgs) {
  const { access, marking } = context.services;
  const skillId = params["skillId"] ?? "";
  const desk = orRefuse(context, request, await access.takeRecorderDesk(context.actor, skillId));
  const posted = await postedForm(context, request);
  const read = readForm(context, posted, entry);
  if (!read.ok) return read.problem;
  const command = { ...read.value, value: foldTyped(read.value.value) || null };
  const answer = await marking.enterMark(desk, command);
  if (!answer.ok) return problem(context, posted, answer.refusal);
  const { contestantId, aspectId, seat } = command;
  const sub = new URL(request.url).searchParams.get("sub");
  return redirect(addressOf(skillId, sub, contestantId, placeName(aspectId, seat)));
}

export default function RecorderGrid() {
  const { grid, requestId, words } = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>() as FormProblem | undefined;
  const address = (sub: string): string => `/record/${grid.skill.id}?sub=${sub}`;
  return (
    <GridPage
      key={`${grid.skill.id}/${grid.subcriterion.id}`}
      grid={grid}
      words={words}
      requestId={requestId}
      addressOf={address}
      actionFor={() => address(grid.subcriterion.id)}
      back={{ to: "/record", label: words.grid.backToRecord }}
    >
      <Refused problem={refused} />
      <noscript>
        <ChooseCell grid={grid} words={words.grid} />
      </noscript>
    </GridPage>
  );
}

function ChooseCell({ grid, words }: { grid: MarkGrid; words: Words["judge"]["grid"] }) {
  return (
    <form method="get" className="grid-choose" aria-label={words.noScript}>
      <input type="hidden" name="sub" value={grid.subcriterion.id} />
      <SelectField
        label={words.noScriptWork}
        name="work"
        options={grid.sheets.map(({ contestant: { id, code } }) => ({ value: id, label: code }))}
      />
      <SelectField
        label={words.noScriptPlace}
        name="place"
        options={rowsOf(grid).map(({ aspect, seat }) => ({
          value: placeName(aspect.id, seat),
          label: `${aspect.id}${seat === null ? "" : ` ${say(words.rowSeat, { n: seat })}`} ${aspect.description}`,
        }))}
      />
      <button type="submit" className="button secondary">
        {words.noScriptOpen}
      </button>
    </form>
  );
}
