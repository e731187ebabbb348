// One aspect on the sheet: what is asked, its control, the state of its cell, and what a person still has to decide.
import { useRef } from "react";
import type { FormProblem } from "#app/form-answer.ts";
import { useShell } from "#app/frame.tsx";
import { AspectRow, CellState, LevelDescriptions } from "#app/kit/index.ts";
import type { Marking, RefusedEntry } from "#app/live/use-marking.ts";
import { mayGive, type SheetCell } from "#app/sheet/cells.ts";
import { DoubtBox } from "#app/sheet/doubt-box.tsx";
import { MarkControl } from "#app/sheet/mark-control.tsx";
import { AgainBanner, ConflictBox, PostedProblem } from "#app/sheet/mark-disputes.tsx";
import { isClosed } from "#app/sheet/panel.ts";
import { particularsOf } from "#app/sheet/particulars.ts";
import { SeatMarks } from "#app/sheet/seat-marks.tsx";
import { shanghaiTime } from "#domain/calendar.ts";
import { seatsOfAspect } from "#domain/marking/seats.ts";
import { type Aspect, isBeside, isPerSeat, meaningOf } from "#domain/schemes/aspect.ts";
import type { Sheet } from "#server/marking/load-sheet.ts";
import type { Words } from "#words/index.ts";
import { type Language, say } from "#words/language.ts";
import { refusalSentence } from "#words/refusals.ts";
import { EvidencePanel, EvidenceToggle } from "./evidence-panel.tsx";
import { focusAspect } from "./sheet-keys.ts";
import type { SheetWords } from "./sheet-page.tsx";
import type { EvidenceDesk } from "./use-evidence.ts";

export function AspectEntry(props: {
  cell: SheetCell;
  sheet: Sheet;
  marking: Marking;
  evidence: EvidenceDesk;
  words: SheetWords;
  active: boolean;
  requestId: string;
  problem: FormProblem | undefined;
  onFocus: () => void;
}) {
  const { cell, sheet, marking, words } = props;
  const { terms, language } = useShell();
  const { aspect } = cell;
  const levels = useRef<readonly number[] | null>(null);
  if (cell.seats?.state === "disagreeing" && cell.seats.levels) levels.current = cell.seats.levels;
  const closed = isClosed(marking.panel, sheet);
  const disabled =
    closed ||
    marking.device.elsewhere !== null ||
    sheet.barred !== null ||
    cell.closed ||
    cell.conflict !== null ||
    !mayGive(sheet, aspect);
  const doubtful = marking.doubtful[aspect.id];
  const form = `enter-${aspect.id}`;
  const evidence = {
    aspectId: aspect.id,
    desk: props.evidence,
    words: words.evidence,
    mayChange: !closed && sheet.barred === null,
  };
  // A form about evidence names what it wants; one that enters a mark does not.
  const about = props.problem?.values["intent"] ? props.problem : undefined;
  const problem = about ? undefined : props.problem;
  const clear = cell.value !== null && !disabled && (
    <TakeBack form={form} aspect={aspect} marking={marking} words={words} />
  );
  return (
    <AspectRow
      anchor={aspect.id}
      id={aspect.id}
      kindBadge={terms.aspectBadge[aspect.kind]}
      kindLabel={terms.aspectKind[aspect.kind]}
      title={aspect.description}
      requirement={<Asked aspect={aspect} particulars={terms.particulars} />}
      max={isBeside(aspect) ? words.sheet.beside : say(words.sheet.max, { max: aspect.max })}
      active={props.active}
      unset={cell.open}
      onFocus={props.onFocus}
      state={
        <>
          <State
            cell={cell}
            refused={marking.refused[aspect.id]}
            asked={doubtful !== undefined}
            words={words}
            language={language}
            sheet={sheet}
          />
          {props.active ? clear : clear && <noscript>{clear}</noscript>}
        </>
      }
      beside={<EvidenceToggle {...evidence} />}
      below={<EvidencePanel {...evidence} problem={about} blind={isPerSeat(aspect)} />}
      details={
        aspect.kind === "trimmed" ? (
          <SeatMarks seats={cell.seats} asked={seatsOfAspect(aspect, sheet.rules)} told={words.sheet} />
        ) : (
          aspect.kind === "judgement" && (
            <>
              <LevelDescriptions
                items={aspect.levels.map((text, level) => ({ level: String(level), text }))}
                value={cell.value}
              />
              <p className="aspect-requirement">{seatsSay(cell, sheet, words)}</p>
            </>
          )
        )
      }
    >
      {aspect.kind === "judgement" && cell.seats && cell.seats.round > 1 && cell.seats.state !== "agreed" && (
        <AgainBanner round={cell.round} levels={levels.current} words={words} />
      )}
      <form id={form} method="post">
        <input type="hidden" name="aspectId" value={aspect.id} />
        <input type="hidden" name="round" value={cell.round} />
        <input type="hidden" name="expectedVersion" value={cell.saved?.version ?? 0} />
        <input type="hidden" name="meant" value={meaningOf(cell.aspect)} />
        <input type="hidden" name="requestId" value={props.requestId} />
        <MarkControl
          cell={cell}
          rules={sheet.rules}
          words={words}
          disabled={disabled}
          invalid={marking.refused[aspect.id] !== undefined || doubtful !== undefined}
          onChoose={
            marking.ready
              ? (chosen, stepped) => marking.enter(aspect, chosen, stepped ? null : undefined)
              : undefined
          }
          onClear={marking.ready ? () => marking.enter(aspect, null) : undefined}
        />
      </form>
      {doubtful && !disabled && (
        <DoubtBox
          key={doubtful.value}
          entry={doubtful}
          onKeep={(reason) => {
            marking.enter(aspect, doubtful.value, reason);
            focusAspect(aspect.id);
          }}
          onCorrect={() => {
            marking.correct(aspect);
            focusAspect(aspect.id);
          }}
          words={words}
        />
      )}
      {cell.conflict && (
        <ConflictBox
          conflict={cell.conflict}
          onDecide={(keeps) => void marking.decide(cell, keeps)}
          words={words}
        />
      )}
      {problem && !cell.conflict && <PostedProblem problem={problem} cell={cell} form={form} words={words} />}
    </AspectRow>
  );
}

