// One sheet of the wall for the chief judge: how far each aspect is, of a spread the round it came from, and the word to the panel.
import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { Frame, useShell } from "#app/frame.tsx";
import { notFound, orRefuse, permit } from "#app/gate.ts";
import {
  Badge,
  ButtonLink,
  Card,
  type Column,
  ConnectionMark,
  Crumbs,
  DataTable,
  Notice,
  PageHead,
} from "#app/kit/index.ts";
import { useFreshAfter } from "#app/live/use-fresh.ts";
import { useView } from "#app/live/use-view.ts";
import { tellAbout, tileOf } from "#app/sheet/wall.ts";
import { WayBack } from "#app/way-back.tsx";
import { shanghaiTime } from "#domain/calendar.ts";
import { skillTitle } from "#domain/competitions/skill.ts";
import { spread } from "#domain/marking/judgement.ts";
import { sheetId } from "#domain/marking/lock.ts";
import { say } from "#words/language.ts";

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data ? titleOf(data) : "" }];

const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

export async function loader({ context, request, params }: LoaderFunctionArgs) {
  const oversee = await permit(context, request, "marking.oversee", { skillId: params["skillId"] });
  const [contestantId = "", subcriterionId = "", ...more] = (params["sheetId"] ?? "").split("~");
  if (!uuid.test(contestantId) || more.length > 0) throw notFound(context);
  const { marking, competitions } = context.services;
  const sheet = orRefuse(
    context,
    request,
    await marking.readSheetOfWall(oversee, { contestantId, subcriterionId }),
  );
  const skill = (await competitions.readSkill(oversee.scope.skillId!))!;
  return {
    sheet,
    skill: { id: skill.id, number: skill.number, name: skill.name },
    words: context.words.judge,
  };
}
type Loaded = ReturnType<typeof useLoaderData<typeof loader>>;
type Line = Loaded["sheet"]["aspects"][number];

const titleOf = ({ sheet: { contestant, subcriterion }, words }: Loaded): string =>
  say(words.confirm.sheet, { code: contestant.code, sub: subcriterion.id, name: subcriterion.name });

export default function SheetOfWall() {
  const loaded = useLoaderData<typeof loader>();
  const { sheet, skill, words } = loaded;
  const { contestant, subcriterion, aspects } = sheet;
  const { terms } = useShell();
  const { view, state, at } = useView("oversight", skill.id, sheet.view);
  const tile = tileOf(view, contestant.id, subcriterion.id);
  useFreshAfter(JSON.stringify(tile));
  const told = words.wallSheet;
  const again = aspects.filter((one) => one.state === "disagreeing").map((one) => one.id);
  const wall = `/oversight/${skill.id}`;
  return (
    <Frame
      tools={
        <ConnectionMark
          state={state}
          label={
            state === "live" && at
              ? say(words.line.liveAt, { time: shanghaiTime(new Date(at)) })
              : words.line[state]
          }
        />
      }
    >
      <PageHead
        above={
          <Crumbs
            label={words.oversight.path}
            items={[
              { to: "/oversight", label: words.oversight.title },
              { to: wall, label: skillTitle(skill) },
              { label: `${contestant.code} · ${subcriterion.id}` },
            ]}
          />
        }
        title={titleOf(loaded)}
        badges={
          contestant.status === "present" ? undefined : (
            <Badge>{terms.contestantStatus[contestant.status]}</Badge>
          )
        }
        lead={sheet.rules.confirm === "blind" ? told.leadBlind : told.lead}
      />
      {again.length > 0 && contestant.status === "present" && (
        <Notice
          tone="cinnabar"
          live="status"
          title={say(told.spread, { aspects: again.join(words.wall.comma) })}
          actions={
            <ButtonLink to={tellAbout(skill.id, sheetId(contestant.id, subcriterion.id))} variant="primary">
              {words.wall.tell}
            </ButtonLink>
          }
        >
          {told.spreadText}
        </Notice>
      )}
      <Card title={say(told.done, tile)} flush>
        <Aspects {...loaded} />
      </Card>
      <div>
        <WayBack to="oversight" skillId={skill.id} />
      </div>
    </Frame>
  );
}

function Aspects({ sheet, words }: Loaded) {
  const { terms } = useShell();
  const told = words.wallSheet;
  const columns: Column<Line>[] = [
    { key: "id", head: words.confirm.item, nowrap: true, cell: (one) => one.id },
    {
      key: "aspect",
      head: words.confirm.aspect,
      grow: true,
      phone: "title",
      cell: (one) => `${one.description}`,
    },
    { key: "kind", head: words.confirm.kind, nowrap: true, cell: (one) => terms.aspectKind[one.kind] },
    {
      key: "state",
      head: words.wall.state,
      nowrap: true,
      cell: (one) => <Standing one={one} {...{ sheet, words }} />,
    },
  ];
  return (
    <DataTable
      caption={say(told.caption, { code: sheet.contestant.code, sub: sheet.subcriterion.id })}
      columns={columns}
      rows={sheet.aspects}
      rowKey={(one) => one.id}
      rowTone={(one) => (one.state === "disagreeing" ? "cinnabar" : undefined)}
      dense
      stickyHead={false}
    />
  );
}

const looks = {
  unset: { shape: "dashed" },
  pending: { tone: "amber", shape: "ring" },
  disagreeing: { tone: "cinnabar", shape: "bang" },
  agreed: { tone: "celadon", shape: "check" },
} as const;

/** Where an aspect stands; under it the round that is to be scored again, by seat. */
function Standing({ one, sheet, words }: { one: Line } & Pick<Loaded, "sheet" | "words">) {
  const told = words.wallSheet;
  const before = one.spread && {
    round: one.round - 1,
    levels: one.spread.join(" / "),
    n: spread(one.spread),
  };
  return (
    <div>
      <Badge {...looks[one.state]}>{told.states[one.state]}</Badge>
      {before && (
        <p className="numeric">
          {say(before.n > sheet.rules.maxSpread ? told.roundSpread : told.round, before)}
        </p>
      )}
    </div>
  );
}
