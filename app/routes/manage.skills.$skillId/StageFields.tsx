// Stages of the contest in the rules form: their criteria, how many go on, and what of the stage before counts on.
import { Fieldset, FormRow, NumberField, TextField } from "#app/kit/index.ts";
import { percentOf } from "#app/manage/percent.ts";
import { say } from "#words/language.ts";
import { PartsField } from "./PartsField.tsx";
import { chainSaid } from "./RankFields.tsx";
import { type RulesProps, standingId, useRows } from "./rules-fields.ts";
import { stageParts } from "./stage-rows.ts";

export function StageFields(props: RulesProps) {
  const { contestStages } = props.rules;
  const said = props.words.skillParts.stages;
  const { rows, isAnyFilled, onInput } = useRows(stageParts, contestStages, props.field);
  return (
    <details open={isAnyFilled} onInput={onInput}>
      <summary>{said.open}</summary>
      <p className="field-hint">{said.hint}</p>
      {rows.map((n) => (
        <StageRow key={n} n={n} {...props} />
      ))}
    </details>
  );
}

function StageRow({ n, rules, words, field, outline }: RulesProps & { n: number }) {
  const { rows: row, stages: said } = words.skillParts;
  const { ties } = words.scoringRules;
  const stage = rules.contestStages?.[n - 1];
  return (
    <Fieldset legend={say(said.row, { n })}>
      <input type="hidden" {...standingId(field, `stageId${n}`, stage)} />
      <FormRow>
        <TextField
          {...field(`stageName${n}`, stage?.name ?? "")}
          label={row.name}
          hint={said.nameHint}
          maxLength={40}
        />
        <NumberField
          {...field(`stageAdvance${n}`, stage?.advance === undefined ? "" : String(stage.advance))}
          label={said.advance}
          hint={said.advanceHint}
          unit={said.advanceUnit}
          whole
        />
      </FormRow>
      <PartsField
        name={`stageCriteria${n}`}
        stands={stage?.criteria ?? []}
        field={field}
        label={row.criteria}
        hint={row.criteriaHint}
        maxLength={80}
        offered={outline}
        unknown={row.unknown}
      />
      <FormRow>
        {n > 1 && (
          <NumberField
            {...field(`stageCarry${n}`, stage?.carry === undefined ? "" : percentOf(stage.carry))}
            label={said.carry}
            hint={said.carryHint}
            unit="%"
          />
        )}
        <TextField
          {...field(
            `stageTieChain${n}`,
            stage?.tieChain ? chainSaid(stage.tieChain, rules, ties).join(", ") : "",
          )}
          label={said.tieChain}
          hint={said.tieChainHint}
        />
      </FormRow>
    </Fieldset>
  );
}
