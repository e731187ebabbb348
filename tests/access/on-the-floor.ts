// A floor judge at work in the replay: names, check-ins and records stand in the database, there to be leaked.
import { randomUUID } from "node:crypto";
import type { TestHouse } from "../support/house.ts";
import {
  type CompetitionStage,
  hire,
  must,
  type Person,
  permitFor,
  type SkillStage,
} from "../support/stage.ts";

/** What the floor judge wrote: it stands beside names, and is searched for like them. */
export const written = ["记录之一机位停电", "记录之二抢先操作", "记录之三全场断网"] as const;

/** Everybody checked in, and a record of each kind; answers the floor judge. */
export async function attendFloor(
  at: TestHouse,
  { organizer, competitionId }: CompetitionStage,
  skill: SkillStage,
): Promise<Person> {
  const configure = await permitFor(at, organizer, "competitions.configure", { competitionId });
  must(await at.services.competitions.advanceCompetition(configure, "drawing"));
  const judge = await hire(at, "xianchang", { role: "floor-judge", skillId: skill.skillId });
  const permit = await skill.permit(judge, "floor.record");
  const [first, second] = skill.registrations;
  for (const { id } of skill.registrations) must(await at.services.floor.checkIn(permit, id));
  const penalty = { level: "aspect", target: "A1.1" };
  for (const record of [
    { kind: "compensation", registrationId: first!.id, minutes: 14, text: written[0] },
    { kind: "violation", registrationId: second!.id, penalty, text: written[1] },
    { kind: "incident", registrationId: null, text: written[2] },
  ] as const)
    must(await at.services.floor.addRecord(permit, { id: randomUUID(), ...record }));
  return judge;
}
