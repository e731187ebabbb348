// An accepted competitor who takes part without award rights, and the way back; until the notice opens.
import type { Words } from "#app/context.ts";
import { Confirm, TextAreaField } from "#app/kit/index.ts";
import { hasReached, type Stage } from "#domain/competitions/skill.ts";
import { say } from "#words/language.ts";
import type { Registration } from "./RegistrationTable.tsx";

export function AwardRights({ row, words }: { row: Registration; words: Words["manage"] }) {
  if (row.state !== "accepted" || hasReached(row.skill.stage as Stage, "notice")) return null;
  const { registrations, cancel } = words;
  const said = registrations.awardRights[row.awardRights ? "take" : "give"];
  return (
    <Confirm
      trigger={said.trigger}
      triggerSize="small"
      triggerVariant="quiet"
      title={say(said.title, { name: row.person.name })}
      fields={{ registrationId: row.id, awardRights: row.awardRights ? "no" : "yes" }}
      value="award-rights"
      inputs={
        <TextAreaField
          label={registrations.reasonLabel}
          name="reason"
          hint={registrations.awardRights.reasonHint}
          required
          rows={2}
          maxLength={300}
        />
      }
      confirmLabel={said.trigger}
      cancelLabel={cancel}
    >
      <p>{said.text}</p>
    </Confirm>
  );
}
