// A rule that is asked for or not; its figures stand there only with it, and those usual in the field are offered.
import { FormRow, NumberField, SelectField } from "#app/kit/index.ts";
import type { FieldOf } from "./standing-fields.ts";

export function FiguredRule<On extends string, Figure extends string>(props: {
  name: string;
  on: On;
  told: {
    readonly label: string;
    readonly hint: string;
    readonly none: string;
    readonly figure: Readonly<Record<Figure, string>>;
    readonly unit: Readonly<Record<Figure, string>>;
  } & Readonly<Record<On, string>>;
  rule: Readonly<Record<Figure, number>> | undefined;
  usual: Readonly<Record<Figure, number>>;
  field: FieldOf;
}) {
  const { name, on, told, rule, usual, field } = props;
  const figures = Object.keys(usual) as Figure[];
  return (
    <div className="chosen">
      <SelectField
        {...field(name, rule ? on : "none")}
        label={told.label}
        hint={told.hint}
        options={[
          { value: "none", label: told.none },
          { value: on, label: told[on] },
        ]}
      />
      <div className="chosen-part">
        <FormRow>
          {figures.map((figure) => (
            <NumberField
              key={figure}
              {...field(figure, String((rule ?? usual)[figure]))}
              label={told.figure[figure]}
              unit={told.unit[figure]}
              required="told"
              whole
            />
          ))}
        </FormRow>
      </div>
    </div>
  );
}
