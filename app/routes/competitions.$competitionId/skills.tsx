// The skills of a competition as one table: progress as a ring, the stage as a badge, filters in the address.
import type { Words } from "#app/context.ts";
import { useShell } from "#app/frame.tsx";
import {
  Badge,
  Card,
  type Column,
  DataTable,
  EmptyState,
  FilterBar,
  ProgressRing,
  Row,
  SearchField,
  SelectField,
  TextLink,
} from "#app/kit/index.ts";
import { StageBadge } from "#app/skill/badges.tsx";
import { percentOf } from "#app/skill/progress.ts";
import { type Category, categories, type Stage, skillNumber, stages } from "#domain/competitions/skill.ts";
import { say } from "#words/language.ts";

export type ListedSkill = {
  readonly id: string;
  readonly number: number;
  readonly name: string;
  readonly category: Category;
  readonly venue: string;
  readonly stage: Stage;
  readonly openBoard: boolean;
  readonly entered: number;
  readonly progress: { readonly marked: number; readonly of: number };
};
type CompetitionWords = Words["open"]["competition"];
type Filter = { readonly q: string; readonly stage: string; readonly category: string };

export function SkillTable(props: {
  shown: readonly ListedSkill[];
  of: number;
  filter: Filter;
  words: CompetitionWords;
  to: string;
}) {
  const { shown, filter, words } = props;
  const { terms } = useShell();
  const filtered = filter.q !== "" || filter.stage !== "" || filter.category !== "";
  const columns: Column<ListedSkill>[] = [
    {
      key: "number",
      head: words.number,
      cell: (skill) => skillNumber(skill.number),
      numeric: true,
      align: "start",
      phone: "hide",
    },
    {
      key: "skill",
      head: words.skill,
      cell: (skill) => <TextLink to={`/skills/${skill.id}`}>{skill.name}</TextLink>,
      strong: true,
      phone: "title",
    },
    {
      key: "category",
      head: words.category,
      cell: (skill) => terms.category[skill.category],
      nowrap: true,
      phone: "hide",
    },
    { key: "venue", head: words.venue, cell: (skill) => skill.venue },
    { key: "entered", head: words.entered, cell: (skill) => skill.entered, numeric: true, phone: "hide" },
    {
      key: "progress",
      head: words.progress,
      cell: (skill) => <SkillProgress skill={skill} words={words} />,
      nowrap: true,
    },
    {
      key: "stage",
      head: words.stage,
      cell: (skill) => (
        <Row>
          <StageBadge stage={skill.stage} />
          {skill.openBoard && skill.stage === "scoring" && (
            <TextLink to={`/skills/${skill.id}/board`}>{words.board}</TextLink>
          )}
        </Row>
      ),
    },
  ];
  return (
    <Card
      title={words.skills}
      flush
      badges={
        <Badge>
          {filtered
            ? say(words.shown, { n: shown.length, of: props.of })
            : say(words.skillsOf, { n: props.of })}
        </Badge>
      }
    >
      {props.of > 0 && (
        <Filters
          key={Object.values(filter).join()}
          filter={filter}
          words={words}
          clear={filtered ? props.to : null}
        />
      )}
      <DataTable
        caption={words.skills}
        columns={columns}
        rows={shown}
        rowKey={(skill) => skill.id}
        empty={
          <EmptyState title={filtered ? words.noneMatch : words.noSkills}>
            {filtered ? words.noneMatchNext : words.noSkillsNext}
          </EmptyState>
        }
      />
    </Card>
  );
}

function SkillProgress({ skill, words }: { skill: ListedSkill; words: CompetitionWords }) {
  if (skill.progress.of === 0) return <>{words.notStarted}</>;
  const percent = percentOf(skill.progress);
  const told = say(words.marked, { skill: skill.name, ...skill.progress });
  return (
    <>
      <ProgressRing size="small" value={percent} label={told} />{" "}
      <span aria-hidden="true">{say(words.percent, { n: percent })}</span>
    </>
  );
}

function Filters({
  filter,
  words,
  clear,
}: {
  filter: Filter;
  words: CompetitionWords;
  clear: string | null;
}) {
  const { terms } = useShell();
  return (
    <FilterBar>
      <SearchField label={words.search} defaultValue={filter.q} submitLabel={words.filter}>
        <SelectField
          label={words.stage}
          hideLabel
          name="stage"
          defaultValue={filter.stage}
          options={[
            { value: "", label: words.allStages },
            ...stages.map((value) => ({ value, label: terms.stage[value] })),
          ]}
        />
        <SelectField
          label={words.category}
          hideLabel
          name="category"
          defaultValue={filter.category}
          options={[
            { value: "", label: words.allCategories },
            ...categories.map((value) => ({ value, label: terms.category[value] })),
          ]}
        />
      </SearchField>
      {clear && <TextLink to={clear}>{words.clear}</TextLink>}
    </FilterBar>
  );
}
