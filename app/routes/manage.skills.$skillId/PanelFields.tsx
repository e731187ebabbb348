// Who marks what, in the rules form: up to four panels, each with its seats and its sub-criteria.
import { Fieldset, FormRow, TextField } from "#app/kit/index.ts";
import { say } from "#words/language.ts";
import type { RulesProps } from "./rules-fields.ts";

type Props = Omit<RulesProps, "box">;

export function PanelFields({ rules, words, field }: Props) {
  const said = words.panels;
  const rows = Array.from({ length: Math.max(4, (rules.panels?.length ?? 0) + 1) }, (_, at) => at + 1);
  /** Rows with anything in them stand open, so that nothing typed or refused is out of sight. */
  const isFilled = (row: number): boolean =>
    ["Name", "Seats", "Subs"].some(
      (part) => field(`panel${part}${row}`, rules.panels?.[row - 1]?.name ?? "").defaultValue !== "",
    );
  return (
    <details open={rows.some(isFilled)}>
      <summary>{said.open}</summary>
      <p className="field-hint">{said.hint}</p>
      {rows.map((row) => (
        <PanelRow key={row} row={row} rules={rules} words={words} field={field} />
      ))}
    </details>
  );
}

function PanelRow({ row, rules, words, field }: Props & { row: number }) {
  const said = words.panels;
  const panel = rules.panels?.[row - 1];
  return (
    <Fieldset legend={say(said.row, { n: row })}>
      <input type="hidden" name={`panelId${row}`} value={panel?.id ?? ""} />
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
        <TextField
          {...field(`panelSubs${row}`, panel?.subcriteria.join(",") ?? "")}
          label={said.subcriteria}
          hint={said.subcriteriaHint}
          maxLength={400}
        />
      </FormRow>
    </Fieldset>
  );
}
