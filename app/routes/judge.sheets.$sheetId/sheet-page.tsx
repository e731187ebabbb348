// The page of one sheet: identity above, the aspects, the subtotal under the thumb. Everything it says comes from useMarking.
import { useNavigate, useNavigation } from "@remix-run/react";
import { type MouseEvent, useEffect, useRef, useState } from "react";
import type { FormProblem } from "#app/form-answer.ts";
import { useShell } from "#app/frame.tsx";
import {
  ButtonLink,
  DemoRibbon,
  Notice,
  Row,
  SegmentProgress,
  SheetSection,
  SheetShell,
} from "#app/kit/index.ts";
import { useKeptCopy } from "#app/live/kept-copy.ts";
import { useMarking } from "#app/live/use-marking.ts";
import type { SheetCell } from "#app/sheet/cells.ts";
import { unreadOf } from "#app/sheet/day-notices.tsx";
import { IdentityBar } from "#app/sheet/identity-bar.tsx";
import { OfflineCopy } from "#app/sheet/offline-copy.tsx";
import { isClosed, stageOf } from "#app/sheet/panel.ts";
import { readWork } from "#app/sheet/work.ts";
import { useCodeWord } from "#app/skill/code-word.ts";
import { formatExact } from "#domain/exact.ts";
import { sheetId } from "#domain/marking/lock.ts";
import { isPerSeat } from "#domain/schemes/aspect.ts";
import { subcriterionTotal } from "#domain/schemes/scheme.ts";
import type { Sheet } from "#server/marking/load-sheet.ts";
import type { Evidence } from "#server/marking/read-evidence.ts";
import type { Words } from "#words/index.ts";
import { say } from "#words/language.ts";
import { AspectEntry } from "./aspect-entry.tsx";
import { DeclareConflict } from "./declare-conflict.tsx";
import { KeyHints } from "./key-hints.tsx";
import { SheetFoot } from "./sheet-foot.tsx";
import { focusAspect, nextOpen, useActiveRow, useSheetKeys } from "./sheet-keys.ts";
import { SheetNotices } from "./sheet-notices.tsx";
import { useEvidence } from "./use-evidence.ts";

export type SheetWords = Words["judge"];
type Props = {
  sheet: Sheet;
  /** For the forms without JavaScript: one request id per aspect, made with the page. */
  requestIds: Readonly<Record<string, string>>;
  evidence: readonly Evidence[];
  /** The aspect whose evidence a page without JavaScript shows. */
  opened: string | null;
  words: SheetWords;
  refused: FormProblem | undefined;
};

