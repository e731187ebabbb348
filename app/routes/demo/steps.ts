// The way of a competition as the guide tells it: which roles act at each step, who plays them, and where their work begins.
import type { Role } from "#domain/access/roles.ts";

export type StepKey =
  | "organizer"
  | "leader"
  | "draw"
  | "floor"
  | "judge"
  | "chief"
  | "recorder"
  | "publish"
  | "verifier"
  | "hr"
  | "competitor"
  | "administrator";

export const steps: readonly { readonly key: StepKey; readonly roles: readonly Role[] }[] = [
  { key: "organizer", roles: ["organizer"] },
  { key: "leader", roles: ["delegation-leader"] },
  { key: "draw", roles: ["coding-officer", "supervisor"] },
  { key: "floor", roles: ["floor-judge"] },
  { key: "judge", roles: ["judge"] },
  { key: "chief", roles: ["chief-judge"] },
  { key: "recorder", roles: ["recorder"] },
  { key: "publish", roles: ["organizer"] },
  { key: "verifier", roles: ["award-verifier"] },
  { key: "hr", roles: ["hr-officer"] },
  { key: "competitor", roles: ["competitor"] },
  { key: "administrator", roles: ["administrator"] },
];

/** Where the work of a role begins. */
export const homes: Readonly<Record<Role, string>> = {
  administrator: "/accounts",
  organizer: "/manage",
  "delegation-leader": "/delegation",
  "coding-officer": "/desk",
  supervisor: "/desk",
  judge: "/judge",
  "floor-judge": "/floor",
  "chief-judge": "/oversight",
  recorder: "/desk",
  "award-verifier": "/hr/awards",
  "hr-officer": "/hr",
  competitor: "/me",
};

type Visitor = {
  readonly login: string;
  readonly name: string;
  readonly roles: readonly { readonly role: string; readonly place: string; readonly seat: number | null }[];
};
/** One person in one role, with the places where they hold it. */
export type PlayerInRole = {
  readonly login: string;
  readonly name: string;
  readonly role: Role;
  readonly places: readonly string[];
  readonly seat: number | null;
};

/** Who plays these roles, role by role; a seat is told only where it is the same everywhere. */
export function playersOf(visitors: readonly Visitor[], roles: readonly Role[]): PlayerInRole[] {
  return roles.flatMap((role) =>
    visitors.flatMap(({ login, name, roles: held }) => {
      const here = held.filter((one) => one.role === role);
      if (here.length === 0) return [];
      const seats = new Set(here.map((one) => one.seat));
      const places = [...new Set(here.map((one) => one.place).filter((place) => place !== ""))];
      return [{ login, name, role, places, seat: seats.size === 1 ? here[0]!.seat : null }];
    }),
  );
}
