// What one kind of aspect asks for besides its maximum: steps, marks off, caps and scales beside it, the rest in groups below.
import type { Words } from "#app/context.ts";
import { Fieldset, NumberField, TextAreaField } from "#app/kit/index.ts";
import type { AspectKind, Measuring } from "#domain/schemes/aspect.ts";
import { say } from "#words/language.ts";
import type { fieldsOf } from "./EditPlace.tsx";
import { MeasuringFields } from "./MeasuringFields.tsx";
import { TimeFields } from "./TimeFields.tsx";

export type KindProps = {
  /** Whether the fields of a kind stand there: every one of them without JavaScript. */
  shows: (...kinds: AspectKind[]) => boolean;
  field: ReturnType<typeof fieldsOf>;
  said: Words["manage"]["scheme"];
};

/** In the row of the maximum. */
export function FiguresOfKind({ shows, field, said }: KindProps) {
  const unit = said.unit;
  return (
    <>
      {shows("value", "trimmed") && (
        <NumberField {...field("step")} label={said.step} hint={said.stepHint} unit={unit} />
      )}
      {shows("trimmed") && (
        <NumberField {...field("scale")} label={said.scale} hint={said.scaleHint} unit={unit} optional />
      )}
      {shows("deduction") && (
        <NumberField {...field("perFault")} label={said.perFault} hint={said.perFaultHint} unit={unit} />
      )}
      {shows("veto") && (
        <NumberField {...field("cap")} label={said.cap} hint={said.capHint} unit={unit} optional />
      )}
    </>
  );
}

export function GroupsOfKind(props: KindProps & { how: Measuring | undefined }) {
  const { shows, field, said } = props;
  return (
    <>
      {shows("measurement") && <MeasuringFields {...props} />}
      {shows("judgement") && (
        <Fieldset legend={said.levels} hint={said.levelsHint}>
          {["0", "1", "2", "3"].map((level) => (
            <TextAreaField
              key={level}
              {...field(`level${level}`)}
              label={say(said.level, { n: level })}
              rows={2}
              maxLength={2000}
            />
          ))}
        </Fieldset>
      )}
      {shows("time") && <TimeFields field={field} said={said} />}
    </>
  );
}
