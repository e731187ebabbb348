// Beside a judgement: what each level from 0 to 3 means.
import { classes } from "../tone.ts";

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
