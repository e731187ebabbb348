// A card per work to print and lay beside it: the code and a QR that opens the work's sheets on a judge's tablet.
import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { Frame } from "#app/frame.tsx";
import { permit } from "#app/gate.ts";
import { ButtonLink, EmptyState, Notice, PageHead, QrMark } from "#app/kit/index.ts";
import { PrintButton } from "#app/print-button.tsx";
import { useCodeWord } from "#app/skill/code-word.ts";
import { skillTitle } from "#domain/competitions/skill.ts";
import { say } from "#words/language.ts";

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: data ? say(data.words.codeCards.title, { skill: skillTitle(data.skill) }) : "" },
];

export async function loader({ context, request, params }: LoaderFunctionArgs) {
  const oversee = await permit(context, request, "marking.oversee", { skillId: params["skillId"] });
  const { origin } = new URL(request.url);
  const { skill, cards, codingLayers } = await context.services.marking.readCodeCards(oversee, origin);
  return { skill, cards, codingLayers, words: context.words.judge };
}

export default function CodeCards() {
  const { skill, cards, codingLayers, words } = useLoaderData<typeof loader>();
  const told = words.codeCards;
  const code = useCodeWord(codingLayers);
  return (
    <Frame>
      <div className="no-print">
        <PageHead title={say(told.title, { skill: skillTitle(skill) })} lead={told.lead} />
        <Notice
          title={words.print.how}
          actions={
            <>
              <PrintButton label={words.print.now} primary />
              <ButtonLink to={`/oversight/${skill.id}`}>{told.back}</ButtonLink>
            </>
          }
        >
          {say(told.how, { code })}
        </Notice>
      </div>
      {cards.length === 0 && <EmptyState title={told.none}>{told.noneLead}</EmptyState>}
      <ul className="code-cards">
        {cards.map((card) => (
          <li key={card.code} className="code-card">
            <QrMark qr={card} label={say(told.qr, card)} />
            <strong>{card.code}</strong>
            <span>{skillTitle(skill)}</span>
          </li>
        ))}
      </ul>
    </Frame>
  );
}
