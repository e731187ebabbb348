// The control of an aspect, by its kind. Until the outbox is open its buttons post the form around it.
import { LevelChoice, MeasureChoice, ValueEntry } from "#app/kit/index.ts";
import { exact } from "#domain/exact.ts";
import type { Words } from "#words/index.ts";
import { say } from "#words/language.ts";
import type { SheetCell } from "./cells.ts";

type Props = {
  cell: SheetCell;
  words: Words["judge"];
  disabled: boolean;
  invalid: boolean;
  /** Absent until the outbox is open. */
  onChoose: ((value: string, stepped?: boolean) => void) | undefined;
  onClear: (() => void) | undefined;
};

export function MarkControl({ cell, words, disabled, invalid, onChoose, onClear }: Props) {
  const { aspect, value } = cell;
  const told = words.sheet;
  const common = { label: `${aspect.id} ${aspect.description}`, name: "value", disabled, onChoose };
  if (aspect.kind === "judgement") {
    const describe = (level: string): string =>
      say(told.levelOf, { level, text: aspect.levels[Number(level)] ?? "" });
    return <LevelChoice {...common} value={value} describe={describe} />;
  }
  if (aspect.kind === "measurement") {
    const shown = value === null ? null : exact(value).equals(exact(aspect.max)) ? aspect.max : "0";
    return (
      <MeasureChoice
        {...common}
        value={shown}
        full={aspect.max}
        fullLabel={told.full}
        zeroLabel={told.zero}
      />
    );
  }
  return (
    <>
      <ValueEntry
        {...common}
        value={value}
        step={aspect.step}
        min="0"
        max={aspect.max}
        placeholder={told.enterValue}
        decreaseLabel={told.less}
        increaseLabel={told.more}
        invalid={invalid}
        onClear={onClear}
      />
      <noscript>
        <button type="submit" className="button">
          {told.save}
        </button>
      </noscript>
    </>
  );
}
