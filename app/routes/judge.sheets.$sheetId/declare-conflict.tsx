// The declaration of a conflict of interest: asked once more, with its kind and a few words; it cannot be taken back.
import { Confirm, SelectField, TextAreaField } from "#app/kit/index.ts";
import { conflictKinds } from "#domain/marking/substitution.ts";
import type { SheetWords } from "./sheet-page.tsx";

export function DeclareConflict({ words }: { words: SheetWords }) {
  const told = words.conflict;
  return (
    <Confirm
      trigger={told.declare}
      triggerSize="small"
      triggerVariant="quiet"
      title={told.declare}
      value="declare-conflict"
      confirmLabel={told.yes}
      cancelLabel={told.no}
      danger
      inputs={
        <>
          <SelectField
            label={told.kind}
            name="kind"
            required
            placeholder={told.choose}
            options={conflictKinds.map((kind) => ({ value: kind, label: told.kinds[kind] }))}
          />
          <TextAreaField
            label={told.reason}
            name="reason"
            hint={told.reasonHint}
            maxLength={400}
            rows={2}
            required
          />
        </>
      }
    >
      {told.declareText}
    </Confirm>
  );
}
