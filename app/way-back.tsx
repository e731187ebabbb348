// The way back from a page that is opened from several: to the page that led here, else to the one this reader works on.
import { useShell } from "./frame.tsx";
import { ButtonLink } from "./kit/index.ts";

/** The pages of a skill that lead to its papers. */
export type Origin = "oversight" | "desk" | "floor";

/** Where the address says it was opened from, if this reader may open that; else the first that they may. */
export function originOf(request: Request, open: readonly Origin[]): Origin {
  const asked = new URL(request.url).searchParams.get("from");
  return open.find((one) => one === asked) ?? open[0] ?? "desk";
}

export function WayBack({ to, skillId }: { to: Origin; skillId: string }) {
  const { shell } = useShell();
  return <ButtonLink to={`/${to}/${skillId}`}>{shell.wayBack[to]}</ButtonLink>;
}
