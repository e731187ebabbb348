// How a measurement earns its mark: met or not, by bands of deviation, by share of pieces, or one of a few marks.
import { Fieldset, FormRow, NumberField, RadioCards, TextField } from "#app/kit/index.ts";
import type { Measuring } from "#domain/schemes/aspect.ts";
import { say } from "#words/language.ts";
import { bandRows } from "./aspect-fields.ts";
import type { KindProps } from "./KindFields.tsx";
import { useShown } from "./use-shown.ts";

const ways = ["full", "bands", "share", "list"] as const;

export function MeasuringFields({ field, said, how }: KindProps & { how: Measuring | undefined }) {
  const by = field("by");
  const { shows, choose } = useShown<(typeof ways)[number]>(by.defaultValue ?? "full");
  return (
    <>
      <RadioCards
        {...by}
        label={said.how}
        columns={2}
        onChange={(event) => choose(event.target.value)}
        options={ways.map((value) => ({ value, ...said.howOf[value] }))}
      />
      {shows("bands") && (
        <Fieldset legend={said.bands} hint={said.bandsHint}>
          <FormRow>
            <NumberField {...field("nominal")} label={said.nominal} />
            <TextField
              {...field("unit")}
              label={said.measureUnit}
              hint={said.measureUnitHint}
              width="short"
              maxLength={20}
              optional
            />
          </FormRow>
          {Array.from({ length: bandRows(how) }, (_, row) => (
            <FormRow key={row}>
              <NumberField {...field(`within${row}`)} label={say(said.within, { n: row + 1 })} />
              <NumberField
                {...field(`mark${row}`)}
                label={say(said.bandMark, { n: row + 1 })}
                unit={said.unit}
              />
            </FormRow>
          ))}
        </Fieldset>
      )}
      {shows("share") && <NumberField {...field("of")} label={said.of} unit={said.ofUnit} whole />}
      {shows("list") && (
        <TextField {...field("marks")} label={said.marks} hint={said.marksHint} width="medium" />
      )}
    </>
  );
}
