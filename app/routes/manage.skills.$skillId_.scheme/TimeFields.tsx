// What a time gives or takes: the time allowed, marks for each interval saved or lost, and when nothing counts any more.
import { Fieldset, FormRow, NumberField, RadioCards } from "#app/kit/index.ts";
import type { KindProps } from "./KindFields.tsx";

export function TimeFields({ field, said }: Pick<KindProps, "field" | "said">) {
  return (
    <>
      <FormRow>
        <NumberField {...field("limit")} label={said.limit} hint={said.limitHint} unit={said.seconds} />
        <NumberField
          {...field("voidAfter")}
          label={said.voidAfter}
          hint={said.voidAfterHint}
          unit={said.seconds}
          optional
        />
      </FormRow>
      {(["early", "late"] as const).map((which) => (
        <Fieldset key={which} legend={said[which]} hint={said.intervalHint}>
          <FormRow>
            <NumberField {...field(`${which}Every`)} label={said.every} unit={said.seconds} />
            <NumberField {...field(`${which}Marks`)} label={said.perInterval[which]} unit={said.unit} />
            <NumberField
              {...field(`${which}Most`)}
              label={said.most}
              hint={said.mostHint}
              unit={said.unit}
              optional
            />
          </FormRow>
        </Fieldset>
      ))}
      <RadioCards
        {...field("counting")}
        label={said.counting}
        columns={2}
        options={(["complete", "started"] as const).map((value) => ({
          value,
          label: said.countingOf[value],
        }))}
      />
    </>
  );
}
