// Ends a rehearsal as a competition ends: every sub-criterion locked, complete, checked, signed, put into public notice, read back.
import { subcriteriaOf } from "#domain/schemes/scheme.ts";
import type { Crew, StagedSkill } from "./stage.ts";

export type Standing = {
  readonly competitor: string;
  readonly total: string | null;
  readonly rank: number | null;
  readonly status: string;
};
type Published = {
  standings: { competitor: string; total: string | null; rank: number | null; status: string }[];
};

/** Locks, signs and publishes one skill and answers its standings with the plan's own names of competitors. */
export async function finish(url: string, crew: Crew, skill: StagedSkill): Promise<Standing[]> {
  const wall = `/oversight/${skill.skillId}`;
  for (const { subcriterion } of subcriteriaOf(skill.plan.scheme)) {
    await crew.chief.post(wall, { intent: "lock", subcriterionId: subcriterion.id });
  }
  await crew.chief.post(wall, { intent: "complete" });
  const desk = `/desk/${skill.skillId}`;
  const shown = await crew.chief.read<{ desk: { hash: string }; signingPassword: string }>(desk);
  const signing = { hash: shown.desk.hash, password: shown.signingPassword };
  await crew.checker.post(desk, { intent: "check", ...signing });
  await crew.chief.post(desk, { intent: "sign-chief", ...signing });
  await crew.supervisor.post(desk, { intent: "sign-supervisor", ...signing });
  await crew.organizer.post(desk, { intent: "open-notice" });
  const answer = await fetch(`${url}/api/skills/${skill.skillId}/standings.json`);
  if (!answer.ok) throw new Error(`成绩尚未公示：${answer.status} ${await answer.text()}`);
  const { standings } = (await answer.json()) as Published;
  const byNumber = new Map([...skill.contestants].map(([competitor, { number }]) => [number, competitor]));
  return standings.map(({ competitor, total, rank, status }) => ({
    competitor: byNumber.get(competitor)!,
    total,
    rank,
    status,
  }));
}
