// The mark summary of a day for whoever waits for the judges' signatures; a scanned paper is compared with what stands.
import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { Frame } from "#app/frame.tsx";
import { orRefuse, permit } from "#app/gate.ts";
import { Actions, Notice, Stack } from "#app/kit/index.ts";
import { PrintButton } from "#app/print-button.tsx";
import { DayPaper } from "#app/sheet/day-paper.tsx";
import { DaySignatures } from "#app/sheet/day-signatures.tsx";
import { openSubs } from "#app/sheet/day-table.tsx";
import { PaperCheck } from "#app/sheet/paper-seal.tsx";
import { originOf, WayBack } from "#app/way-back.tsx";
import { may } from "#domain/access/permissions.ts";
import { skillTitle } from "#domain/competitions/skill.ts";
import { say } from "#words/language.ts";

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  {
    title: data
      ? say(data.words.pageTitle, { day: data.shown.summary.day, skill: skillTitle(data.shown.skill) })
      : "",
  },
];

export async function loader({ context, request, params }: LoaderFunctionArgs) {
  const reader = await permit(context, request, "marking.read-days", { skillId: params["skillId"]! });
  const { origin, searchParams } = new URL(request.url);
  const text = params["day"] ?? "";
  const day = /^\d{1,3}$/.test(text) ? Number(text) : 0;
  const shown = await context.services.results.readDaySheet(reader, day, origin);
  return {
    shown: orRefuse(context, request, shown),
    scanned: searchParams.get("hash"),
    printed: context.services.now().toISOString(),
    from: originOf(
      request,
      may(reader.actor.grants, "marking.oversee", reader.scope) ? ["oversight", "desk"] : ["desk"],
    ),
    words: context.words.judge.signing,
  };
}

export default function DaySheet() {
  const { shown, scanned, printed, from, words } = useLoaderData<typeof loader>();
  const { skill, summary, seal } = shown;
  return (
    <Frame>
      <div className="no-print">
        <Stack>
          <Actions>
            <PrintButton label={words.print} primary />
            <WayBack to={from} skillId={skill.id} />
          </Actions>
          <PaperCheck scanned={scanned} hash={seal?.hash ?? null} words={words.seal} />
          {!seal && (
            <Notice tone="amber" title={say(words.open, { day: summary.day })}>
              {say(words.openText, { subs: openSubs(summary, words) })}
            </Notice>
          )}
        </Stack>
      </div>
      <DayPaper shown={shown} printed={printed} words={words} />
      {shown.earlier.length > 0 && (
        <div className="no-print">
          <DaySignatures shown={shown} words={words} />
        </div>
      )}
    </Frame>
  );
}
