// One card per entitlement: the answer, the clause whole with the passage that bears on it, the reason, the number.
import type { Words } from "#app/context.ts";
import { useShell } from "#app/frame.tsx";
import { DecisionCard, Quote } from "#app/kit/index.ts";
import { say } from "#words/language.ts";
import type { ShownDecision } from "./shown-decision.ts";

type Said = Words["hr"]["decision"];

export function Decisions({ decisions, words }: { decisions: readonly ShownDecision[]; words: Said }) {
  const { terms } = useShell();
  return (
    <>
      {decisions.map((decision) => (
        <DecisionCard
          key={decision.key}
          title={decision.titles.join(" · ")}
          outcome={decision.outcome}
          outcomeLabel={terms.outcome[decision.outcome]}
        >
          <Reasoned decision={decision} words={words} />
        </DecisionCard>
      ))}
    </>
  );
}

/** A refusal begins with its reason, everything else with the clause. */
function Reasoned({ decision, words }: { decision: ShownDecision; words: Said }) {
  const refused = decision.outcome === "not";
  const clause = decision.quote && (
    <div lang="zh-CN">
      <Quote
        cite={refused ? `${words.nearest} · ${decision.citation}` : decision.citation}
        highlight={decision.marked}
      >
        {decision.quote}
      </Quote>
    </div>
  );
  return (
    <>
      {decision.words && <p lang="zh-CN">{decision.words}</p>}
      {!refused && clause}
      <p>
        {decision.because}
        {decision.impliedBy && <> · {say(words.implied, { by: decision.impliedBy })}</>}
        {!refused && decision.aboutTitle && <> · {words.series}</>}
      </p>
      {decision.number && (
        <p>
          {words.number} <strong className="numeric">{decision.number}</strong>
        </p>
      )}
      {refused && clause}
      {decision.others.length > 0 && (
        <details>
          <summary>{words.others}</summary>
          <ul>
            {decision.others.map((because) => (
              <li key={because}>{because}</li>
            ))}
          </ul>
        </details>
      )}
    </>
  );
}
