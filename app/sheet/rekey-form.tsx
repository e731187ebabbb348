// Blind re-keying of one sheet: every place of the paper with the sheet's own controls, none of the marks that stand; what
// agreed in the last reading stays, and is not asked again.
import type { KeyboardEvent } from "react";
import type { FormProblem } from "#app/form-answer.ts";
import { useShell } from "#app/frame.tsx";
import { AspectRow, CellState, KeyedChoice, Notice, ValueEntry } from "#app/kit/index.ts";
import { type KeyedPlace, keyedName } from "#domain/marking/rekey.ts";
import { type Aspect, isBeside, isPerSeat, type SubCriterion } from "#domain/schemes/aspect.ts";
import type { Words } from "#words/index.ts";
import { say } from "#words/language.ts";
import { givenOf, type Marks } from "./confirm-table.tsx";
import { entryOf } from "./entry-of.ts";

type Props = {
  subcriterion: SubCriterion;
  places: readonly KeyedPlace[];
  /** What agreed and stands. */
  marks: Marks;
  differing: readonly string[];
  refused: FormProblem | undefined;
  words: Words["judge"];
};

export function RekeyFields({ subcriterion, places, marks, differing, refused, words }: Props) {
  const { terms } = useShell();
  const told = words.confirm;
  return (
    <>
      {differing.length > 0 && (
        <Notice
          tone="cinnabar"
          live="status"
          title={say(told.rekeyDiffers, { aspects: differing.join(words.wall.comma) })}
        >
          {told.rekeyDiffersText}
        </Notice>
      )}
      {/* biome-ignore lint/a11y/noStaticElementInteractions: Enter in a field goes on to the next one, as on the sheet */}
      <div className="rekey" onKeyDown={goOn}>
        {subcriterion.aspects.map((aspect) => {
          const asked = places.filter((place) => place.aspectId === aspect.id);
          const agreed = marks.find((one) => one.aspectId === aspect.id);
          return (
            <AspectRow
              key={aspect.id}
              id={aspect.id}
              kindBadge={terms.aspectBadge[aspect.kind]}
              kindLabel={terms.aspectKind[aspect.kind]}
              title={aspect.description}
              requirement={aspect.requirement}
              max={isBeside(aspect) ? words.sheet.beside : say(words.sheet.max, { max: aspect.max })}
              state={
                <State agreed={asked.length === 0} differs={differing.includes(aspect.id)} told={told} />
              }
            >
              {asked.map((place) => (
                <PlaceField
                  key={keyedName(place)}
                  place={place}
                  aspect={aspect}
                  refused={refused}
                  words={words}
                />
              ))}
              {agreed && <p className="rekey-agreed">{givenOf(aspect, agreed.values, words).at(-1)}</p>}
            </AspectRow>
          );
        })}
      </div>
    </>
  );
}

function State(props: { agreed: boolean; differs: boolean; told: Words["judge"]["confirm"] }) {
  if (props.agreed) return <CellState state="saved" label={props.told.rekeyAgrees} />;
  return props.differs ? <CellState state="conflict" label={props.told.rekeyAgain} /> : null;
}

function PlaceField(props: {
  place: KeyedPlace;
  aspect: Aspect;
  refused: FormProblem | undefined;
  words: Words["judge"];
}) {
  const { place, aspect, refused, words } = props;
  const told = words.sheet;
  const name = `keyed:${keyedName(place)}`;
  const before = refused?.values[name];
  const seat = isPerSeat(aspect) ? say(words.confirm.rekeySeat, { n: place.seat }) : undefined;
  const label = [aspect.id, aspect.description, seat].filter(Boolean).join(" ");
  const way = entryOf(aspect, told);
  if (way.by === "choice")
    return (
      <KeyedChoice
        className={way.looks}
        label={label}
        legend={seat}
        name={name}
        defaultValue={before}
        blank={told.unset}
        choices={way.choices}
      />
    );
  const typed = (
    <ValueEntry
      label={label}
      name={name}
      value={before || null}
      steppers={false}
      unit={way.unit}
      fold={way.fold}
      placeholder={way.placeholder}
      decreaseLabel={told.less}
      increaseLabel={told.more}
    />
  );
  if (!seat) return typed;
  return (
    <fieldset className="keyed">
      <legend aria-hidden="true">{seat}</legend>
      {typed}
    </fieldset>
  );
}

/** Only the button sends the reading: half a sheet compared would tell both sides of differences that are none. */
function goOn(event: KeyboardEvent<HTMLDivElement>): void {
  const from = event.target;
  if (event.key !== "Enter" || !(from instanceof HTMLInputElement)) return;
  event.preventDefault();
  const fields = [...event.currentTarget.querySelectorAll<HTMLElement>("input:is([type=text], :checked)")];
  const next = fields[fields.indexOf(from) + 1] ?? from.form?.querySelector<HTMLElement>("[type=submit]");
  next?.focus();
}
