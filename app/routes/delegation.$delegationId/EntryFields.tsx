// The fields that a new entry and a corrected one share.

import type { Words } from "#app/context.ts";
import { useShell } from "#app/frame.tsx";
import { type FieldProps, SelectField, type SelectGroup, TextField } from "#app/kit/index.ts";
import { identities } from "#domain/people/organizations.ts";

type Common = Pick<FieldProps, "name" | "error"> & {
  defaultValue?: string;
  words: Words["manage"]["delegation"];
};

export function IdentityField({ words, ...field }: Common) {
  const { terms } = useShell();
  return (
    <SelectField
      {...field}
      label={words.identity}
      required
      placeholder={words.identityPlaceholder}
      options={identities.map((value) => ({ value, label: terms.identity[value] }))}
    />
  );
}

export function GroupField({
  words,
  options,
  ...field
}: Common & { options: readonly (SelectGroup | string)[] }) {
  return (
    <SelectField
      {...field}
      label={words.group}
      hint={words.groupHint}
      placeholder={words.noGroup}
      options={options}
    />
  );
}

export function CoachField({ words, ...field }: Common) {
  return <TextField {...field} label={words.coach} hint={words.coachHint} optional maxLength={60} />;
}
