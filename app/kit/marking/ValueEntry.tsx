// A measured value or a mark that is typed. What is typed is sent on Enter or on
// leaving; what is not a number stays visible, marked wrong, and is not sent. Tab passes the buttons beside a box by:
// the keys + and − do the same in it, and Delete takes the mark back.
import { type KeyboardEvent, type Ref, useEffect, useState } from "react";
import { classes } from "../tone.ts";
import { steppedDecimal, typedDecimal } from "./decimal-step.ts";

export function ValueEntry(props: {
  label: string;
  value: string | null;
  step?: string;
  min?: string;
  max?: string;
  unit?: string;
  placeholder?: string;
  decreaseLabel: string;
  increaseLabel: string;
  /** Buttons and keys that move by a step; without them − is part of a number. */
  steppers?: boolean;
  /** Reads what else may be typed as a number. */
  fold?: (typed: string) => string;
  disabled?: boolean;
  invalid?: boolean;
  name?: string;
  inputRef?: Ref<HTMLInputElement>;
  /** `stepped`: moved by one step, not typed. */
  onChoose?: (value: string, stepped: boolean) => void;
  /** Takes the mark back to unset. */
  onClear?: () => void;
}) {
  const { value, min, max } = props;
  const steppers = props.steppers !== false;
  const [typed, setTyped] = useState(value ?? "");
  const [broken, setBroken] = useState(false);
  useEffect(() => {
    setTyped(value ?? "");
    setBroken(false);
  }, [value]);

  const readTyped = () => typedDecimal(props.fold?.(typed) ?? typed);
  const commit = () => {
    if (typed.trim() === "") return setTyped(value ?? "");
    const read = readTyped();
    setBroken(read === null);
    if (read === null) return;
    setTyped(read);
    if (read !== value || props.invalid) props.onChoose?.(read, false);
  };
  const onKeyDown = (event: KeyboardEvent<HTMLInputElement>) => {
    if (event.altKey || event.ctrlKey || event.metaKey) return;
    const times = steppers ? steps[event.key] : undefined;
    if (times !== undefined) {
      event.preventDefault();
      move(times);
    } else if (event.key === "Delete" && props.onClear && erasesAll(event.currentTarget)) {
      event.preventDefault();
      setTyped("");
      setBroken(false);
      props.onClear();
    } else if (event.key === "Enter" && props.onChoose) {
      event.preventDefault();
      commit();
    } else if (event.key === "Escape") {
      setTyped(value ?? "");
      setBroken(false);
    }
  };
  /** Shown at once: a second press counts from here, however soon it comes. */
  const move = (times: number) => {
    const moved = steppedDecimal(readTyped(), props.step ?? "0.01", times, { min, max });
    setTyped(moved);
    props.onChoose?.(moved, true);
  };
  const stepper = (times: 1 | -1, label: string, sign: string) => (
    <button
      type="button"
      tabIndex={-1}
      disabled={props.disabled}
      aria-label={`${props.label} ${label}`}
      onClick={() => move(times)}
    >
      {sign}
    </button>
  );
  return (
    <div className={classes("value", steppers && "stepped")}>
      {steppers && stepper(-1, props.decreaseLabel, "−")}
      <span className={classes("value-box", value !== null && "set", isZero(value) && "zero")}>
        <input
          ref={props.inputRef}
          type="text"
          inputMode={props.fold ? "text" : "decimal"}
          autoComplete="off"
          name={props.name}
          aria-label={props.unit ? `${props.label} (${props.unit})` : props.label}
          aria-invalid={broken || props.invalid || undefined}
          placeholder={props.placeholder}
          disabled={props.disabled}
          value={typed}
          onChange={(event) => setTyped(event.target.value)}
          onBlur={commit}
          onKeyDown={onKeyDown}
        />
        {props.unit && <span className="value-unit">{props.unit}</span>}
      </span>
      {steppers && stepper(1, props.increaseLabel, "+")}
    </div>
  );
}

const steps: Readonly<Record<string, 1 | -1>> = { ArrowUp: 1, "+": 1, "=": 1, ArrowDown: -1, "-": -1 };

/** Nothing would be left of the text, or nothing stands after the caret that the key could erase. */
function erasesAll({ value, selectionStart, selectionEnd }: HTMLInputElement): boolean {
  return selectionEnd === value.length && (selectionStart === 0 || selectionStart === selectionEnd);
}

function isZero(value: string | null): boolean {
  return value !== null && /^-?0*(\.0*)?$/.test(value);
}
