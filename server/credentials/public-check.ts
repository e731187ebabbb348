// The certificate check open to anybody: number and name together, answered with what the certificate itself says.
import { readCertificateNumber } from "#domain/credentials/number.ts";
import { type Outcome, ok, refuse } from "#domain/outcome.ts";
import { maskName, nameKey } from "#domain/people/names.ts";
import type { House } from "../house.ts";

export type PublicCheck = {
  readonly number: string;
  readonly name: string;
  readonly competition: string;
  readonly skill: string;
  readonly grade: string;
  readonly status: "valid" | "revoked";
  readonly conferredAt: string | null;
  readonly at: string;
};

/** An award's certificate; refuses `credentials.no-match` alike for an unknown number and for another name. */
export async function publicCheck(
  house: House,
  asked: { readonly number: string; readonly name: string },
): Promise<Outcome<PublicCheck>> {
  const number = readCertificateNumber(asked.number);
  const award = number
    ? await house.database.prisma.award.findUnique({
        where: { number },
        include: { person: true, skill: { include: { competition: true } } },
      })
    : null;
  if (!award || nameKey(award.person.name) !== nameKey(asked.name)) return refuse("credentials.no-match");
  return ok({
    number: award.number!,
    name: maskName(award.person.name),
    competition: award.skill.competition.name,
    skill: award.skill.name,
    grade: award.grade,
    status: award.state === "conferred" ? "valid" : "revoked",
    conferredAt: award.conferredAt?.toISOString() ?? null,
    at: house.clock.now().toISOString(),
  });
}
