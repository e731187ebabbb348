// Who marks what, in the rules form: the panels, each with its seats and its sub-criteria.
import { Fieldset, FormRow, TextField } from "#app/kit/index.ts";
import { mostPanels } from "#domain/competitions/panels.ts";
import { say } from "#words/language.ts";
import { PartsField } from "./PartsField.tsx";
import { panelParts } from "./panel-rows.ts";
import { type RulesProps, standingId, useRows } from "./rules-fields.ts";

export function PanelFields(props: RulesProps) {
  const { rules, words, field } = props;
  const said = words.panels;
  const { rows, isAnyFilled, onInput } = useRows(panelParts, rules.panels, field, mostPanels);
  return (
    <details open={isAnyFilled} onInput={onInput}>
      <summary>{said.open}</summary>
      <p className="field-hint">{said.hint}</p>
      {rows.map((row) => (
        <PanelRow key={row} row={row} {...props} />
      ))}
    </details>
  );
}

function PanelRow({ row, rules, words, field, outline }: RulesProps & { row: number }) {
  const said = words.panels;
  const panel = rules.panels?.[row - 1];
  return (
    <Fieldset legend={say(said.row, { n: row })}>
      <input type="hidden" {...standingId(field, `panelId${row}`, panel)} />
      <FormRow>
        <TextField
          {...field(`panelName${row}`, panel?.name ?? "")}
          label={said.name}
          hint={said.nameHint}
          maxLength={40}
        />
        <TextField
          {...field(`panelSeats${row}`, panel?.seats.join(",") ?? "")}
          label={said.seats}
          hint={said.seatsHint}
          maxLength={60}
        />
      </FormRow>
      <PartsField
        name={`panelSubs${row}`}
        stands={panel?.subcriteria ?? []}
        field={field}
        label={said.subcriteria}
        hint={said.subcriteriaHint}
        maxLength={400}
        offered={outline.flatMap(({ subcriteria }) => subcriteria)}
        unknown={words.skillParts.rows.unknown}
      />
    </Fieldset>
  );
}
