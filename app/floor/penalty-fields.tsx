// A penalty, proposed or decided: its level, and of the fields below the one that the level asks for (by style alone, so it works without JavaScript).
import type { Words } from "#app/context.ts";
import { Notice, NumberField, RadioCards, SelectField } from "#app/kit/index.ts";
import type { PenaltyLevel } from "#domain/floor/penalty.ts";
import type { Scheme } from "#domain/schemes/aspect.ts";
import { subcriteriaOf } from "#domain/schemes/scheme.ts";
import { say } from "#words/language.ts";

type Props = {
  /** Those that this skill can mean. */
  levels: readonly PenaltyLevel[];
  /** The locked scheme; null before it is. */
  scheme: Scheme | null;
  /** Modules that the skill's rules name, beside the criteria. */
  modules?: readonly { readonly id: string; readonly name: string }[];
  max: string;
  field: (name: string) => { name: string; defaultValue: string | undefined; error: string | undefined };
  words: Words["floor"];
};

export function PenaltyFields({ levels, scheme, modules = [], max, field, words }: Props) {
  return (
    <div className="penalty">
      <RadioCards
        {...field("level")}
        label={words.level}
        columns={levels.length === 3 ? 3 : 2}
        required
        options={levels.map((level) => ({
          value: level,
          label: words.levels[level],
          disabled: !scheme && (level === "aspect" || level === "module"),
        }))}
      />
      {scheme ? (
        <>
          <div className="penalty-part for-aspect">
            <SelectField
              {...field("aspect")}
              required="told"
              label={words.target.aspect}
              placeholder={words.choose}
              options={subcriteriaOf(scheme).map(({ subcriterion }) => ({
                label: `${subcriterion.id} ${subcriterion.name}`,
                options: subcriterion.aspects.map(({ id, description }) => ({
                  value: id,
                  label: `${id} ${description}`,
                })),
              }))}
            />
          </div>
          <div className="penalty-part for-module">
            <SelectField
              {...field("module")}
              required="told"
              label={words.target.module}
              placeholder={words.choose}
              options={[
                ...scheme.criteria.map(({ id, name }) => ({ value: id, label: `${id} ${name}` })),
                ...modules.map(({ id, name }) => ({ value: id, label: name })),
              ]}
            />
          </div>
        </>
      ) : (
        <Notice>{words.noScheme}</Notice>
      )}
      <div className="penalty-part for-amount">
        <NumberField
          {...field("amount")}
          width="medium"
          required="told"
          label={words.amount}
          hint={say(words.amountHint, { max })}
          unit={words.amountUnit}
        />
      </div>
    </div>
  );
}
