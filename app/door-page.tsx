// The page at a door of the house (sign-in, one-time links, a new password): one card, one form, one button.
import { Form } from "@remix-run/react";
import type { ReactNode } from "react";
import type { FormProblem } from "./form-answer.ts";
import { Refused } from "./form-page.tsx";
import { useShell } from "./frame.tsx";
import {
  BareShell,
  Card,
  FormActions,
  FormStack,
  PasswordField,
  SubmitButton,
  TextField,
} from "./kit/index.ts";

type DoorPageProps = {
  /** Names the form in the page. */
  id: string;
  title: ReactNode;
  lead?: ReactNode;
  submit: ReactNode;
  refused: FormProblem | undefined;
  /** The fields. */
  children: ReactNode;
  /** What stands below the card. */
  below?: ReactNode;
};

export function DoorPage({ id, title, lead, submit, refused, children, below }: DoorPageProps) {
  const { shell, demo } = useShell();
  return (
    <BareShell demo={demo ? shell.demo : undefined}>
      <Card title={title} lead={lead} level={1}>
        <Form method="post">
          <FormStack id={id}>
            <Refused problem={refused} />
            {children}
            <FormActions>
              <SubmitButton wide>{submit}</SubmitButton>
            </FormActions>
          </FormStack>
        </Form>
      </Card>
      {below}
    </BareShell>
  );
}

type DoorFieldProps = { label: string; hint?: string; refused: FormProblem | undefined };

/** What was typed stands again after a refusal. */
export function NameField(props: DoorFieldProps & { name: "login" | "name" }) {
  const { label, hint, refused, name } = props;
  return (
    <TextField
      label={label}
      name={name}
      hint={hint}
      autoComplete={name === "login" ? "username" : "name"}
      required
      defaultValue={refused?.values[name]}
      error={refused?.fields[name]}
    />
  );
}

/** A password is never sent back to the page. */
export function SecretField(props: DoorFieldProps & { name?: string; isNew?: boolean }) {
  const { label, hint, refused, name = "password", isNew = false } = props;
  return (
    <PasswordField
      label={label}
      name={name}
      hint={hint}
      autoComplete={isNew ? "new-password" : "current-password"}
      required
      error={refused?.fields[name]}
    />
  );
}
