// Rules that name parts of a scheme by letter or number go on naming the same parts when these are numbered anew.
import type { SkillRules } from "./rules.ts";

/**
 * The rules with every renamed criterion, sub-criterion and aspect under its new id, and without the tie measures of parts that
 * are gone, whose number may name another part now; the same object where they name none of them.
 */
export function followScheme(
  rules: SkillRules,
  renamed: ReadonlyMap<string, string>,
  gone: readonly string[] = [],
): SkillRules {
  const id = (old: string): string => renamed.get(old) ?? old;
  const measure = (one: string): string => {
    const [kind, of] = one.split(":");
    return of === undefined || kind === "component" ? one : `${kind}:${id(of)}`;
  };
  const isGone = (one: string): boolean => gone.includes(one.split(":")[1] ?? "");
  const chainOf = (chain: SkillRules["tieChain"]) => chain.filter((one) => !isGone(one)).map(measure);
  const lettered = <T extends { readonly criteria: string[] }>(part: T): T => ({
    ...part,
    criteria: part.criteria.map(id),
  });
  const followed: SkillRules = {
    ...rules,
    tieChain: chainOf(rules.tieChain),
    ...(rules.modules && { modules: rules.modules.map(lettered) }),
    ...(rules.panels && {
      panels: rules.panels.map((panel) => ({ ...panel, subcriteria: panel.subcriteria.map(id) })),
    }),
    ...(rules.components && { components: rules.components.map(lettered) }),
    ...(rules.contestStages && {
      contestStages: rules.contestStages.map((stage) => ({
        ...lettered(stage),
        ...(stage.tieChain && { tieChain: chainOf(stage.tieChain) }),
      })),
    }),
  };
  return JSON.stringify(followed) === JSON.stringify(rules) ? rules : followed;
}
