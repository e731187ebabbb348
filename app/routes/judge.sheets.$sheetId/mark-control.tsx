// The control of an aspect, by its kind. Until the outbox is open its buttons post the form around it.
import { LevelChoice, MeasureChoice, ValueEntry } from "#app/kit/index.ts";
import type { Marking } from "#app/live/use-marking.ts";
import type { SheetCell } from "#app/sheet/cells.ts";
import { exact } from "#domain/exact.ts";
import { say } from "#words/language.ts";
import type { SheetWords } from "./sheet-page.tsx";

type Props = { cell: SheetCell; marking: Marking; words: SheetWords; disabled: boolean };

export function MarkControl({ cell, marking, words, disabled }: Props) {
  const { aspect, value } = cell;
  const told = words.sheet;
  const onChoose = marking.ready
    ? (chosen: string, stepped?: boolean) => void marking.enter(aspect, chosen, stepped ? null : undefined)
    : undefined;
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
        invalid={marking.refused[aspect.id] !== undefined || marking.doubtful[aspect.id] !== undefined}
      />
      <noscript>
        <button type="submit" className="button">
          {told.save}
        </button>
      </noscript>
    </>
  );
}
