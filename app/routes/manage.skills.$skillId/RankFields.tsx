// Ranks in the rules form: what breaks a tie, whether ranks may be shared, when the scale of 700 is worked out.
import { CheckField, NumberField, TextField } from "#app/kit/index.ts";
import { type NamedParts, writeMeasure } from "#domain/competitions/tie-chain.ts";
import type { RulesProps } from "./rules-fields.ts";

export function RankFields({ rules, words, field, box }: RulesProps) {
  const { ties, minField } = words.scoringRules;
  return (
    <>
      <TextField
        {...field("tieChain", chainSaid(rules.tieChain, rules, ties).join(", "))}
        label={ties.label}
        hint={ties.hint}
        optional
      />
      <CheckField
        {...box("noSharedRanks", rules.noSharedRanks ?? false)}
        label={ties.noShared}
        hint={ties.noSharedHint}
      />
      <NumberField
        {...field("minField", rules.minField === undefined ? "" : String(rules.minField))}
        label={minField.label}
        hint={minField.hint}
        unit={minField.unit}
        optional
        whole
      />
    </>
  );
}

/** The chain as it is typed. */
export const chainSaid = (
  chain: readonly string[],
  parts: NamedParts,
  words: { readonly module: string; readonly time: string },
): string[] => chain.map((measure) => writeMeasure(measure, parts, words).trim());
