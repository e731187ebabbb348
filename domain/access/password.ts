// What a password must be. Length counts code points; no composition rules (they make passwords worse).
import { type Outcome, ok, refuse } from "../outcome.ts";

/** At least 10 and at most 200 code points, and neither one character repeated nor the login itself. */
export function acceptPassword(password: string, login: string): Outcome {
  const points = [...password];
  const dull = new Set(points).size < 4 || password.toLowerCase().includes(login.toLowerCase());
  return points.length < 10 || points.length > 200 || dull ? refuse("access.weak-password") : ok();
}
