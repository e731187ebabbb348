// Rules that name parts of a scheme by letter or number go on naming the same parts when these are numbered anew, and none that is gone.
import { canonical } from "../ledger/chain.ts";
import type { SkillRules } from "./rules.ts";

/**
 * The rules with every renamed criterion, sub-criterion and aspect under its new id, and without whatever is gone, whose number
 * may name another part now: modules, components and stages of which nothing is left go with it, and measures of ties that name
 * any of these (`gone` may hold a measure too: "time"). A panel of which nothing is left stays, so that its judges are not
 * everybody else's. The same object where the rules name none of them.
 */
export function followScheme(
  rules: SkillRules,
  renamed: ReadonlyMap<string, string>,
  gone: readonly string[] = [],
): SkillRules {
  const lost = new Set(gone);
  const follow = (ids: readonly string[]): string[] =>
    ids.filter((id) => !lost.has(id)).map((id) => renamed.get(id) ?? id);
  const lettered = <Part extends { readonly criteria: string[] }>(parts: readonly Part[]): Part[] =>
    parts
      .map((part) => ({ ...part, criteria: follow(part.criteria) }))
      .filter(({ criteria }) => criteria.length > 0);
  const panels = rules.panels?.map((panel) => ({ ...panel, subcriteria: follow(panel.subcriteria) }));
  const modules = rules.modules && lettered(rules.modules);
  const components = rules.components && lettered(rules.components);
  const dropped = new Set([
    ...droppedFrom("module", rules.modules, modules),
    ...droppedFrom("component", rules.components, components),
  ]);
  const chainOf = (chain: SkillRules["tieChain"]): string[] =>
    chain.filter((one) => !dropped.has(one)).flatMap((one) => measureOf(one, follow));
  const followed: SkillRules = {
    ...rules,
    tieChain: chainOf(rules.tieChain),
    ...(modules && { modules }),
    ...(panels && { panels }),
    ...(components && { components }),
    ...(rules.contestStages && {
      contestStages: lettered(rules.contestStages).map(({ tieChain = [], ...stage }) => {
        const own = chainOf(tieChain);
        return { ...stage, ...(own.length > 0 && { tieChain: own }) };
      }),
    }),
  };
  return canonical(followed) === canonical(rules) ? rules : followed;
}

type Named = { readonly id: string };

/** The measures of ties that name a part which is no more: "module:m1". */
const droppedFrom = (
  kind: string,
  before: readonly Named[] | undefined,
  after: readonly Named[] | undefined,
) => (before ?? []).filter(({ id }) => !after?.some((one) => one.id === id)).map(({ id }) => `${kind}:${id}`);

/** A measure that names a part of the scheme follows it; none where that is gone. */
function measureOf(measure: string, follow: (ids: readonly string[]) => string[]): string[] {
  const [kind, id] = measure.split(":");
  if (kind === "component") return [measure];
  return follow([id ?? measure]).map((now) => (id === undefined ? now : `${kind}:${now}`));
}
