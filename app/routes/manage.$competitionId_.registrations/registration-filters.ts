// The filters of the list of registrations, as they stand in the address.
import { registrationStates } from "#domain/registrations/registration.ts";

export type Filters = {
  readonly state: string;
  readonly skillId: string;
  readonly q: string;
  readonly page: number;
};

const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/** Reads them; what is no state, no id or no page counts as not asked. */
export function readFilters(url: string): Filters {
  const { searchParams } = new URL(url);
  const state = searchParams.get("state") ?? "";
  const skillId = searchParams.get("skillId") ?? "";
  const page = Number(searchParams.get("page"));
  return {
    state: registrationStates.some((one) => one === state) ? state : "",
    skillId: uuid.test(skillId) ? skillId : "",
    q: (searchParams.get("q") ?? "").replaceAll("\0", "").trim().slice(0, 80),
    page: Number.isInteger(page) && page > 0 && page < 10_000 ? page : 1,
  };
}

/** The address of the list with these filters; empty ones are left out, another filter starts at page one. */
export function listAddress(competitionId: string, filters: Filters, to: Partial<Filters> = {}): string {
  const next = { ...filters, page: 1, ...to };
  const query = new URLSearchParams();
  if (next.state) query.set("state", next.state);
  if (next.skillId) query.set("skillId", next.skillId);
  if (next.q) query.set("q", next.q);
  if (next.page > 1) query.set("page", String(next.page));
  const text = query.toString();
  return `/manage/${competitionId}/registrations${text && `?${text}`}`;
}
