// The skills somebody finishes results of: what waits for them first, then every stage with what it waits for.
import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import type { Words } from "#app/context.ts";
import { useDates } from "#app/dates.ts";
import { Frame, useShell } from "#app/frame.tsx";
import { orRefuse } from "#app/gate.ts";
import {
  Badge,
  ButtonLink,
  Card,
  CountBadge,
  DataTable,
  EmptyState,
  PageHead,
  SearchField,
  TextLink,
} from "#app/kit/index.ts";
import { deskOf } from "#app/manage/desk-address.ts";
import { StageBadge } from "#app/skill/badges.tsx";
import { skillNumber, skillTitle, stages } from "#domain/competitions/skill.ts";
import type { MySkill } from "#server/results/my-skills.ts";
import { say } from "#words/language.ts";

export async function loader({ request, context }: LoaderFunctionArgs) {
  const all = orRefuse(context, request, await context.services.results.listMySkills(context.actor));
  const q = new URL(request.url).searchParams.get("q")?.trim() ?? "";
  const wanted = q.toLowerCase();
  const found = all.filter((one) =>
    `${skillTitle(one)} ${one.competition.name}`.toLowerCase().includes(wanted),
  );
  return {
    words: context.words.desk,
    q,
    any: all.length > 0,
    mine: found.filter(waitsForMe),
    others: found.filter((one) => !waitsForMe(one)),
  };
}
/** Whether a step or a re-scoring batch waits for whoever reads this. */
const waitsForMe = ({ next, batches }: Pick<MySkill, "next" | "batches">): boolean =>
  batches > 0 || next.some((step) => step.mine);

type Loaded = Awaited<ReturnType<typeof loader>>;
type Item = Loaded["mine"][number];

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.words.list.title ?? "" }];

/** What is nearest to publication stands first, what is published last. */
const stageOrder = [...stages.filter((stage) => stage !== "published").reverse(), "published" as const];

export default function DeskList() {
  const { words, q, any, mine, others } = useLoaderData<typeof loader>();
  const { terms } = useShell();
  const said = words.list;
  const none = mine.length === 0 && others.length === 0;
  return (
    <Frame>
      <PageHead title={said.title} lead={said.lead} />
      {any && (
        <SearchField label={said.search} defaultValue={q} submitLabel={said.searchSubmit}>
          {q !== "" && (
            <ButtonLink to="/desk" variant="quiet">
              {said.clear}
            </ButtonLink>
          )}
        </SearchField>
      )}
      {!any && <EmptyState title={said.empty}>{said.emptyNext}</EmptyState>}
      {any && none && (
        <EmptyState
          title={say(said.noMatch, { q })}
          action={<ButtonLink to="/desk">{said.clear}</ButtonLink>}
        >
          {said.noMatchNext}
        </EmptyState>
      )}
      {any && !none && (
        <Card
          title={said.mine}
          badges={mine.length > 0 && <CountBadge tone="celadon">{mine.length}</CountBadge>}
          flush={mine.length > 0}
          tone={mine.length > 0 ? "celadon" : undefined}
          edge={mine.length > 0}
        >
          {mine.length > 0 ? (
            <Skills caption={said.mine} items={mine} words={words} />
          ) : (
            <p>{said.mineNone}</p>
          )}
        </Card>
      )}
      {stageOrder.map((stage) => {
        const items = others.filter((one) => one.stage === stage);
        if (items.length === 0) return null;
        return (
          <Card key={stage} title={terms.stage[stage]} badges={<CountBadge>{items.length}</CountBadge>} flush>
            <Skills caption={terms.stage[stage]} items={items} words={words} />
          </Card>
        );
      })}
    </Frame>
  );
}

function Skills({
  caption,
  items,
  words,
}: {
  caption: string;
  items: readonly Item[];
  words: Words["desk"];
}) {
  const { terms } = useShell();
  const said = words.list;
  return (
    <DataTable
      caption={caption}
      stickyHead={false}
      rows={items}
      rowKey={(one) => one.id}
      columns={[
        {
          key: "number",
          head: said.number,
          numeric: true,
          align: "start",
          cell: (one) => skillNumber(one.number),
        },
        {
          key: "skill",
          head: said.skill,
          strong: true,
          grow: true,
          phone: "title",
          cell: (one) => (
            <div>
              <TextLink to={deskOf(one.id)}>{one.name}</TextLink>
              <small className="under">{one.competition.name}</small>
            </div>
          ),
        },
        { key: "stage", head: said.stage, nowrap: true, cell: (one) => <StageBadge stage={one.stage} /> },
        { key: "next", head: said.next, nowrap: true, cell: (one) => <Next item={one} words={words} /> },
        {
          key: "who",
          head: said.who,
          nowrap: true,
          cell: (one) =>
            waitsForMe(one) ? (
              <Badge tone="celadon" shape="next">
                {said.you}
              </Badge>
            ) : (
              [...new Set(one.next.flatMap((step) => step.roles.map((role) => terms.role[role])))].join(
                words.and,
              ) || words.none
            ),
        },
      ]}
    />
  );
}

function Next({ item, words }: { item: Item; words: Words["desk"] }) {
  const dates = useDates();
  const batches = item.batches > 0 ? [say(words.list.batches, { n: item.batches })] : [];
  // Beside a batch that waits for the reader, what others do next is of no use.
  const steps = item.next.filter((one) => batches.length === 0 || one.mine);
  const told = [...batches, ...steps.map(({ step }) => words.step[step])];
  if (told.length > 0) return <>{told.join(words.and)}</>;
  return (
    <>
      {item.noticeLastDay
        ? say(words.list.noticeRuns, { day: dates.day(item.noticeLastDay) })
        : words.list.over}
    </>
  );
}
