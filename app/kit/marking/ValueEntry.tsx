// A measured value or a mark that is typed, and a count that is stepped. What is typed is sent on Enter or on
// leaving; what is not a number stays visible, marked wrong, and is not sent.
import { type KeyboardEvent, type ReactNode, type Ref, useEffect, useState } from "react";
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
  steppers?: boolean;
  disabled?: boolean;
  invalid?: boolean;
  name?: string;
  inputRef?: Ref<HTMLInputElement>;
  /** `stepped`: moved by one step, not typed. */
  onChoose?: (value: string, stepped: boolean) => void;
}) {
  const { value, min, max } = props;
  const [typed, setTyped] = useState(value ?? "");
  const [broken, setBroken] = useState(false);
  useEffect(() => {
    setTyped(value ?? "");
    setBroken(false);
  }, [value]);

  const commit = () => {
    if (typed.trim() === "") return setTyped(value ?? "");
    const read = typedDecimal(typed);
    setBroken(read === null);
    if (read !== null && read !== value) props.onChoose?.(read, false);
  };
  const onKeyDown = (event: KeyboardEvent) => {
    const times = event.key === "ArrowUp" ? 1 : event.key === "ArrowDown" ? -1 : 0;
    if (times !== 0) {
      event.preventDefault();
      move(times);
    } else if (event.key === "Enter" && props.onChoose) {
      event.preventDefault();
      commit();
    } else if (event.key === "Escape") {
      setTyped(value ?? "");
      setBroken(false);
    }
  };
  const move = (times: number) => {
    const from = typedDecimal(typed);
    props.onChoose?.(steppedDecimal(from, props.step ?? "0.01", times, { min, max }), true);
  };
  const stepper = (times: 1 | -1, label: string, sign: string) => (
    <button
      type="button"
      disabled={props.disabled}
      aria-label={`${props.label} ${label}`}
      onClick={() => move(times)}
    >
      {sign}
    </button>
  );
  const steppers = props.steppers !== false;
  return (
    <div className={classes("value", steppers && "stepped")}>
      {steppers && stepper(-1, props.decreaseLabel, "−")}
      <span className={classes("value-box", value !== null && "set", isZero(value) && "zero")}>
        <input
          ref={props.inputRef}
          type="text"
          inputMode="decimal"
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

/** A count of faults or of parts met, with what it is worth said between the steppers. */
export function CountEntry(props: {
  label: string;
  value: string | null;
  min?: number;
  max?: number;
  readout: ReactNode;
  decreaseLabel: string;
  increaseLabel: string;
  zero?: boolean;
  disabled?: boolean;
  onChoose?: (value: string) => void;
}) {
  const min = props.min ?? 0;
  const count = props.value === null ? null : Number(props.value);
  const set = (next: number) => props.onChoose?.(String(next));
  const onKeyDown = (event: KeyboardEvent) => {
    if (props.disabled || event.altKey || event.ctrlKey || event.metaKey || !/^\d$/.test(event.key)) return;
    const next = Number(event.key);
    if (next < min || (props.max !== undefined && next > props.max)) return;
    event.preventDefault();
    set(next);
  };
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset cannot be laid out as one line of three in every browser
    <div className="value stepped" role="group" aria-label={props.label} onKeyDown={onKeyDown}>
      <button
        type="button"
        aria-label={`${props.label} ${props.decreaseLabel}`}
        disabled={props.disabled || count === null || count <= min}
        onClick={() => set((count ?? min) - 1)}
      >
        −
      </button>
      <button
        type="button"
        className={classes("value-box", "readout", count !== null && "set", props.zero && "zero")}
        aria-live="polite"
        disabled={props.disabled}
        onClick={() => count === null && set(min)}
      >
        {props.readout}
      </button>
      <button
        type="button"
        aria-label={`${props.label} ${props.increaseLabel}`}
        disabled={props.disabled || (count !== null && props.max !== undefined && count >= props.max)}
        onClick={() => set((count ?? min) + 1)}
      >
        +
      </button>
    </div>
  );
}

function isZero(value: string | null): boolean {
  return value !== null && /^-?0*(\.0*)?$/.test(value);
}
