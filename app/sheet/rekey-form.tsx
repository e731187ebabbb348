// Blind re-keying of one sheet: every place of the paper, none of the marks that stand.
import type { FormProblem } from "#app/form-answer.ts";
import { FormRow, FormStack, Notice, SelectField, TextField } from "#app/kit/index.ts";
import { type KeyedPlace, keyedName } from "#domain/marking/rekey.ts";
import type { Aspect, SubCriterion } from "#domain/schemes/aspect.ts";
import type { Words } from "#words/index.ts";
import { say } from "#words/language.ts";

type Props = {
  subcriterion: SubCriterion;
  places: readonly KeyedPlace[];
  differing: readonly string[];
  refused: FormProblem | undefined;
  words: Words["judge"];
};

/** The name of a place's field in the form. */
export const fieldOf = (place: KeyedPlace): string => `keyed:${keyedName(place)}`;

export function RekeyFields({ subcriterion, places, differing, refused, words }: Props) {
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
      <p>{told.rekeyLead}</p>
      <FormStack id="rekey">
        {subcriterion.aspects.map((aspect) => (
          <fieldset key={aspect.id} className="plain-fieldset">
            <legend>
              {aspect.id} {aspect.description}
            </legend>
            <FormRow>
              {places
                .filter((place) => place.aspectId === aspect.id)
                .map((place) => (
                  <PlaceField
                    key={keyedName(place)}
                    place={place}
                    aspect={aspect}
                    refused={refused}
                    words={words}
                  />
                ))}
            </FormRow>
          </fieldset>
        ))}
      </FormStack>
      <p>{told.rekeyEmpty}</p>
    </>
  );
}

function PlaceField(props: {
  place: KeyedPlace;
  aspect: Aspect;
  refused: FormProblem | undefined;
  words: Words["judge"];
}) {
  const { place, aspect, refused, words } = props;
  const name = fieldOf(place);
  const before = { name, defaultValue: refused?.values[name], error: refused?.fields[name] };
  if (aspect.kind === "judgement") {
    return (
      <SelectField
        {...before}
        label={say(words.confirm.rekeySeat, { n: place.seat })}
        placeholder={words.sheet.unset}
        options={["0", "1", "2", "3"].map((level) => ({ value: level, label: level }))}
      />
    );
  }
  return (
    <TextField
      {...before}
      label={say(words.sheet.max, { max: aspect.max })}
      inputMode="decimal"
      autoComplete="off"
      maxLength={16}
    />
  );
}
