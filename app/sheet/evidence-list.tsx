// Notes and photos as everybody reads them: by seat and time; a withdrawn one is its reason alone.
import type { ReactNode } from "react";
import { classes, Shape } from "#app/kit/index.ts";
import { shanghaiTime } from "#domain/calendar.ts";
import type { Evidence } from "#server/marking/read-evidence.ts";
import type { Words } from "#words/index.ts";
import { say } from "#words/language.ts";

type Told = Words["judge"]["evidence"];

export function EvidenceList(props: {
  items: readonly Evidence[];
  words: Told;
  actions?: (one: Evidence) => ReactNode;
}) {
  return (
    <ul className="evidence-list">
      {props.items.map((one) => (
        <li key={one.id} className={classes(one.withdrawn !== null && "withdrawn")}>
          <Content one={one} words={props.words} />
          <p className="evidence-by">{say(one.own ? props.words.mine : props.words.by, whose(one))}</p>
          {props.actions?.(one)}
        </li>
      ))}
    </ul>
  );
}

const whose = ({ seat, at }: Evidence) => ({ n: seat, time: shanghaiTime(new Date(at)) });

function Content({ one, words }: { one: Evidence; words: Told }) {
  if (one.withdrawn !== null) {
    return (
      <p className="evidence-withdrawn">
        <Shape name="cross" />
        {say(words.withdrawn, { reason: one.withdrawn })}
      </p>
    );
  }
  if (one.kind === "note") return <p className="evidence-note">{one.note}</p>;
  const photo = `/judge/evidence/${one.id}`;
  return (
    <a href={photo} target="_blank" rel="noreferrer">
      <img src={photo} alt={say(words.photoBy, whose(one))} loading="lazy" />
    </a>
  );
}

/** All evidence of one sheet beside its marks, by aspect; nothing where there is none. */
export function EvidenceOfSheet({ evidence, words }: { evidence: readonly Evidence[]; words: Told }) {
  if (evidence.length === 0) return null;
  const aspects = [...new Set(evidence.map((one) => one.aspectId))];
  return (
    <section className="evidence-of-sheet">
      <h3>{say(words.section, { n: evidence.filter((one) => one.withdrawn === null).length })}</h3>
      {aspects.map((id) => (
        <div key={id}>
          <h4>{id}</h4>
          <EvidenceList items={evidence.filter((one) => one.aspectId === id)} words={words} />
        </div>
      ))}
    </section>
  );
}
