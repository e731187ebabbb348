// Every skill of the edition with how far it is; search and filter live in the address.

import type { Words } from "#app/context.ts";
import {
  Badge,
  ButtonLink,
  Card,
  type Column,
  DataTable,
  EmptyState,
  Notice,
  ProgressBar,
  SearchField,
  StatusDot,
  TextLink,
} from "#app/kit/index.ts";
import { StageBadge } from "#app/skill/badges.tsx";
import { hasReached, skillNumber } from "#domain/competitions/skill.ts";
import { say } from "#words/language.ts";
import type { EditionView, Sought } from "./edition-view.ts";

type Row = EditionView["skills"][number];

export function SkillsTable({
  edition,
  words,
  sought,
}: {
  edition: EditionView;
  words: Words["manage"];
  sought: Sought;
}) {
  const said = words.workspace;
  const { counts, id } = edition;
  const all = <ButtonLink to={`/manage/${id}#skills`}>{said.showAll}</ButtonLink>;
  const add = !edition.over && (
    <ButtonLink
      to={`/manage/${id}?add=skill`}
      variant={counts.skills === 0 ? "primary" : "secondary"}
      preventScrollReset
    >
      {said.addSkill}
    </ButtonLink>
  );
  return (
    <Card
      flush
      id="skills"
      title={said.skills}
      badges={<Badge>{say(words.items, { n: counts.skills })}</Badge>}
      actions={
        <>
          {counts.skills > 0 && (
            <SearchField label={said.searchSkills} defaultValue={sought.q} submitLabel={words.search} />
          )}
          {counts.skills > 0 && (
            <ButtonLink to={`/manage/${id}/skills.csv`} reloadDocument download>
              {said.exportSkills}
            </ButtonLink>
          )}
          {counts.skills > 0 && add}
        </>
      }
    >
      {sought.waiting && (
        <Notice
          tone="amber"
          title={say(said.filtered, { what: said.waits[sought.waiting].title })}
          actions={all}
        />
      )}
      <DataTable
        caption={said.skills}
        columns={columnsOf(words, id)}
        rows={edition.skills}
        rowKey={(row) => row.id}
        empty={
          counts.skills > 0 ? (
            <EmptyState title={said.noMatch} action={all} />
          ) : (
            <EmptyState title={said.noSkills} action={add}>
              {!edition.over && said.noSkillsNext}
            </EmptyState>
          )
        }
      />
    </Card>
  );
}

function columnsOf(words: Words["manage"], editionId: string): Column<Row>[] {
  const said = words.workspace;
  return [
    {
      key: "number",
      head: said.number,
      numeric: true,
      align: "start",
      phone: "bare",
      cell: (row) => skillNumber(row.number),
    },
    {
      key: "name",
      head: said.skill,
      strong: true,
      phone: "title",
      cell: (row) => <TextLink to={`/manage/skills/${row.id}`}>{row.name}</TextLink>,
    },
    { key: "venue", head: said.venue, cell: (row) => row.venue || words.none },
    {
      key: "accepted",
      head: said.competitors,
      numeric: true,
      cell: (row) => (
        <TextLink
          to={`/manage/${editionId}/registrations?skillId=${row.id}`}
          aria-label={`${row.name} ${said.competitors} ${row.accepted}`}
        >
          {row.accepted}
        </TextLink>
      ),
    },
    { key: "progress", head: said.progress, cell: (row) => <Progress row={row} words={said} /> },
    {
      key: "seats",
      head: said.seats,
      numeric: true,
      nowrap: true,
      cell: (row) => (
        <StatusDot
          tone={row.seats >= row.needed ? "celadon" : "amber"}
          shape={row.seats >= row.needed ? "check" : "ring"}
          label={`${row.seats} / ${row.needed}`}
        />
      ),
    },
    {
      key: "scheme",
      head: said.scheme,
      nowrap: true,
      cell: (row) => (
        <TextLink
          to={`/manage/skills/${row.id}/scheme`}
          aria-label={`${row.name} ${said.scheme} ${row.schemeLocked ? said.locked : said.unlocked}`}
        >
          <StatusDot
            tone={row.schemeLocked ? "celadon" : "amber"}
            shape={row.schemeLocked ? "lock" : "dashed"}
            label={row.schemeLocked ? said.locked : said.unlocked}
          />
        </TextLink>
      ),
    },
    { key: "stage", head: said.stage, cell: (row) => <StageBadge stage={row.stage} /> },
  ];
}

function Progress({ row, words }: { row: Row; words: Words["manage"]["workspace"] }) {
  const { marked, of } = row.progress;
  if (!hasReached(row.stage, "scoring") || of === 0) return <span>{words.notStarted}</span>;
  const label = say(words.progressOf, { name: row.name, marked, of });
  return <ProgressBar value={marked} max={of} label={label} text={`${Math.floor((marked * 100) / of)}%`} />;
}
