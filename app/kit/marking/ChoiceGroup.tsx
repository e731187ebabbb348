// One of a few marks. Arrow keys only walk; a mark is chosen by pressing it, by Space or Enter, or by its
// digit: nobody gives a mark by walking past it. With `name` each choice is a submit button (no JavaScript).
import { type KeyboardEvent, type MouseEvent, useRef } from "react";
import { classes } from "../tone.ts";

export type MarkChoice = {
  value: string;
  text: string;
  key?: string;
  label?: string;
  zero?: boolean;
  /** Asks for attention where it is chosen. */
  alarm?: boolean;
};

export function ChoiceGroup(props: {
  label: string;
  className: string;
  choices: readonly MarkChoice[];
  value: string | null;
  disabled?: boolean;
  name?: string;
  onChoose?: (value: string) => void;
}) {
  const group = useRef<HTMLDivElement>(null);
  const chosen = props.choices.findIndex((choice) => choice.value === props.value);
  const entrance = Math.max(chosen, 0);

  const choose = (choice: MarkChoice | undefined) => {
    if (choice && !props.disabled) props.onChoose?.(choice.value);
  };
  const onClick = (event: MouseEvent, choice: MarkChoice) => {
    if (props.onChoose) event.preventDefault();
    choose(choice);
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.altKey || event.ctrlKey || event.metaKey) return;
    const buttons = [...(group.current?.querySelectorAll("button") ?? [])];
    const at = buttons.indexOf(event.target as HTMLButtonElement);
    const step = walk[event.key];
    if (step !== undefined && at >= 0) {
      event.preventDefault();
      buttons[(at + step + buttons.length) % buttons.length]?.focus();
      return;
    }
    const keyed = props.choices.find((choice) => choice.key === event.key);
    if (!keyed) return;
    event.preventDefault();
    buttons[props.choices.indexOf(keyed)]?.focus();
    choose(keyed);
  };

  return (
    <div
      ref={group}
      className={props.className}
      role="radiogroup"
      aria-label={props.label}
      aria-disabled={props.disabled || undefined}
      onKeyDown={onKeyDown}
    >
      {props.choices.map((choice, index) => (
        // biome-ignore lint/a11y/useSemanticElements: a native radio would give a mark whenever an arrow key passes it
        <button
          key={choice.value}
          type={props.name ? "submit" : "button"}
          name={props.name}
          value={choice.value}
          role="radio"
          aria-checked={index === chosen}
          aria-label={choice.label}
          tabIndex={index === entrance ? 0 : -1}
          disabled={props.disabled}
          className={classes(
            "mark-choice",
            index === chosen && (choice.zero ? "zero" : choice.alarm ? "alarm" : "chosen"),
          )}
          onClick={(event) => onClick(event, choice)}
        >
          {choice.text}
        </button>
      ))}
    </div>
  );
}

const walk: Readonly<Record<string, number>> = { ArrowRight: 1, ArrowDown: 1, ArrowLeft: -1, ArrowUp: -1 };
