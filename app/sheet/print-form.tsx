// The marking form on paper, one per work: every sub-criterion with its aspects, their maxima, empty boxes and lines to sign
// on. A sub-criterion is never torn apart and carries the code, so that a second page is as sure of its work as the first.
import { useShell } from "#app/frame.tsx";
import { type Column, DataTable, PrintSheet } from "#app/kit/index.ts";
import { particularsOf } from "#app/sheet/particulars.ts";
import { useCodeWord } from "#app/skill/code-word.ts";
import { formatExact } from "#domain/exact.ts";
import { type Aspect, isBeside, type MeasurementAspect, type SubCriterion } from "#domain/schemes/aspect.ts";
import { subcriterionTotal } from "#domain/schemes/scheme.ts";
import type { Words } from "#words/index.ts";
import { say } from "#words/language.ts";

type Told = Words["judge"]["print"];

export function PrintForm(props: {
  skill: string;
  code: string;
  subcriteria: readonly SubCriterion[];
  /** As in the skill's rules. */
  codingLayers: number;
  words: Words["judge"];
  level?: 1 | 2;
}) {
  const { level = 1 } = props;
  const told = props.words.print;
  const codeWord = useCodeWord(props.codingLayers);
  return (
    <PrintSheet
      level={level}
      title={told.title}
      subtitle={props.skill}
      code={props.code}
      footer={say(told.foot, { code: codeWord })}
    >
      {props.subcriteria.map((subcriterion) => (
        <Part
          key={subcriterion.id}
          heading={level === 1 ? "h2" : "h3"}
          code={props.code}
          subcriterion={subcriterion}
          told={told}
        />
      ))}
    </PrintSheet>
  );
}

function Part(props: { heading: "h2" | "h3"; code: string; subcriterion: SubCriterion; told: Told }) {
  const { heading: Heading, code, subcriterion, told } = props;
  const { terms } = useShell();
  const columns: Column<Aspect>[] = [
    { key: "id", head: told.item, cell: (aspect) => aspect.id, nowrap: true },
    {
      key: "aspect",
      head: told.aspect,
      grow: true,
      phone: "title",
      cell: (aspect) => <Asked aspect={aspect} terms={terms} />,
    },
    { key: "max", head: told.max, numeric: true, cell: (aspect) => (isBeside(aspect) ? "–" : aspect.max) },
    {
      key: "mark",
      head: told.mark,
      nowrap: true,
      cell: (aspect) => <span className="print-boxes">{boxes(aspect, told)}</span>,
    },
  ];
  return (
    <section className="print-part">
      <Heading>
        {subcriterion.id} {subcriterion.name}
        <small>
          {code} · {say(told.dayOf, { n: subcriterion.day })} · {told.max}{" "}
          {formatExact(subcriterionTotal(subcriterion))}
        </small>
      </Heading>
      <DataTable
        caption={say(told.caption, { code, sub: subcriterion.id })}
        columns={columns}
        rows={subcriterion.aspects}
        rowKey={(aspect) => aspect.id}
        dense
        stickyHead={false}
      />
      <p className="print-lines">
        {[told.seat, ...told.signatures].map((who) => (
          <span key={who}>{who}</span>
        ))}
      </p>
    </section>
  );
}

function Asked({ aspect, terms }: { aspect: Aspect; terms: Words["terms"] }) {
  const earns = particularsOf(aspect, terms.particulars);
  return (
    <div className="print-asked">
      <p>
        <b>{aspect.description}</b>（{terms.aspectKind[aspect.kind]}）
      </p>
      {aspect.requirement && <p>{aspect.requirement}</p>}
      {earns && <p>{earns}</p>}
      {aspect.kind === "judgement" && (
        <ol start={0}>
          {aspect.levels.map((text, level) => (
            <li key={level}>{text}</li>
          ))}
        </ol>
      )}
    </div>
  );
}

/** What the pen fills: boxes to tick, or a line with its unit. */
function boxes(aspect: Aspect, told: Told): string {
  switch (aspect.kind) {
    case "judgement":
      return told.levels;
    case "veto":
      return told.veto;
    case "deduction":
      return told.faults;
    case "time":
      return told.time;
    case "value":
    case "trimmed":
      return told.write;
    case "measurement":
      return measureBoxes(aspect, told);
  }
}

function measureBoxes({ how, max }: MeasurementAspect, told: Told): string {
  switch (how?.by) {
    case "bands":
      return `${told.write} ${how.unit ?? ""}`;
    case "share":
      return say(told.pieces, { of: how.of });
    case "list":
      return [...how.marks, "0"].map((mark) => say(told.box, { mark })).join("　");
    case undefined:
      return say(told.boxes, { full: max });
  }
}
