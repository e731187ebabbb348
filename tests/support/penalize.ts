// A penalty of the floor by competition number, which meets its code only once the seal is open; tests alone know whose it is.
import { randomUUID } from "node:crypto";
import type { TestHouse } from "./house.ts";
import { hire, must, permitFor, type SkillStage } from "./stage.ts";

/** The supervisor lets a violation count; who the code is, the test alone knows. */
export async function penalizeByNumber(
  at: TestHouse,
  skill: SkillStage,
  contestantId: string,
  amount: string,
): Promise<void> {
  const registrationId = await registrationOf(at, contestantId);
  const judge = await hire(at, "xianchang", { role: "floor-judge", skillId: skill.skillId });
  const recordId = randomUUID();
  const configure = await permitFor(at, skill.organizer, "competitions.configure", {
    competitionId: skill.competitionId,
  });
  must(await at.services.competitions.advanceCompetition(configure, "drawing"));
  must(
    await at.services.floor.addRecord(await skill.permit(judge, "floor.record"), {
      id: recordId,
      kind: "violation",
      registrationId,
      text: "未戴护目镜",
      penalty: { level: "total", amount },
    }),
  );
  const supervisor = await skill.permit(skill.supervisor, "marking.approve");
  must(
    await at.services.marking.confirmViolation(supervisor, recordId, { id: randomUUID(), reason: "属实" }),
  );
}

/** Read out of the seal, as no part of the product may before decoding. */
async function registrationOf(at: TestHouse, contestantId: string): Promise<string> {
  const [row] = await at.database.query<{ sealed: Buffer; code: string }>(
    "SELECT d.sealed, c.code FROM draw d JOIN contestant c USING (skill_id) WHERE c.id = $1",
    [contestantId],
  );
  const { entries, coded } = JSON.parse(at.house.vault.open("draw", row!.sealed)) as {
    entries: { id: string; number: string }[];
    coded: { code: string; entry: string }[];
  };
  const number = coded.find((one) => one.code === row!.code)!.entry;
  return entries.find((one) => one.number === number)!.id;
}