/** What is looked at and, but for plain marks whose steps the control keeps, what an entry earns. */
function Asked({ aspect, particulars }: { aspect: Aspect; particulars: Words["terms"]["particulars"] }) {
  const earns = aspect.kind === "value" ? null : particularsOf(aspect, particulars);
  return (
    <>
      {aspect.requirement && <p>{aspect.requirement}</p>}
      {earns && <p>{earns}</p>}
    </>
  );
}

function State(props: {
  cell: SheetCell;
  refused: RefusedEntry | undefined;
  /** A mark is asked about and not kept yet. */
  asked: boolean;
  words: SheetWords;
  language: Language;
  sheet: Sheet;
}) {
  const { cell, refused, asked, words, language, sheet } = props;
  const at = cell.state === "saved" ? cell.saved?.at : null;
  const version =
    cell.state === "saved" && !at && cell.saved
      ? say(words.state.savedVersion, { n: cell.saved.version })
      : null;
  return (
    <>
      {refused || asked ? (
        <CellState
          state="refused"
          label={refused ? refusalSentence(refused.refusal, language) : words.state.refused}
        />
      ) : mayGive(sheet, cell.aspect) ? (
        <CellState
          state={cell.state}
          label={version ?? words.state[cell.state]}
          time={at ? shanghaiTime(new Date(at)) : undefined}
        />
      ) : (
        <p>{say(words.sheet.notNeeded, { n: seatsOfAspect(cell.aspect, sheet.rules).length })}</p>
      )}
    </>
  );
}

/** Before all seats are in only their number is known; afterwards every level and the mark. */
function seatsSay({ aspect, seats }: SheetCell, sheet: Sheet, words: SheetWords): string {
  if (seats?.mark != null && seats.levels)
    return say(words.sheet.agreed, { levels: seats.levels.join(" / "), mark: seats.mark });
  return say(words.sheet.seatsIn, {
    given: seats?.given ?? 0,
    of: seatsOfAspect(aspect, sheet.rules).length,
  });
}

/**
 * Takes the mark back to unset. It stands in the line of the state, so that rows keep their height under the finger; Tab goes
 * from mark to mark, and Delete does the same.
 */
function TakeBack(props: { form: string; aspect: SheetCell["aspect"]; marking: Marking; words: SheetWords }) {
  const { aspect, marking, words } = props;
  return (
    <button
      type="submit"
      form={props.form}
      name="clear"
      value="1"
      className="take-back"
      tabIndex={marking.ready ? -1 : undefined}
      aria-keyshortcuts="Delete"
      aria-label={`${aspect.id} ${words.sheet.clear}`}
      onClick={(event) => {
        if (!marking.ready) return;
        event.preventDefault();
        marking.enter(aspect, null);
      }}
    >
      {words.sheet.keyClear}
    </button>
  );
}
