// The bar at the thumb: the instant subtotal of what is saved, how far this work is, and the way on.
import type { MouseEvent } from "react";
import { ButtonLink, KeyHint, SubtotalBar } from "#app/kit/index.ts";
import { type SheetCell, sumUp } from "#app/sheet/cells.ts";
import type { Work } from "#app/sheet/work.ts";
import { formatExact } from "#domain/exact.ts";
import { sheetId } from "#domain/marking/lock.ts";
import type { Sheet } from "#server/marking/load-sheet.ts";
import { say } from "#words/language.ts";
import type { SheetWords } from "./sheet-page.tsx";

/** How far this work is; once it is, that it is complete, or that only others are missing. */
function workSaid({ given, of, agreed }: Work, told: SheetWords["sheet"]): string {
  if (agreed === of) return told.workDone;
  return given === of ? told.workGiven : say(told.workOf, { given, of });
}

export function SheetFoot(props: {
  sheet: Sheet;
  cells: readonly SheetCell[];
  work: Work;
  words: SheetWords;
  onward: string;
  guard: (event: MouseEvent) => void;
  goOn: () => void;
}) {
  const { sheet, cells, work } = props;
  const told = props.words.sheet;
  const total = sumUp(sheet, cells);
  const place = sheet.contestants.findIndex((one) => one.id === sheet.contestant.id);
  const previous = sheet.contestants[place - 1];
  const next = (event: MouseEvent): void => {
    event.preventDefault();
    props.goOn();
  };
  return (
    <SubtotalBar
      label={say(told.subtotal, { saved: total.saved, of: total.of })}
      value={formatExact(total.marks)}
      max={formatExact(total.max)}
      extra={total.judgements.of > 0 ? say(told.judgements, total.judgements) : undefined}
      progressLabel={told.work}
      progress={workSaid(work, told)}
      isDone={work.agreed === work.of}
    >
      {previous && (
        <ButtonLink to={`/judge/sheets/${sheetId(previous.id, sheet.subcriterion.id)}`} onClick={props.guard}>
          {told.previous}
        </ButtonLink>
      )}
      <ButtonLink to={props.onward} variant="primary" onClick={next}>
        {told.next} <KeyHint keys="N" />
      </ButtonLink>
    </SubtotalBar>
  );
}
