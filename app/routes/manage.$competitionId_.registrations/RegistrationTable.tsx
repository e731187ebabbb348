// The list itself: who is entered where, by whom, and the decision while it waits. Resident IDs are masked.
import type { ReactNode } from "react";
import type { Services, Words } from "#app/context.ts";
import { useShell } from "#app/frame.tsx";
import { type Column, DataTable, VisuallyHidden } from "#app/kit/index.ts";
import { RegistrationBadge } from "#app/skill/badges.tsx";
import { skillTitle } from "#domain/competitions/skill.ts";
import type { Identity } from "#domain/people/organizations.ts";
import { say } from "#words/language.ts";
import { manyForm } from "./AcceptMany.tsx";
import { AwardRights } from "./AwardRights.tsx";
import { Decide } from "./Decide.tsx";

type Listed = Awaited<ReturnType<Services["registrations"]["listRegistrations"]>>["rows"][number];
export type Registration = Omit<Listed, "submittedAt">;
type Props = { rows: readonly Registration[]; words: Words["manage"]; empty: ReactNode };

export function RegistrationTable({ rows, words, empty }: Props) {
  const { terms } = useShell();
  const said = words.registrations;
  const columns: Column<Registration>[] = [
    {
      key: "pick",
      head: <VisuallyHidden>{said.acceptMany}</VisuallyHidden>,
      label: said.decide,
      phone: "bare",
      cell: (row) => <Pick row={row} words={said} />,
    },
    { key: "name", head: said.name, nowrap: true, phone: "title", cell: (row) => <Person row={row} /> },
    {
      key: "skill",
      head: said.skill,
      cell: (row) => skillTitle(row.skill),
    },
    {
      key: "delegation",
      head: said.delegation,
      cell: (row) => (
        <>
          <div>{row.delegation.name}</div>
          <div className="rows-detail">{row.unit}</div>
          {row.coach && (
            <div className="rows-detail">{say(words.delegation.coachOf, { name: row.coach })}</div>
          )}
        </>
      ),
    },
    {
      key: "identity",
      head: said.identity,
      nowrap: true,
      cell: (row) => [terms.identity[row.identity as Identity], row.group].filter(Boolean).join(" · "),
    },
    { key: "state", head: said.state, cell: (row) => <State row={row} words={said} /> },
    {
      key: "decide",
      head: said.decide,
      phone: "bare",
      nowrap: true,
      cell: (row) => (
        <>
          <Decide row={row} words={words} />
          <AwardRights row={row} words={words} />
        </>
      ),
    },
  ];
  return (
    <DataTable caption={said.title} columns={columns} rows={rows} rowKey={(row) => row.id} empty={empty} />
  );
}

const isOpen = (row: Registration): boolean => row.state === "submitted" && row.skill.stage === "set-up";

/** A native box that belongs to the form above the list. */
function Pick({ row, words }: { row: Registration; words: Words["manage"]["registrations"] }) {
  if (!isOpen(row)) return null;
  return (
    <label className="check">
      <input type="checkbox" form={manyForm} name="registrationId" value={row.id} />
      <span className="hidden-text">{say(words.pick, { name: row.person.name })}</span>
    </label>
  );
}

function Person({ row }: { row: Registration }) {
  return (
    <>
      <strong>{row.person.name}</strong>
      <div className="rows-detail numeric">{row.person.idMasked}</div>
    </>
  );
}

function State({ row, words }: { row: Registration; words: Words["manage"]["registrations"] }) {
  return (
    <>
      <RegistrationBadge state={row.state} />
      {row.number && <div className="rows-detail numeric">{`${words.number} ${row.number}`}</div>}
      {!row.awardRights && <div className="rows-detail">{words.awardRights.without}</div>}
      {row.reason && <div className="rows-detail">{say(words.reason, { reason: row.reason })}</div>}
    </>
  );
}
