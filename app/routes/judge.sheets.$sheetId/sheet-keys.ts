// The keyboard of the sheet: digits choose on the focused aspect, N goes to the next unset one, Delete takes a mark back,
// E opens the evidence of the aspect and Escape comes back from it.
import { useCallback, useEffect, useRef, useState } from "react";
import type { SheetCell } from "#app/sheet/cells.ts";
import { isTyped, keyedValue } from "#app/sheet/entry-of.ts";
import type { Aspect } from "#domain/schemes/aspect.ts";

/** The first unset aspect after `from`, once around; null when this judge owes nothing here. */
export function nextOpen(cells: readonly SheetCell[], from: string | null): string | null {
  const start = cells.findIndex((cell) => cell.aspect.id === from) + 1;
  const ordered = [...cells.slice(start), ...cells.slice(0, start)];
  return ordered.find((cell) => cell.open && cell.aspect.id !== from)?.aspect.id ?? null;
}

/** Puts the focus on the control of an aspect and its row into sight. */
export function focusAspect(aspectId: string): void {
  const row = document.getElementById(aspectId);
  row?.scrollIntoView({ block: "nearest" });
  row
    ?.querySelector<HTMLElement>('[role="radio"][tabindex="0"]:enabled, input[type="text"]:enabled')
    ?.focus({ preventScroll: true });
}

type Keys = {
  readonly cells: readonly SheetCell[];
  readonly active: string | null;
  readonly enter: (aspect: Aspect, value: string | null) => void;
  readonly goOn: () => void;
  /** Opens or closes the evidence under a row. */
  readonly showEvidence: (aspectId: string, open: boolean) => void;
  /** The next sheet is on its way: until it stands, no key marks the one that is still shown. */
  readonly isLeaving: () => boolean;
};

export function useSheetKeys(keys: Keys): void {
  const latest = useRef(keys);
  useEffect(() => {
    latest.current = keys;
  });
  useEffect(() => {
    const pressed = (event: KeyboardEvent) => handle(event, latest.current);
    // Before any control of the page hears it: a choice group takes digits by itself.
    const before = (event: KeyboardEvent) => {
      if (latest.current.isLeaving() && marks(event)) {
        event.preventDefault();
        event.stopImmediatePropagation();
      }
    };
    window.addEventListener("keydown", before, true);
    window.addEventListener("keydown", pressed);
    return () => {
      window.removeEventListener("keydown", before, true);
      window.removeEventListener("keydown", pressed);
    };
  }, []);
}

function handle(event: KeyboardEvent, { cells, active, enter, goOn, showEvidence }: Keys): void {
  if (event.defaultPrevented || event.altKey || event.ctrlKey || event.metaKey || event.repeat) return;
  // A dialog over the sheet and the evidence under a row have their own keys.
  if (event.target instanceof Element && event.target.closest("dialog, .evidence")) {
    if (event.key !== "Escape" || !active || !event.target.closest(".evidence")) return;
    showEvidence(active, false);
    focusAspect(active);
    return;
  }
  const typing = event.target instanceof HTMLInputElement;
  const aspect = cells.find((cell) => cell.aspect.id === active)?.aspect;
  if (isNext(event)) {
    event.preventDefault();
    if (typing) (event.target as HTMLInputElement).blur();
    goOn();
  } else if (aspect && isLetter(event, "e")) {
    event.preventDefault();
    showEvidence(aspect.id, true);
    requestAnimationFrame(() =>
      document.querySelector<HTMLElement>(`[id="evidence-${aspect.id}"] :is(textarea, a, summary)`)?.focus(),
    );
  } else if (typing || !aspect) {
    return;
  } else if (event.key === "Delete" || event.key === "Backspace") {
    event.preventDefault();
    enter(aspect, null);
  } else if (/^\d$/.test(event.key)) {
    choose(aspect, event, enter);
  }
}

/** Whether a key would mark something: digits, arrows and space choose, Delete takes back, Enter and N commit. */
const marks = (event: KeyboardEvent): boolean =>
  isNext(event) || /^(\d|\.|Delete|Backspace|Arrow\w+|Enter| )$/.test(event.key);

/** With a Chinese input method on, the letter arrives as "Process"; the place of the key still tells it. */
const isLetter = (event: KeyboardEvent, letter: string): boolean =>
  event.key.toLowerCase() === letter ||
  (event.key === "Process" && event.code === `Key${letter.toUpperCase()}`);
const isNext = (event: KeyboardEvent): boolean => isLetter(event, "n");

function choose(aspect: Aspect, event: KeyboardEvent, enter: Keys["enter"]): void {
  focusAspect(aspect.id);
  if (isTyped(aspect)) return;
  event.preventDefault();
  const value = keyedValue(aspect, event.key);
  if (value !== undefined) enter(aspect, value);
}

/**
 * The row in hand. While a button is held down it does not change: rows that move between press and release would
 * take the mark away from under the finger.
 */
export function useActiveRow(first: string | null): [string | null, (aspectId: string) => void] {
  const [active, setActive] = useState(first);
  const pressed = useRef(false);
  const wanted = useRef<string | null>(null);
  useEffect(() => {
    const down = () => {
      pressed.current = true;
    };
    const up = () => {
      setTimeout(() => {
        pressed.current = false;
        if (wanted.current !== null) setActive(wanted.current);
        wanted.current = null;
      });
    };
    window.addEventListener("mousedown", down, true);
    window.addEventListener("mouseup", up, true);
    return () => {
      window.removeEventListener("mousedown", down, true);
      window.removeEventListener("mouseup", up, true);
    };
  }, []);
  const take = useCallback((aspectId: string) => {
    if (pressed.current) wanted.current = aspectId;
    else setActive(aspectId);
  }, []);
  return [active, take];
}
