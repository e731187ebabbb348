// Giving a role: who, which, and the place the role must carry. Without JavaScript every place stands there.
import { Form } from "@remix-run/react";
import { useEffect, useState } from "react";
import type { Words } from "#app/context.ts";
import type { FormProblem } from "#app/form-answer.ts";
import { Refused } from "#app/form-page.tsx";
import { useShell } from "#app/frame.tsx";
import { Card, FormActions, FormStack, SelectField, SubmitButton, TextField } from "#app/kit/index.ts";
import { type Role, requiredScope, roles } from "#domain/access/roles.ts";
import { skillTitle } from "#domain/competitions/skill.ts";
import { divisions } from "#domain/people/organizations.ts";
import type { AccountsPage } from "./route.tsx";

type Props = {
  words: Words["manage"]["accounts"];
  names: AccountsPage["names"];
  places: AccountsPage["places"];
  account: string;
  refused: FormProblem | undefined;
};

/** A judge is seated by the organizer, a competitor invited by the leader: neither role is given here. */
const given = roles.filter((role) => role !== "judge" && role !== "competitor");

export function GrantForm({ words, names, places, account, refused }: Props) {
  const { terms } = useShell();
  const field = (name: string) => ({
    name,
    defaultValue: refused?.values[name],
    error: refused?.fields[name],
  });
  const { asks, choose } = useRole(refused?.values["role"]);
  const listed = <T extends { id: string; name: string }>(
    of: (place: Props["places"][number]) => readonly T[],
    label: (one: T) => string,
  ) =>
    places
      .filter((place) => of(place).length > 0)
      .map((place) => ({
        label: place.name,
        options: of(place).map((one) => ({ value: one.id, label: label(one) })),
      }));
  return (
    <Card title={words.grant} id="grant">
      <Form method="post" action="/accounts">
        <FormStack id="role">
          <Refused problem={refused} form="role" />
          <SelectField
            {...field("accountId")}
            defaultValue={refused?.values["accountId"] ?? account}
            label={words.account}
            required
            placeholder={words.accountPlaceholder}
            options={names.map(({ id, name, login }) => ({ value: id, label: `${name} (${login})` }))}
          />
          <SelectField
            {...field("role")}
            label={words.role}
            required
            placeholder={words.rolePlaceholder}
            onChange={(event) => choose(event.target.value)}
            options={given.map((value) => ({ value, label: terms.role[value] }))}
          />
          {asks("competition") && (
            <SelectField
              {...field("competitionId")}
              label={words.competition}
              hint={words.placeHint.competition}
              placeholder={words.choosePlace}
              options={places.map(({ id, name }) => ({ value: id, label: name }))}
            />
          )}
          {asks("skill") && (
            <SelectField
              {...field("skillId")}
              label={words.skill}
              hint={words.placeHint.skill}
              placeholder={words.choosePlace}
              options={listed(
                (place) => place.skills,
                (skill) => skillTitle(skill),
              )}
            />
          )}
          {asks("delegation") && (
            <SelectField
              {...field("delegationId")}
              label={words.delegation}
              hint={words.placeHint.delegation}
              placeholder={words.choosePlace}
              options={listed(
                (place) => place.delegations,
                (delegation) => delegation.name,
              )}
            />
          )}
          {asks("unit") && (
            <TextField {...field("unit")} label={words.unit} hint={words.placeHint.unit} maxLength={80} />
          )}
          {asks("county") && (
            <SelectField
              {...field("county")}
              label={words.county}
              hint={words.countyHint}
              placeholder={words.allCounties}
              options={divisions.map(({ code, name }) => ({ value: code, label: name }))}
            />
          )}
          <FormActions>
            <SubmitButton name="intent" value="grant" variant="secondary">
              {words.grantSubmit}
            </SubmitButton>
          </FormActions>
        </FormStack>
      </Form>
    </Card>
  );
}

type Place = "competition" | "skill" | "delegation" | "unit" | "county";

function useRole(first: string | undefined) {
  const [role, choose] = useState(first ?? "");
  const [alive, setAlive] = useState(false);
  useEffect(() => setAlive(true), []);
  const asks = (place: Place): boolean => {
    if (!alive) return true;
    if (place === "county") return role === "organizer";
    return role !== "" && requiredScope[role as Role] === place;
  };
  return { asks, choose };
}
