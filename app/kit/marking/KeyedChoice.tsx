// One of a few marks in a form that is sent as a whole: the sheet's own choices as native radios, beside them the way back to
// nothing. Its digit chooses here too, and Delete empties.
import type { KeyboardEvent, ReactNode } from "react";
import { classes } from "../tone.ts";
import type { MarkChoice } from "./ChoiceGroup.tsx";

export function KeyedChoice(props: {
  /** Of the whole group, for a screen reader. */
  label: string;
  /** What stands over the group, e.g. the seat. */
  legend?: ReactNode;
  className: "measure" | "levels" | "marks";
  name: string;
  choices: readonly MarkChoice[];
  blank: string;
  defaultValue?: string;
}) {
  const chosen = props.defaultValue ?? "";
  const onKeyDown = (event: KeyboardEvent<HTMLFieldSetElement>) => {
    if (event.altKey || event.ctrlKey || event.metaKey) return;
    const empties = event.key === "Delete" || event.key === "Backspace";
    const value = empties ? "" : props.choices.find((choice) => choice.key === event.key)?.value;
    const radio = [...event.currentTarget.querySelectorAll("input")].find((one) => one.value === value);
    if (!radio) return;
    event.preventDefault();
    radio.checked = true;
    radio.focus();
  };
  const choices: readonly MarkChoice[] = [...props.choices, { value: "", text: props.blank }];
  return (
    <fieldset className="keyed" aria-label={props.label} onKeyDown={onKeyDown}>
      {props.legend && <legend aria-hidden="true">{props.legend}</legend>}
      <div className={props.className}>
        {choices.map(({ value, text, label, zero, alarm }) => (
          <label
            key={value}
            className={classes(
              "mark-choice",
              zero && "of-zero",
              alarm && "of-alarm",
              value === "" && "of-nothing",
            )}
          >
            <input
              type="radio"
              className="hidden-text"
              name={props.name}
              value={value}
              aria-label={label}
              defaultChecked={value === chosen}
            />
            {text}
          </label>
        ))}
      </div>
    </fieldset>
  );
}
