// The places a role can be narrowed to: every edition with its skills and delegations, for the administrator's selects.
import type { House } from "../house.ts";
import type { Permit } from "./proofs.ts";

/** Editions newest first, drafts included, each with its skills by number and its delegations by name. */
export const listPlaces = (house: House, _permit: Permit<"accounts.manage">) =>
  house.database.prisma.competition.findMany({
    orderBy: { startsOn: "desc" },
    select: {
      id: true,
      name: true,
      skills: { orderBy: { number: "asc" }, select: { id: true, number: true, name: true } },
      delegations: { orderBy: { name: "asc" }, select: { id: true, name: true } },
    },
  });
