// The control of an aspect, by its kind. Until the outbox is open its buttons post the form around it.
import { LevelChoice, MeasureChoice, ValueEntry } from "#app/kit/index.ts";
import { exact } from "#domain/exact.ts";
import type { PanelAspect } from "#domain/marking/yield.ts";
import type { TrimmedAspect } from "#domain/schemes/aspect.ts";
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
  if (aspect.kind === "measurement" && !aspect.how) {
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
        {...rangeOf(aspect)}
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

/** The range of what is typed; a measured figure and a time have no maximum of marks. */
function rangeOf(aspect: PanelAspect | TrimmedAspect): { step: string; min: string; max: string } {
  switch (aspect.kind) {
    case "value":
      return { step: aspect.step, min: "0", max: aspect.max };
    case "trimmed":
      return { step: aspect.step, min: "0", max: aspect.scale ?? aspect.max };
    case "veto":
      return { step: "1", min: "0", max: "1" };
    case "deduction":
      return { step: "1", min: "0", max: "999" };
    case "time":
      return { step: "1", min: "0", max: "359999" };
    case "measurement":
      return aspect.how?.by === "bands"
        ? { step: "0.01", min: "", max: "" }
        : { step: "1", min: "0", max: aspect.how?.by === "share" ? String(aspect.how.of) : aspect.max };
  }
}
