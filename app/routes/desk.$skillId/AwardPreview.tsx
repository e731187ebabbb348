// The awards these standings would give, in whole sentences; after the notice opened, the awards themselves with their numbers.
import type { Words } from "#app/context.ts";
import { useShell } from "#app/frame.tsx";
import { Badge, Card, DataTable, MedalMark, RowList, Section } from "#app/kit/index.ts";
import { medalOf } from "#app/skill/medals.ts";
import type { AwardGrade } from "#domain/awards/grades.ts";
import { hasReached } from "#domain/competitions/skill.ts";
import type { DeskView } from "./desk-view.ts";
import { spokenAward } from "./spoken-award.ts";

type Props = { desk: DeskView; words: Words["desk"] };

export function AwardPreview({ desk, words }: Props) {
  const { terms } = useShell();
  if (desk.standings.length === 0 || desk.awards.length > 0) return null;
  // A sealed code has neither group nor award rights: the awards may still move.
  const sealed = desk.rules.codingLayers > 0 && !hasReached(desk.stage, "decoded");
  return (
    <Card title={words.preview} lead={sealed ? words.previewSealed : words.previewLead}>
      {desk.unscaled && <p>{words.unscaled}</p>}
      <RowList
        label={words.preview}
        items={desk.preview.map((line) => ({
          key: `${line.group} ${line.grade}`,
          title: (
            <>
              {line.group && <strong>{line.group} </strong>}
              <MedalMark medal={medalOf[line.grade]} label={terms.grade[line.grade]} />
            </>
          ),
          detail: spokenAward(line, desk.rules.awards.policy, words, terms),
        }))}
      />
    </Card>
  );
}

export function Awards({ desk, words }: Props) {
  const { terms } = useShell();
  if (desk.awards.length === 0) return null;
  return (
    <Section title={words.awards} lead={desk.stage === "notice" ? words.awardsProposed : undefined}>
      <Card flush>
        <DataTable
          caption={words.awards}
          stickyHead={false}
          rows={desk.awards}
          rowKey={(one) => `${one.rank} ${one.person.name} ${one.number}`}
          columns={[
            { key: "rank", head: words.rank, numeric: true, cell: (one) => one.rank },
            {
              key: "name",
              head: words.name,
              strong: true,
              grow: true,
              phone: "title",
              cell: (one) => one.person.name,
            },
            { key: "award", head: words.award, cell: (one) => <Grade grade={one.grade} /> },
            {
              key: "state",
              head: words.status,
              cell: (one) => (
                <Badge
                  tone={one.state === "conferred" ? "celadon" : "amber"}
                  shape={one.state === "conferred" ? "check" : "clock"}
                >
                  {terms.awardState[one.state as keyof typeof terms.awardState]}
                </Badge>
              ),
            },
            {
              key: "number",
              head: words.certificate,
              nowrap: true,
              cell: (one) => one.number ?? words.unnumbered,
            },
          ]}
        />
      </Card>
    </Section>
  );
}

function Grade({ grade }: { grade: string }) {
  const { terms } = useShell();
  const of = grade as AwardGrade;
  return <MedalMark medal={medalOf[of]} label={terms.grade[of]} />;
}
