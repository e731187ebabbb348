// Blind re-keying of one sheet: every place of the paper with the sheet's own controls, none of the marks that stand; what
// agreed in the last reading stays, and is not asked again.
import type { KeyboardEvent } from "react";
import type { FormProblem } from "#app/form-answer.ts";
import { useShell } from "#app/frame.tsx";
import { AspectRow, CellState, KeyedChoice, Notice, ValueEntry } from "#app/kit/index.ts";
import { type KeyedPlace, keyedName } from "#domain/marking/rekey.ts";
import type { Aspect, SubCriterion } from "#domain/schemes/aspect.ts";
import type { Words } from "#words/index.ts";
import { say } from "#words/language.ts";
import { givenOf, type Marks } from "./confirm-table.tsx";

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
              max={say(words.sheet.max, { max: aspect.max })}
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
              {agreed && <p className="rekey-agreed">{givenOf(aspect, agreed.values, told).at(-1)}</p>}
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
  const label = `${aspect.id} ${aspect.description}`;
  if (aspect.kind !== "judgement" && (aspect.kind !== "measurement" || aspect.how))
    return (
      <ValueEntry
        label={label}
        name={name}
        value={before || null}
        steppers={false}
        placeholder={told.enterValue}
        decreaseLabel={told.less}
        increaseLabel={told.more}
      />
    );
  if (aspect.kind === "measurement")
    return (
      <KeyedChoice
        className="measure"
        label={label}
        name={name}
        defaultValue={before}
        blank={told.unset}
        choices={[
          { value: aspect.max, text: `${told.full} ${aspect.max}`, key: "1" },
          { value: "0", text: `${told.zero} 0`, key: "0", zero: true },
        ]}
      />
    );
  const seat = say(words.confirm.rekeySeat, { n: place.seat });
  return (
    <KeyedChoice
      className="levels"
      label={`${label} ${seat}`}
      legend={seat}
      name={name}
      defaultValue={before}
      blank={told.unset}
      choices={aspect.levels.map((text, level) => ({
        value: String(level),
        text: String(level),
        key: String(level),
        label: say(told.levelOf, { level, text }),
        zero: level === 0,
      }))}
    />
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
