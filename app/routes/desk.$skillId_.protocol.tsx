// The result protocol for paper: the standings as signed, who signed when, lines to sign on, and the hash that binds them.
import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { useDates } from "#app/dates.ts";
import { Frame, useShell } from "#app/frame.tsx";
import { notFound, permit } from "#app/gate.ts";
import { Actions, ButtonLink, type Column, DataTable, PrintSheet } from "#app/kit/index.ts";
import { PrintButton } from "#app/print-button.tsx";
import { PaperCheck, PaperSeal } from "#app/sheet/paper-seal.tsx";
import { useCodeWord } from "#app/skill/code-word.ts";
import { skillTitle } from "#domain/competitions/skill.ts";
import { say } from "#words/language.ts";
import { type DeskView, deskView } from "./desk.$skillId/desk-view.ts";

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const overseer = await permit(context, request, "competitions.oversee", { skillId: params["skillId"]! });
  const { origin, searchParams } = new URL(request.url);
  const paper = await context.services.results.readProtocol(overseer, origin);
  if (!paper) throw notFound(context);
  return {
    words: context.words.desk,
    signing: context.words.judge.signing,
    desk: deskView(paper.desk, overseer, context.services.now()),
    signatures: paper.signatures,
    seal: paper.seal,
    scanned: searchParams.get("hash"),
  };
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: data ? `${data.words.sheet.title} ${skillTitle(data.desk.skill)}` : "" },
];

export default function Protocol() {
  const { words, signing, desk, signatures, seal, scanned } = useLoaderData<typeof loader>();
  const { terms } = useShell();
  const dates = useDates();
  const said = words.sheet;
  const codeWord = useCodeWord(desk.rules.codingLayers);
  const coded = desk.rules.codingLayers > 0;
  const owner = (code: string) => desk.named.find((line) => line.code === code);
  const named: Column<DeskView["standings"][number]>[] = [
    ...(coded
      ? [
          {
            key: "number",
            head: words.number,
            nowrap: true,
            cell: (row: { code: string }) => owner(row.code)?.number,
          },
        ]
      : []),
    { key: "name", head: words.name, strong: true, nowrap: true, cell: (row) => owner(row.code)?.name },
    { key: "delegation", head: words.delegation, nowrap: true, cell: (row) => owner(row.code)?.delegation },
  ];
  return (
    <Frame>
      <div className="no-print">
        <Actions>
          <PrintButton label={said.print} primary />
          <ButtonLink to={`/desk/${desk.skill.id}`}>{said.back}</ButtonLink>
        </Actions>
        <PaperCheck scanned={scanned} hash={seal.hash} words={signing.seal} />
      </div>
      <PrintSheet
        title={said.title}
        subtitle={desk.competition.name}
        meta={[
          { label: said.skill, value: skillTitle(desk.skill) },
          { label: said.stage, value: terms.stage[desk.stage] },
          { label: said.ranked, value: desk.ranked },
          { label: said.printed, value: dates.moment(seal.at) },
        ]}
        signatures={(["checked", "chief", "supervisor"] as const).map((kind) => {
          const signed = signatures.find((one) => one.kind === kind);
          return {
            who: said[kind],
            notes: signed
              ? [`${said.electronic} · ${signed.name}`, dates.moment(signed.at)]
              : [`${said.electronic} · ${words.unsigned}`],
            drawn: signed?.drawn
              ? { address: signed.drawn, label: say(signing.pad.of, { name: signed.name }) }
              : null,
          };
        })}
        footer={
          <>
            <PaperSeal seal={seal} words={signing.seal} />
            <p>{said.note}</p>
          </>
        }
      >
        <DataTable
          caption={said.caption}
          dense
          stickyHead={false}
          rows={desk.standings}
          rowKey={(row) => row.code}
          columns={[
            { key: "rank", head: words.rank, numeric: true, cell: (row) => row.rank ?? words.none },
            {
              key: "code",
              head: codeWord,
              strong: true,
              nowrap: true,
              phone: "title",
              cell: (row) => row.code,
            },
            ...(desk.named.length > 0 ? named : []),
            { key: "total", head: words.total, numeric: true, cell: (row) => row.total ?? words.none },
            {
              key: "award",
              head: words.award,
              grow: true,
              cell: (row) =>
                row.rank === null
                  ? terms.standing[row.status]
                  : row.grade
                    ? terms.grade[row.grade]
                    : words.none,
            },
          ]}
        />
      </PrintSheet>
    </Frame>
  );
}
