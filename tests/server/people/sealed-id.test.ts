// Resident IDs (reliability.md, personal data): sealed, found again by a keyed index, and nowhere in the open.
import { describe, expect, test } from "vitest";
import { createVault } from "../../../server/people/vault.ts";
import { dumpDatabase, type TestHouse } from "../../support/house.ts";
import { skillForEach } from "../../support/opening.ts";
import { type CompetitionStage, must, newcomer, permitFor, type SkillStage } from "../../support/stage.ts";

let at: TestHouse;
let competition: CompetitionStage;
let skill: SkillStage;

skillForEach("set-up", { competitors: 0 }, (opened) => {
  ({ at, competition, skill } = opened);
});

const leaderOf = async (place = 0) => {
  const { leader, delegationId } = competition.delegations[place]!;
  return permitFor(at, leader, "registrations.submit", { delegationId });
};
describe("the resident ID is sealed", () => {
  test("its eighteen characters stand nowhere in the whole database, neither as text nor as bytes", async () => {
    const entered = await competition.addSkill({ competitors: 6 });
    await entered.reach("published");
    const text = (await dumpDatabase(at.database.url)).map((one) => one.text).join("\n");
    expect(text.length).toBeGreaterThan(10_000);
    for (const { residentId, name } of entered.registrations) {
      expect(text).toContain(name);
      for (const part of [residentId, residentId.slice(0, 17), residentId.slice(6, 17)]) {
        expect(text).not.toContain(part);
        expect(text).not.toContain(Buffer.from(part).toString("hex"));
        expect(text).not.toContain(Buffer.from(part).toString("base64").replace(/=+$/, ""));
      }
    }
  });

  test("the index is keyed: another key gives another index, and the seal opens for its own purpose only", async () => {
    const form = newcomer(skill.skillId);
    must(await at.services.registrations.submitRegistration(await leaderOf(), form));
    const person = await at.database.prisma.person.findFirstOrThrow({
      where: { idIndex: new Uint8Array(at.house.vault.index(form.residentId)) },
    });
    expect(at.house.vault.open("resident-id", person.idSealed!)).toBe(form.residentId);
    expect(() => at.house.vault.open("draw", person.idSealed!)).toThrow();
    const stranger = createVault(Buffer.alloc(32, 7));
    expect(stranger.index(form.residentId).equals(Buffer.from(person.idIndex!))).toBe(false);
    expect(() => stranger.open("resident-id", person.idSealed!)).toThrow();
  });

  test("equal numbers are sealed into different bytes", () => {
    expect(at.house.vault.seal("resident-id", "x").equals(at.house.vault.seal("resident-id", "x"))).toBe(
      false,
    );
  });
});
