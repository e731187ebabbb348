// Who has which account and what they may do with it; each role can be ended from its line.
import type { ReactNode } from "react";
import type { Words } from "#app/context.ts";
import { useShell } from "#app/frame.tsx";
import {
  type Column,
  Confirm,
  DataTable,
  Row,
  Stack,
  StatusDot,
  TextLink,
  VisuallyHidden,
} from "#app/kit/index.ts";
import type { Role } from "#domain/access/roles.ts";
import { divisionName } from "#domain/people/organizations.ts";
import { say } from "#words/language.ts";
import type { AccountsPage } from "./route.tsx";

type Account = AccountsPage["rows"][number];
type Props = { rows: readonly Account[]; words: Words["manage"]; empty: ReactNode };

export function AccountTable({ rows, words, empty }: Props) {
  const said = words.accounts;
  const columns: Column<Account>[] = [
    { key: "name", head: said.name, strong: true, nowrap: true, phone: "title", cell: (row) => row.name },
    { key: "login", head: said.login, nowrap: true, cell: (row) => row.login },
    { key: "roles", head: said.roles, grow: true, cell: (row) => <Roles row={row} words={words} /> },
    { key: "state", head: said.state, nowrap: true, cell: (row) => <State row={row} words={words} /> },
    {
      key: "grant",
      head: <VisuallyHidden>{said.grant}</VisuallyHidden>,
      label: said.grant,
      phone: "bare",
      nowrap: true,
      cell: (row) => (
        <TextLink to={`/accounts?account=${row.id}#grant`} aria-label={say(said.grantTo, { name: row.name })}>
          {said.grant}
        </TextLink>
      ),
    },
  ];
  return (
    <DataTable caption={said.list} columns={columns} rows={rows} rowKey={(row) => row.id} empty={empty} />
  );
}

function State({ row, words }: { row: Account; words: Words["manage"] }) {
  const said = words.accounts;
  if (row.disabled) return <StatusDot tone="neutral" shape="cross" label={said.disabled} />;
  if (row.mustChange) return <StatusDot tone="amber" shape="clock" label={said.first} />;
  return <StatusDot tone="celadon" shape="check" label={said.active} />;
}

/** The roles of one account; a long list is folded behind its count. */
function Roles({ row, words }: { row: Account; words: Words["manage"] }) {
  const { terms } = useShell();
  const said = words.accounts;
  const { grants } = row;
  if (grants.length === 0) return <>{said.noRoles}</>;
  const lines = (
    <Stack gap="tight">
      {grants.map((grant) => (
        <RoleLine key={grant.id} row={row} grant={grant} words={words} />
      ))}
    </Stack>
  );
  if (grants.length <= 3) return lines;
  const kinds = [...new Set(grants.map((grant) => terms.role[grant.role as Role]))].join("、");
  return (
    <details>
      <summary>{say(said.manyRoles, { roles: kinds, n: grants.length })}</summary>
      {lines}
    </details>
  );
}

type LineProps = { row: Account; grant: Account["grants"][number]; words: Words["manage"] };

function RoleLine({ row, grant, words }: LineProps) {
  const { terms } = useShell();
  const said = words.accounts;
  const role = terms.role[grant.role as Role];
  const county = divisionName((grant as { county?: string | null }).county ?? null);
  const seat =
    grant.role === "judge" ? row.seats.find((one) => one.skill.name === grant.skill?.name) : undefined;
  const place =
    grant.skill?.name ?? grant.delegation?.name ?? grant.competition?.name ?? grant.unit ?? county;
  const where = seat ? say(said.seat, { skill: seat.skill.name, n: seat.number }) : place;
  return (
    <Row between>
      <span>{where ? `${role} · ${where}` : role}</span>
      <Confirm
        trigger={said.revoke}
        triggerSize="small"
        triggerVariant="quiet"
        title={say(said.revokeTitle, { name: row.name, role: where ? `${role} · ${where}` : role })}
        fields={{ grantId: grant.id }}
        value="revoke"
        confirmLabel={said.revokeConfirm}
        cancelLabel={words.cancel}
        danger
      >
        <p>{said.revokeText}</p>
      </Confirm>
    </Row>
  );
}
