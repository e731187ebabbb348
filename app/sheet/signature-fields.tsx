// What a signature asks for: a name drawn by hand where wanted, and the password once more. A wrong password is typed anew in
// its place; the drawing stays.
import { useEffect, useRef } from "react";
import type { FormProblem } from "#app/form-answer.ts";
import { Refused } from "#app/form-page.tsx";
import { FormStack, PasswordField, SignaturePad } from "#app/kit/index.ts";
import type { Words } from "#words/index.ts";
import { say } from "#words/language.ts";

export type SignatureWords = Pick<Words["desk"], "password" | "passwordHint" | "passwordShown"> & {
  readonly pad: Words["judge"]["signing"]["pad"];
};

export function SignatureFields(props: {
  words: SignatureWords;
  /** What everybody signs with in a demonstration; null elsewhere. */
  signingPassword: string | null;
  /** How this very signature was refused. */
  refused: FormProblem | undefined;
}) {
  const { words, signingPassword, refused } = props;
  const password = useRef<HTMLInputElement>(null);
  const wrong = refused?.fields["password"];
  // By the answer, not by its sentence: the second wrong password reads like the first.
  useEffect(() => {
    if (refused?.fields["password"] === undefined || !password.current) return;
    password.current.value = "";
    password.current.focus();
  }, [refused]);
  return (
    <FormStack>
      {wrong === undefined && <Refused problem={refused} />}
      <SignaturePad name="drawn" words={words.pad} />
      <PasswordField
        label={words.password}
        name="password"
        hint={signingPassword ? say(words.passwordShown, { password: signingPassword }) : words.passwordHint}
        error={wrong}
        autoFocus={wrong !== undefined}
        autoComplete="current-password"
        inputRef={password}
        required
      />
    </FormStack>
  );
}
