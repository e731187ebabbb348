// Everybody of the delegation with state and number; resident IDs are masked.
import type { ReactNode } from "react";
import type { Words } from "#app/context.ts";
import { useShell } from "#app/frame.tsx";
import { Actions, type Column, DataTable } from "#app/kit/index.ts";
import { RegistrationBadge } from "#app/skill/badges.tsx";
import { skillTitle } from "#domain/competitions/skill.ts";
import type { Identity } from "#domain/people/organizations.ts";
import { say } from "#words/language.ts";
import { Invite, Withdraw } from "./RosterActions.tsx";
import type { Entry } from "./route.tsx";

export function RosterTable({
  rows,
  words,
  empty,
}: {
  rows: readonly Entry[];
  words: Words["manage"];
  empty: ReactNode;
}) {
  const { terms } = useShell();
  const said = words.delegation;
  const columns: Column<Entry>[] = [
    {
      key: "name",
      head: said.name,
      nowrap: true,
      phone: "title",
      cell: (row) => (
        <>
          <strong>{row.person.name}</strong>
          <div className="rows-detail numeric">{row.person.idMasked}</div>
        </>
      ),
    },
    {
      key: "skill",
      head: said.skill,
      cell: (row) => skillTitle(row.skill),
    },
    {
      key: "unit",
      head: said.unit,
      cell: (row) => (
        <>
          {row.unit}
          {row.coach && <div className="rows-detail">{say(said.coachOf, { name: row.coach })}</div>}
        </>
      ),
    },
    {
      key: "identity",
      head: said.identity,
      nowrap: true,
      cell: (row) => [terms.identity[row.identity as Identity], row.group].filter(Boolean).join(" · "),
    },
    {
      key: "state",
      head: said.state,
      nowrap: true,
      cell: (row) => (
        <>
          <RegistrationBadge state={row.state} />
          {row.number && <div className="rows-detail numeric">{`${said.number} ${row.number}`}</div>}
        </>
      ),
    },
    {
      key: "account",
      head: said.account,
      nowrap: true,
      cell: (row) => row.person.account?.login ?? said.noAccount,
    },
    {
      key: "actions",
      head: said.actions,
      phone: "bare",
      nowrap: true,
      cell: (row) => (
        <Actions>
          {row.state === "accepted" && <Invite row={row} words={words} />}
          {(row.state === "submitted" || row.state === "accepted") && row.skill.stage === "set-up" && (
            <Withdraw row={row} words={words} />
          )}
        </Actions>
      ),
    },
  ];
  return (
    <DataTable caption={said.roster} columns={columns} rows={rows} rowKey={(row) => row.id} empty={empty} />
  );
}
