// The two deeds on a standing entry: withdraw it, and make the competitor's one-time link.

import type { Words } from "#app/context.ts";
import { Confirm } from "#app/kit/index.ts";
import { say } from "#words/language.ts";
import type { Entry } from "./route.tsx";

type Props = { row: Entry; words: Words["manage"] };

export function Withdraw({ row, words }: Props) {
  const said = words.delegation;
  return (
    <Confirm
      trigger={said.withdraw}
      triggerSize="small"
      triggerVariant="quiet"
      title={say(said.withdrawTitle, { name: row.person.name, skill: row.skill.name })}
      fields={{ registrationId: row.id }}
      value="withdraw"
      confirmLabel={said.withdrawConfirm}
      cancelLabel={words.cancel}
      danger
    >
      <p>{said.withdrawText}</p>
    </Confirm>
  );
}

export function Invite({ row, words }: Props) {
  const said = words.delegation;
  return (
    <Confirm
      trigger={row.person.account ? said.inviteAgain : said.invite}
      triggerSize="small"
      triggerVariant={row.person.account ? "quiet" : "secondary"}
      title={say(said.inviteTitle, { name: row.person.name })}
      fields={{ registrationId: row.id }}
      value="invite"
      confirmLabel={said.inviteConfirm}
      cancelLabel={words.cancel}
    >
      <p>{said.inviteText}</p>
    </Confirm>
  );
}
