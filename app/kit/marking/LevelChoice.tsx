// Judgement: a level from 0 to 3, and beside it what each level means.
import { classes } from "../tone.ts";
import { ChoiceGroup } from "./ChoiceGroup.tsx";

const fourLevels: readonly string[] = ["0", "1", "2", "3"];

export function LevelChoice(props: {
  label: string;
  value: string | null;
  levels?: readonly string[];
  /** What a screen reader hears for a level (its description). */
  describe?: (level: string) => string;
  disabled?: boolean;
  name?: string;
  onChoose?: (value: string) => void;
}) {
  const choices = (props.levels ?? fourLevels).map((level) => ({
    value: level,
    text: level,
    key: level,
    label: props.describe?.(level),
    zero: level === "0",
  }));
  return (
    <ChoiceGroup
      label={props.label}
      className="levels"
      choices={choices}
      value={props.value}
      disabled={props.disabled}
      name={props.name}
      onChoose={props.onChoose}
    />
  );
}

export function LevelDescriptions(props: {
  items: readonly { level: string; text: string }[];
  value: string | null;
}) {
  return (
    <ul className="level-texts">
      {props.items.map((item) => (
        <li key={item.level} className={classes(item.level === props.value && "chosen")}>
          <b>{item.level}</b>
          <span>{item.text}</span>
        </li>
      ))}
    </ul>
  );
}
