// The entry in the one cell in hand. It is empty until somebody types, so that typing replaces; leaving it commits. It asks
// for no soft keyboard: a thumb has the control in the bar.
import { type ClipboardEvent, type KeyboardEvent, type Ref, useRef, useState } from "react";

export function GridEntry(props: {
  inputRef: Ref<HTMLInputElement>;
  label: string;
  readOnly: boolean;
  invalid: boolean;
  oneDigit: boolean;
  onType: (text: string) => boolean;
  onClear: () => void;
  /** Answers whether there was a cell to move to. */
  onMove: (down: number, right: number) => boolean;
  mayMove: (down: number, right: number) => boolean;
  onNext: () => void;
  onPaste: (block: readonly (readonly string[])[]) => void;
}) {
  const [typed, setTyped] = useState("");
  // Beside the state: a key that commits and moves is followed by a blur, which must find nothing left to commit.
  const held = useRef("");
  const hold = (text: string) => {
    held.current = text;
    setTyped(text);
  };

  /** Whether the hand may go on. */
  const commit = (): boolean => {
    const text = held.current.trim();
    hold("");
    return text === "" || props.onType(text);
  };
  const onChange = (text: string) => {
    const digit = text.normalize("NFKC").slice(-1);
    if (!props.oneDigit) hold(text);
    else if (/^\d$/.test(digit)) props.onType(digit);
  };
  const onKeyDown = (event: KeyboardEvent<HTMLInputElement>) => {
    if (event.altKey || event.ctrlKey || event.metaKey || event.nativeEvent.isComposing) return;
    const step = event.key === "Tab" && event.shiftKey ? ([0, -1] as const) : steps[event.key];
    if (step) {
      // At the edge Tab leaves the grid: nobody is held in it.
      if (event.key === "Tab" && !props.mayMove(...step)) return void commit();
      event.preventDefault();
      if (commit()) props.onMove(...step);
    } else if (isNextKey(event)) {
      event.preventDefault();
      if (commit()) props.onNext();
    } else if (event.key === "Delete" || (event.key === "Backspace" && typed === "")) {
      event.preventDefault();
      hold("");
      if (!props.readOnly) props.onClear();
    } else if (event.key === "Escape") {
      if (typed === "") event.currentTarget.blur();
      hold("");
    }
  };
  const onPaste = (event: ClipboardEvent) => {
    event.preventDefault();
    const lines = event.clipboardData.getData("text/plain").replace(/\r?\n$/, "");
    props.onPaste(lines.split(/\r?\n/).map((line) => line.split("\t")));
  };

  return (
    <input
      ref={props.inputRef}
      className="grid-entry"
      type="text"
      inputMode="none"
      autoComplete="off"
      aria-label={props.label}
      aria-invalid={props.invalid || undefined}
      readOnly={props.readOnly}
      data-typing={typed === "" ? undefined : "true"}
      value={typed}
      onChange={(event) => onChange(event.target.value)}
      onKeyDown={onKeyDown}
      onBlur={() => void commit()}
      onPaste={onPaste}
    />
  );
}

const steps: Readonly<Record<string, readonly [down: number, right: number]>> = {
  Enter: [1, 0],
  ArrowDown: [1, 0],
  ArrowUp: [-1, 0],
  ArrowRight: [0, 1],
  ArrowLeft: [0, -1],
  Tab: [0, 1],
};

/** With a Chinese input method on, the letter arrives as "Process"; the place of the key still tells it. */
const isNextKey = (event: KeyboardEvent): boolean =>
  event.key === "n" || event.key === "N" || (event.key === "Process" && event.code === "KeyN");
