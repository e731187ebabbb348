// Accounts and roles for the administrator: create with a one-time password, give a role with its scope, end it.
import type { LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import type { FormProblem } from "#app/form-answer.ts";
import { Refused } from "#app/form-page.tsx";
import { Frame, useShell } from "#app/frame.tsx";
import { permit } from "#app/gate.ts";
import {
  Card,
  Columns,
  EmptyState,
  Notice,
  PageHead,
  Pager,
  SearchField,
  SelectField,
} from "#app/kit/index.ts";
import { roles } from "#domain/access/roles.ts";
import { say } from "#words/language.ts";
import { AccountTable } from "./AccountTable.tsx";
import { accountsAction, type Created } from "./accounts-action.ts";
import { CreateAccount, CreatedAccount } from "./CreateAccount.tsx";
import { GrantForm } from "./GrantForm.tsx";

const size = 50;

export async function loader({ request, context }: LoaderFunctionArgs) {
  const administrator = await permit(context, request, "accounts.manage");
  const { access } = context.services;
  const [all, places] = await Promise.all([
    access.listAccounts(administrator),
    access.listPlaces(administrator),
  ]);
  const { searchParams } = new URL(request.url);
  const q = (searchParams.get("q") ?? "").trim().toLowerCase();
  const role = roles.find((one) => one === searchParams.get("role")) ?? "";
  const found = all.filter(
    ({ login, name, grants }) =>
      [login, name.toLowerCase()].some((text) => text.includes(q)) &&
      (!role || grants.some((grant) => grant.role === role)),
  );
  const pages = Math.max(1, Math.ceil(found.length / size));
  const page = Math.min(pages, Math.max(1, Math.trunc(Number(searchParams.get("page"))) || 1));
  const rows = found
    .slice((page - 1) * size, page * size)
    .map(({ disabledAt, ...row }) => ({ ...row, disabled: disabledAt !== null }));
  return {
    words: context.words.manage,
    sought: { q, role, page, pages, total: found.length },
    done: searchParams.get("done"),
    account: searchParams.get("account") ?? "",
    rows,
    names: all.map(({ id, login, name }) => ({ id, login, name })),
    places,
  };
}
export type AccountsPage = Awaited<ReturnType<typeof loader>>;

export const action = accountsAction;

export default function Accounts() {
  const { words, sought, done, account, rows, names, places } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>() as FormProblem | Created | undefined;
  const { terms } = useShell();
  const said = words.accounts;
  const refused = answer && "message" in answer ? answer : undefined;
  const created = answer && "password" in answer ? answer : undefined;
  const of = (intent: string) => (refused?.values["intent"] === intent ? refused : undefined);
  // What neither form below asked for is said above them.
  const elsewhere = of("create") || of("grant") ? undefined : refused;
  const hrefFor = (page: number) =>
    `/accounts?${new URLSearchParams({ q: sought.q, role: sought.role, page: String(page) })}`;
  // An account just created is known only once the list behind the answer has come.
  const asked = created?.accountId ?? account;
  const chosen = names.some(({ id }) => id === asked) ? asked : "";
  const told = done === "granted" ? said.granted : done === "revoked" ? said.revoked : null;
  return (
    <Frame wide>
      <PageHead title={said.title} lead={said.lead} />
      <Refused problem={elsewhere} />
      {told && !answer && (
        <Notice tone="celadon" live="status">
          {told}
        </Notice>
      )}
      {created && <CreatedAccount words={said} created={created} />}
      <Columns
        asideFirstOnPhone
        aside={
          <>
            <CreateAccount key={names.length} words={said} refused={of("create")} />
            <GrantForm
              key={chosen}
              words={said}
              names={names}
              places={places}
              account={chosen}
              refused={of("grant")}
            />
          </>
        }
      >
        <Card
          flush
          title={said.list}
          actions={
            <SearchField label={said.search} defaultValue={sought.q} submitLabel={words.search}>
              <SelectField
                key={sought.role}
                label={said.role}
                hideLabel
                name="role"
                placeholder={said.allRoles}
                defaultValue={sought.role}
                options={roles
                  .filter((role) => role !== "competitor")
                  .map((value) => ({ value, label: terms.role[value] }))}
              />
            </SearchField>
          }
        >
          <AccountTable
            rows={rows}
            words={words}
            empty={<EmptyState title={said.empty}>{said.emptyNext}</EmptyState>}
          />
          <Pager
            label={said.pages}
            page={sought.page}
            pages={sought.pages}
            summary={say(said.summary, { n: sought.total, page: sought.page, pages: sought.pages })}
            hrefFor={hrefFor}
          />
        </Card>
      </Columns>
    </Frame>
  );
}
