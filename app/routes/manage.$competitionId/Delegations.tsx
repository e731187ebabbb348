// The delegations of the edition with how many entries each has.

import type { Words } from "#app/context.ts";
import { useShell } from "#app/frame.tsx";
import { ButtonLink, Card, RowList } from "#app/kit/index.ts";
import type { DelegationKind } from "#domain/people/organizations.ts";
import { say } from "#words/language.ts";
import type { EditionView } from "./edition-view.ts";

export function Delegations({
  edition,
  words,
}: {
  edition: EditionView;
  words: Words["manage"]["workspace"];
}) {
  const { terms } = useShell();
  const { id, delegations, over } = edition;
  return (
    <Card
      title={words.delegations}
      actions={
        !over && (
          <ButtonLink to={`/manage/${id}?add=delegation`} size="small">
            {words.addDelegation}
          </ButtonLink>
        )
      }
    >
      {delegations.length === 0 ? (
        <p>{words.noDelegations}</p>
      ) : (
        <RowList
          label={words.delegations}
          items={delegations.map((one) => ({
            key: one.id,
            title: one.name,
            detail: terms.delegationKind[one.kind as DelegationKind],
            value: say(words.entered, { n: one.entered }),
          }))}
        />
      )}
    </Card>
  );
}
