// Saying what was wrong with a posted form, the same way on every page.
import { ErrorSummary } from "#app/kit/index.ts";
import type { FormProblem } from "./form-answer.ts";
import { useShell } from "./frame.tsx";

/** The summary above a form whose action answered with a problem; nothing otherwise. */
export function Refused({ problem, form }: { problem: FormProblem | undefined; form?: string }) {
  const { shell } = useShell();
  if (!problem) return null;
  const fields = Object.entries(problem.fields).map(([field, message]) => ({ field, message }));
  return (
    <ErrorSummary
      title={shell.errors.summary}
      form={form}
      answer={problem}
      items={fields.length > 0 ? fields : [{ message: problem.message }]}
    />
  );
}
