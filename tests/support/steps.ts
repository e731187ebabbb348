// One step of a skill after the other, each by whoever does it in life.
import type { Stage } from "#domain/competitions/skill.ts";
import { must, type SkillStage } from "./stage.ts";

/** From the stage where the skill stands to the next one. */
export async function step(
  skill: SkillStage,
  from: Stage,
  rules: { codingLayers: number; onSite: boolean; confirm: string },
): Promise<void> {
  const { services, clock, database } = skill.at;
  const oversee = () => skill.permit(skill.chief, "marking.oversee");
  const publish = () => skill.permit(skill.organizer, "results.publish");
  if (from === "set-up" && rules.codingLayers === 0) {
    must(await services.draws.fixField(await skill.permit(skill.organizer, "competitions.configure")));
  } else if (from === "set-up") {
    must(await services.draws.commitDraw(await skill.permit(skill.coder, "draws.code")));
    must(await services.draws.witnessDraw(await skill.permit(skill.supervisor, "draws.witness")));
  } else if (from === "drawn") {
    must(await services.marking.openScoring(await oversee()));
  } else if (from === "scoring") {
    for (const [place, one] of (await skill.contestants()).entries()) await skill.markOne(one.id, place);
    if (rules.confirm !== "none") await skill.confirmAll();
    await skill.lockAll();
    must(await services.results.completeResult(await oversee()));
  } else if (from === "complete") {
    must(await skill.sign(skill.recorder, "checked"));
  } else if (from === "checked") {
    must(await skill.sign(skill.chief, "chief"));
    must(await skill.sign(skill.supervisor, "supervisor"));
  } else if (from === "signed") {
    must(await services.draws.askOpening(await skill.permit(skill.coder, "draws.code")));
    must(await services.draws.openSeal(await skill.permit(skill.supervisor, "draws.witness")));
  } else if (from === "decoded" && rules.onSite) {
    must(await services.notices.announceOnSite(await publish()));
  } else if (from === "decoded" || from === "announced") {
    must(await services.notices.openNotice(await publish()));
  } else {
    const notice = await database.prisma.notice.findFirstOrThrow({ where: { skillId: skill.skillId } });
    clock.set(notice.closesAt);
    must(await services.notices.publish(await publish()));
  }
}
