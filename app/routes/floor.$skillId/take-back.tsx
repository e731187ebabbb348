// Taking something of the floor back: asked once more, with the reason that stays beside it.
import type { ReactNode } from "react";
import { Confirm, TextAreaField } from "#app/kit/index.ts";
import { textLimit } from "#domain/floor/record.ts";
import type { FloorPage } from "./route.tsx";

export function TakeBack(props: {
  trigger: ReactNode;
  quiet?: boolean;
  title: string;
  action: string;
  intent: "undo" | "withdraw";
  fields: Readonly<Record<string, string>>;
  yes: string;
  words: FloorPage["words"];
  children: ReactNode;
}) {
  const { words } = props;
  return (
    <Confirm
      trigger={props.trigger}
      triggerVariant={props.quiet ? "quiet" : undefined}
      title={props.title}
      action={props.action}
      value={props.intent}
      fields={props.fields}
      confirmLabel={props.yes}
      cancelLabel={words.cancel}
      danger
      inputs={
        <TextAreaField
          name="reason"
          label={words.reason}
          hint={words.reasonHint}
          rows={2}
          maxLength={textLimit}
          required
        />
      }
    >
      {props.children}
    </Confirm>
  );
}