export function SheetPage({ sheet, requestIds, evidence, opened, words, refused }: Props) {
  const { shell, terms, demo } = useShell();
  const marking = useMarking(sheet);
  const { cells } = marking;
  const drawn = useKeptCopy(marking.connection);
  const [active, setActive] = useActiveRow(cells.find((cell) => cell.open)?.aspect.id ?? null);
  const [held, setHeld] = useState(false);
  const navigate = useNavigate();
  const { state } = useNavigation();
  // From the key that leaves to the next sheet on the screen: a digit meant for the next work must not mark this one.
  const leaving = useRef(false);
  const here = sheetId(sheet.contestant.id, sheet.subcriterion.id);
  const onward = `/judge/next?skill=${sheet.skill.id}&after=${encodeURIComponent(here)}`;
  const told = words.sheet;
  const codeWord = useCodeWord(sheet.codingLayers);
  const desk = useEvidence(here, evidence, opened, words.evidence, marking.ended !== null);

  useEffect(() => {
    const named = decodeURIComponent(window.location.hash.slice(1));
    if (named !== "") focusAspect(named);
    // What the chief judge has to say is read before the mark that the address names.
    document.getElementById(unreadOf(sheet.skill.id))?.scrollIntoView({ block: "center" });
  }, [sheet.skill.id]);

  useEffect(() => {
    if (state === "idle") leaving.current = false;
  }, [state]);

  /** Other sheets come from the server; without a line this one stays, so that nothing on the screen is lost. */
  const mayLeave = (): boolean => {
    const may = marking.connection !== "offline" && navigator.onLine;
    setHeld(!may);
    return may;
  };
  const guard = (event: MouseEvent) => void (mayLeave() || event.preventDefault());
  const goOn = (): void => {
    const next = nextOpen(cells, active);
    if (next) {
      setActive(next);
      focusAspect(next);
    } else if (mayLeave()) {
      leaving.current = true;
      navigate(onward);
    }
  };
  useSheetKeys({
    cells,
    active,
    enter: marking.enter,
    goOn,
    showEvidence: desk.show,
    isLeaving: () => leaving.current,
  });

  const work = readWork(sheet, marking.panel, cells);
  const mayMark =
    !isClosed(marking.panel, sheet) && sheet.barred === null && marking.device.elsewhere === null;
  const at = cells.findIndex((cell) => cell.aspect.id === active);
  return (
    <SheetShell>
      <DemoRibbon demo={demo ? shell.demo : undefined} />
      <IdentityBar
        codeLabel={codeWord}
        code={sheet.contestant.code}
        of={sheet}
        facts={[{ label: told.seat, value: say(told.seatOf, { n: sheet.seat, of: sheet.seats }) }]}
        marking={marking}
        words={words}
      />
      <div className="sheet-way">
        <OfflineCopy drawn={drawn} words={words} />
        <SegmentProgress
          label={say(told.segments, { of: work.of, given: work.given })}
          segments={work.segments}
          current={at < 0 ? undefined : work.start + at}
        />
        <Row>
          <ButtonLink to="/judge" variant="quiet" size="small" onClick={guard}>
            {told.back}
          </ButtonLink>
          <ButtonLink
            to={`/judge/panels/${sheet.skill.id}/${sheet.subcriterion.id}`}
            variant="quiet"
            size="small"
            onClick={guard}
          >
            {words.grid.toGrid}
          </ButtonLink>
          <ButtonLink to={`/judge/sheets/${here}/print`} variant="quiet" size="small" onClick={guard}>
            {told.print}
          </ButtonLink>
          {!sheet.barred && stageOf(marking.panel) === "scoring" && <DeclareConflict words={words} />}
        </Row>
      </div>
      <SheetNotices sheet={sheet} here={here} words={words} marking={marking} held={held} refused={refused} />
      <SheetSection
        title={say(told.section, { id: sheet.subcriterion.id, name: sheet.subcriterion.name })}
        detail={say(told.detail, {
          day: sheet.subcriterion.day,
          n: cells.length,
          max: formatExact(subcriterionTotal(sheet.subcriterion)),
        })}
        note={blindNote(cells, terms, told)}
      >
        {cells.map((cell) => (
          <AspectEntry
            key={cell.aspect.id}
            cell={cell}
            sheet={sheet}
            marking={marking}
            evidence={desk}
            words={words}
            active={cell.aspect.id === active}
            requestId={requestIds[cell.aspect.id] ?? ""}
            problem={refused?.values["aspectId"] === cell.aspect.id ? refused : undefined}
            onFocus={() => setActive(cell.aspect.id)}
          />
        ))}
        {mayMark && work.given === work.of && (
          <Notice
            tone="celadon"
            live="status"
            title={told.workDone}
            actions={
              <ButtonLink to={onward} onClick={guard}>
                {told.nextWork}
              </ButtonLink>
            }
          />
        )}
        <KeyHints aspects={mayMark ? cells.map((cell) => cell.aspect) : []} words={words} />
      </SheetSection>
      <SheetFoot
        sheet={sheet}
        cells={cells}
        work={work}
        words={words}
        onward={onward}
        guard={guard}
        goOn={goOn}
      />
    </SheetShell>
  );
}

/** Which kinds are marked unseen by the other seats; nothing where none is. */
function blindNote(cells: readonly SheetCell[], terms: Words["terms"], told: SheetWords["sheet"]) {
  const kinds = new Set(
    cells
      .map((cell) => cell.aspect)
      .filter(isPerSeat)
      .map((aspect) => aspect.kind),
  );
  const named = [...kinds].map((kind) => say(told.quoted, { badge: terms.aspectBadge[kind] })).join("");
  return named === "" ? undefined : say(told.blind, { kinds: named });
}
