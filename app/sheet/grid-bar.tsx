// The bar under the grid: whose cell is in hand, what is asked, the same control as on the sheet, the state in words, and a
// conflict with both values until a person decides.
import { useShell } from "#app/frame.tsx";
import { Button, CellState, focusEntry, KeyHint, LevelDescriptions, Notice } from "#app/kit/index.ts";
import type { CellAt, RefusedEntry, Sheets } from "#app/live/use-sheets.ts";
import type { MarkingRules } from "#domain/marking/states.ts";
import { meaningOf } from "#domain/schemes/aspect.ts";
import { say } from "#words/language.ts";
import { refusalSentence } from "#words/refusals.ts";
import type { SheetCell } from "./cells.ts";
import { DoubtBox } from "./doubt-box.tsx";
import { type GridWords, stateWord } from "./grid-rows.ts";
import { MarkControl } from "./mark-control.tsx";
import { ConflictBox } from "./mark-disputes.tsx";

export type BarProps = {
  cell: SheetCell;
  code: string;
  /** Why the cell takes nothing. */
  closed: string | null;
  refused: RefusedEntry | undefined;
  sheets: Sheets;
  rules: Pick<MarkingRules, "rounding">;
  words: GridWords;
  /** Where the control posts without JavaScript. */
  action: string;
  requestId: string;
  onNext: () => void;
  onDecide: (keeps: "theirs" | "mine") => void;
};

export function GridBar(props: BarProps) {
  const { cell, code, closed, sheets, words } = props;
  const { aspect, seat } = cell;
  const at: CellAt = { contestantId: cell.contestantId, aspect, seat };
  const doubtful = sheets.doubtful[cell.contestantId]?.[cell.place];
  const disabled = closed !== null || cell.conflict !== null;
  const again = cell.seats && cell.seats.round > 1 && !cell.closed ? cell.seats : null;
  return (
    <section className="grid-bar" aria-label={say(words.grid.cellAt, { code, place: aspect.id })}>
      <div className="grid-bar-who">
        <p className="grid-bar-code" translate="no">
          {code}
        </p>
        <p>
          {aspect.id}
          {seat !== null && ` · ${say(words.grid.rowSeat, { n: seat })}`}
        </p>
      </div>
      <div className="grid-bar-ask">
        <h2>{aspect.description}</h2>
        {aspect.requirement && <p className="aspect-requirement">{aspect.requirement}</p>}
        {aspect.kind === "judgement" && (
          <LevelDescriptions
            items={aspect.levels.map((text, level) => ({ level: String(level), text }))}
            value={cell.value}
          />
        )}
        {again && (
          <p className="grid-bar-again">
            {say(words.grid.before, { round: cell.round, levels: again.levels?.join(" / ") ?? "" })}
          </p>
        )}
      </div>
      <div className="grid-bar-answer">
        {cell.conflict ? (
          <ConflictBox conflict={cell.conflict} onDecide={props.onDecide} words={words} />
        ) : (
          <form id="grid-entry" method="post" action={props.action}>
            <input type="hidden" name="contestantId" value={cell.contestantId} />
            <input type="hidden" name="aspectId" value={aspect.id} />
            {seat !== null && <input type="hidden" name="seat" value={seat} />}
            <input type="hidden" name="round" value={cell.round} />
            <input type="hidden" name="expectedVersion" value={cell.saved?.version ?? 0} />
            <input type="hidden" name="meant" value={meaningOf(cell.aspect)} />
            <input type="hidden" name="requestId" value={props.requestId} />
            <MarkControl
              key={`${cell.contestantId}/${cell.place}`}
              cell={cell}
              rules={props.rules}
              words={words}
              disabled={disabled}
              invalid={props.refused !== undefined || doubtful !== undefined}
              onChoose={
                sheets.ready
                  ? (chosen, stepped) => sheets.enter(at, chosen, stepped ? null : undefined)
                  : undefined
              }
              onClear={sheets.ready ? () => sheets.enter(at, null) : undefined}
            />
          </form>
        )}
        {doubtful && !disabled && (
          <DoubtBox
            key={`${cell.contestantId}/${cell.place}/${doubtful.value}`}
            entry={doubtful}
            onKeep={(reason) => {
              sheets.enter(at, doubtful.value, reason);
              focusEntry();
            }}
            onCorrect={() => {
              sheets.correct(at);
              focusEntry();
            }}
            words={words}
          />
        )}
        <div className="aspect-foot">
          <BarState {...props} />
          {cell.value !== null && !disabled && sheets.ready && (
            <button
              type="button"
              className="take-back"
              tabIndex={-1}
              aria-keyshortcuts="Delete"
              aria-label={`${aspect.id} ${words.sheet.clear}`}
              onClick={() => sheets.enter(at, null)}
            >
              {words.grid.clear}
            </button>
          )}
          <p className="aspect-id">{say(words.sheet.max, { max: aspect.max })}</p>
        </div>
      </div>
      <Button variant="primary" onClick={props.onNext}>
        {words.grid.next} <KeyHint keys="N" />
      </Button>
    </section>
  );
}

function BarState({ cell, closed, refused, sheets, words }: BarProps) {
  const { language } = useShell();
  if (refused)
    return (
      <Notice tone="cinnabar" live="alert" title={say(words.sheet.typed, { typed: refused.typed })}>
        {refusalSentence(refused.refusal, language)}
      </Notice>
    );
  if (closed !== null && cell.state !== "conflict")
    return (
      <p className="cell-state" role="status">
        {closed}
      </p>
    );
  const asked = sheets.doubtful[cell.contestantId]?.[cell.place] !== undefined;
  return asked ? (
    <CellState state="refused" label={words.state.refused} />
  ) : (
    <CellState state={cell.state} label={stateWord(cell, words)} />
  );
}
