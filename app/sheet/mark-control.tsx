// The control of an aspect, by its kind, and beside it what the entry earns. Until the outbox is open its buttons post the
// form around it.
import { ChoiceGroup, ValueEntry } from "#app/kit/index.ts";
import type { MarkingRules } from "#domain/marking/states.ts";
import type { Words } from "#words/index.ts";
import type { SheetCell } from "./cells.ts";
import { earnedOf, earnsBeside } from "./earned.ts";
import { chosenOf, entryOf } from "./entry-of.ts";

type Props = {
  cell: SheetCell;
  rules: Pick<MarkingRules, "rounding">;
  words: Words["judge"];
  disabled: boolean;
  invalid: boolean;
  /** Absent until the outbox is open. */
  onChoose: ((value: string, stepped?: boolean) => void) | undefined;
  onClear: (() => void) | undefined;
};

export function MarkControl(props: Props) {
  const { cell, rules, words } = props;
  return (
    <>
      <Control {...props} />
      {earnsBeside(cell.aspect) && <EarnedLine cell={cell} rules={rules} told={words.sheet} />}
    </>
  );
}

function Control({ cell, words, disabled, invalid, onChoose, onClear }: Props) {
  const { aspect, value } = cell;
  const told = words.sheet;
  const common = { label: `${aspect.id} ${aspect.description}`, name: "value", disabled, onChoose };
  const way = entryOf(aspect, told);
  if (way.by === "choice") {
    const { looks, choices } = way;
    return <ChoiceGroup {...common} className={looks} choices={choices} value={chosenOf(choices, value)} />;
  }
  const { by: _, ...range } = way;
  return (
    <>
      <ValueEntry
        {...common}
        {...range}
        value={value}
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

/** It keeps its line while nothing is entered, so that rows do not move under the finger. */
function EarnedLine(props: Pick<Props, "cell" | "rules"> & { told: Words["judge"]["sheet"] }) {
  const { cell, rules, told } = props;
  const { aspect, value } = cell;
  const earned = earnsBeside(aspect) && value !== null ? earnedOf(aspect, value, rules, told) : null;
  return (
    <p className={earned?.alarm ? "earned alarm" : "earned"} role="status">
      {earned?.text}
    </p>
  );
}
