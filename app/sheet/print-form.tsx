// The marking form on paper, one page per sheet: code, every aspect with its maximum, empty boxes, lines to sign on.
import { useShell } from "#app/frame.tsx";
import { type Column, DataTable, PrintSheet } from "#app/kit/index.ts";
import { useCodeWord } from "#app/skill/code-word.ts";
import { formatExact } from "#domain/exact.ts";
import type { Aspect, SubCriterion } from "#domain/schemes/aspect.ts";
import { subcriterionTotal } from "#domain/schemes/scheme.ts";
import type { Words } from "#words/index.ts";
import { say } from "#words/language.ts";

export type FormOnPaper = { readonly code: string; readonly subcriterion: SubCriterion };

export function PrintForm(props: {
  skill: string;
  form: FormOnPaper;
  /** As in the skill's rules. */
  codingLayers: number;
  words: Words["judge"];
  level?: 1 | 2;
}) {
  const { terms } = useShell();
  const { code, subcriterion } = props.form;
  const told = props.words.print;
  const codeWord = useCodeWord(props.codingLayers);
  const columns: Column<Aspect>[] = [
    { key: "id", head: told.item, cell: (aspect) => aspect.id, nowrap: true },
    {
      key: "aspect",
      head: told.aspect,
      grow: true,
      cell: (aspect) => <Asked aspect={aspect} kind={terms.aspectKind[aspect.kind]} />,
    },
    { key: "max", head: told.max, numeric: true, cell: (aspect) => aspect.max },
    {
      key: "mark",
      head: told.mark,
      nowrap: true,
      cell: (aspect) => <span className="print-boxes">{boxes(aspect, told)}</span>,
    },
  ];
  return (
    <PrintSheet
      level={props.level}
      title={`${subcriterion.id} ${subcriterion.name}`}
      subtitle={told.title}
      code={code}
      meta={[
        { label: told.skill, value: props.skill },
        { label: told.day, value: say(told.dayOf, { n: subcriterion.day }) },
        { label: told.max, value: formatExact(subcriterionTotal(subcriterion)) },
        { label: told.seat, value: told.write },
      ]}
      signatures={told.signatures}
      footer={say(told.foot, { code: codeWord })}
    >
      <DataTable
        caption={say(told.caption, { code, sub: subcriterion.id })}
        columns={columns}
        rows={subcriterion.aspects}
        rowKey={(aspect) => aspect.id}
        dense
        stickyHead={false}
      />
    </PrintSheet>
  );
}

function Asked({ aspect, kind }: { aspect: Aspect; kind: string }) {
  return (
    <div className="print-asked">
      <p>
        <b>{aspect.description}</b>（{kind}）
      </p>
      {aspect.requirement && <p>{aspect.requirement}</p>}
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

function boxes(aspect: Aspect, told: Words["judge"]["print"]): string {
  if (aspect.kind === "judgement") return told.levels;
  return aspect.kind === "measurement" ? say(told.boxes, { full: aspect.max }) : told.write;
}
