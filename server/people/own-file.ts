// What a competitor sees of themselves: entries, results, awards, entitlements with the reason for each yes and no, look-ups.
import { shanghaiDate } from "#domain/calendar.ts";
import { decide } from "#domain/entitlements/decide.ts";
import { packInForce } from "#domain/entitlements/packs/in-force.ts";
import { type Outcome, ok, refuse } from "#domain/outcome.ts";
import type { Actor } from "../access/actor.ts";
import { awardsShown, currentDecisions } from "../credentials/check.ts";
import { awardsOf } from "../entitlements/awards-of.ts";
import type { House } from "../house.ts";
import { onSiteResult } from "../results/public-result.ts";

/** The file of the person behind the actor; refused for an account that is nobody's. */
export async function ownFile(house: House, actor: Actor | null) {
  if (!actor || actor.mustChange) return refuse("access.sign-in-first");
  if (!actor.personId) return refuse("access.not-allowed");
  const { prisma } = house.database;
  const person = await prisma.person.findUniqueOrThrow({
    where: { id: actor.personId },
    include: {
      registrations: {
        include: { skill: { include: { competition: true } }, delegation: true },
        orderBy: { submittedAt: "desc" },
      },
      lookUps: { orderBy: { at: "desc" }, take: 50 },
    },
  });
  const entries = await Promise.all(
    person.registrations.map(async ({ skill, delegation, ...entry }) => {
      const result = await onSiteResult(house, skill.id);
      const line = result?.lines.find((one) => one.number === entry.number) ?? null;
      return {
        id: entry.id,
        state: entry.state,
        reason: entry.reason,
        number: entry.number,
        unit: entry.unit,
        delegation: delegation.name,
        skill: {
          id: skill.id,
          number: skill.number,
          name: skill.name,
          venue: skill.venue,
          stage: skill.stage,
        },
        competition: { id: skill.competition.id, name: skill.competition.name },
        result: line && result ? { ...line, finality: result.finality } : null,
      };
    }),
  );
  const recorded = await currentDecisions(house.database, person.id);
  const today = shanghaiDate(house.clock.now());
  const awards = (await awardsOf(house.database, [person.id])).get(person.id) ?? [];
  const decisions =
    recorded.decisions.length > 0 ? recorded.decisions : decide({ awards }, today, packInForce());
  return ok({
    name: person.name,
    idMasked: person.idMasked,
    entries,
    awards: await awardsShown(house.database, person.id),
    decisions,
    numbers: recorded.numbers,
    lookUps: person.lookUps.map(({ at, office, purpose, number }) => ({
      at: at.toISOString(),
      office,
      purpose,
      number,
    })),
  });
}
export type OwnFile = Extract<Awaited<ReturnType<typeof ownFile>>, Outcome<unknown> & { ok: true }>["value"];
