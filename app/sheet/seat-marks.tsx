// A mark by each seat (去高去低): until all are in only how many; then every mark, the two dropped ones struck through.
import { VisuallyHidden } from "#app/kit/index.ts";
import { droppedSeats } from "#domain/marking/trimmed.ts";
import type { Words } from "#words/index.ts";
import { say } from "#words/language.ts";
import type { SeatsCell } from "./panel.ts";

type Told = Words["judge"]["sheet"];

/** `asked` are the seats that give a mark, in the order of the marks. */
export function SeatMarks(props: { seats: SeatsCell | null; asked: readonly number[]; told: Told }) {
  const { seats, asked, told } = props;
  if (!seats?.marks)
    return (
      <p className="aspect-requirement">
        {say(told.marksIn, { given: seats?.given ?? 0, of: asked.length })}
      </p>
    );
  const { marks, mark } = seats;
  const dropped = mark === null ? new Set<number>() : droppedSeats(marks);
  return (
    <div className="seat-marks">
      <ul>
        {marks.map((one, at) => (
          <li key={at}>
            <span>{say(told.seatShort, { n: asked[at]! })}</span>{" "}
            <MarkOfSeat mark={one} dropped={dropped.has(at)} told={told} />
          </li>
        ))}
      </ul>
      <p className={mark === null ? "earned alarm" : "earned"}>
        {mark === null ? say(told.tooFew, { given: seats.given }) : say(told.earns, { mark })}
      </p>
    </div>
  );
}

function MarkOfSeat({ mark, dropped, told }: { mark: string | null; dropped: boolean; told: Told }) {
  if (mark === null) return <b>{told.missing}</b>;
  if (!dropped) return <b>{mark}</b>;
  return (
    <>
      <s>{mark}</s>
      <VisuallyHidden>{told.dropped}</VisuallyHidden>
    </>
  );
}
