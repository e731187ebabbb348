// The delegations of a competition by kind: counties, zones, institutions, enterprises.
import type { Words } from "#app/context.ts";
import { useShell } from "#app/frame.tsx";
import { ButtonLink, Card, Facts } from "#app/kit/index.ts";
import { type DelegationKind, delegationKinds } from "#domain/people/organizations.ts";
import { say } from "#words/language.ts";

type Delegation = { readonly id: string; readonly name: string; readonly kind: DelegationKind };

export function DelegationList(props: {
  delegations: readonly Delegation[];
  words: Words["open"]["competition"];
  /** The page of their ranking, once a result is published. */
  ranking: string | null;
}) {
  const { delegations, words } = props;
  const { terms, language } = useShell();
  const between = language === "zh" ? "、" : ", ";
  const kinds = delegationKinds.flatMap((kind) => {
    const names = delegations.filter((one) => one.kind === kind).map((one) => one.name);
    return names.length > 0
      ? [{ label: terms.delegationKind[kind], value: names.join(between), wide: true }]
      : [];
  });
  return (
    <Card
      title={words.delegations}
      actions={
        props.ranking && (
          <ButtonLink to={props.ranking} size="small">
            {words.ranking}
          </ButtonLink>
        )
      }
      lead={delegations.length > 0 && say(words.delegationsOf, { n: delegations.length })}
    >
      {kinds.length > 0 ? <Facts items={kinds} plain /> : <p>{words.noDelegations}</p>}
    </Card>
  );
}
