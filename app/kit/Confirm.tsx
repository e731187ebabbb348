// A step that asks first: what will happen, then a form of its own that posts the answer. `stays` keeps the question open until
// the page has moved on; `open` shows it again with what was refused.
import { Form } from "@remix-run/react";
import type { ReactNode } from "react";
import { Button, type ButtonLook, SubmitButton } from "./Button.tsx";
import { Dialog } from "./Dialog.tsx";
import { FormStack } from "./FormStack.tsx";

export function Confirm(props: {
  trigger: ReactNode;
  triggerVariant?: ButtonLook["variant"];
  triggerSize?: ButtonLook["size"];
  title: ReactNode;
  children?: ReactNode;
  action?: string;
  name?: string;
  value?: string;
  fields?: Readonly<Record<string, string>>;
  inputs?: ReactNode;
  confirmLabel: string;
  cancelLabel: string;
  danger?: boolean;
  blocked?: string;
  stays?: boolean;
  open?: boolean;
}) {
  return (
    <Dialog
      trigger={props.trigger}
      triggerVariant={props.triggerVariant}
      triggerSize={props.triggerSize}
      title={props.title}
      tone={props.danger ? "cinnabar" : undefined}
      blocked={props.blocked}
      open={props.open}
    >
      {(close) => (
        <Form
          method="post"
          action={props.action}
          className="confirm"
          onSubmit={props.stays ? undefined : close}
        >
          {Object.entries(props.fields ?? {}).map(([name, value]) => (
            <input key={name} type="hidden" name={name} value={value} />
          ))}
          {props.children && <div className="confirm-text">{props.children}</div>}
          {props.inputs && <FormStack>{props.inputs}</FormStack>}
          <div className="actions end">
            <Button className="needs-script" onClick={close}>
              {props.cancelLabel}
            </Button>
            <SubmitButton
              variant={props.danger ? "danger" : "primary"}
              name={props.value === undefined ? undefined : (props.name ?? "intent")}
              value={props.value}
            >
              {props.confirmLabel}
            </SubmitButton>
          </div>
        </Form>
      )}
    </Dialog>
  );
}
