// A new skill in an edition of its own, made through the organizer's pages: what tests of setting up start from.
import { enter as visit } from "#server/rehearsal/visitor.ts";

/** The address of the skill's page, "/manage/skills/…". */
export async function addSkill(base: string): Promise<string> {
  const organizer = await visit(base, "zuzhi");
  const today = new Date().toISOString().slice(0, 10);
  const edition = await organizer.post("/manage/new", {
    name: `逐类录入 ${Date.now()}`,
    tier: "special",
    year: today.slice(0, 4),
    county: "",
    host: "演练",
    startsOn: today,
    endsOn: today,
    noticeWorkingDays: "5",
  });
  const to = await organizer.post(/\/manage\/[0-9a-f-]{36}/.exec(edition)![0], {
    intent: "add-skill",
    number: "1",
    name: "逐类录入",
    occupation: "",
    category: "local",
    venue: "演练",
    groups: "",
    codingLayers: "0",
    confirm: "none",
  });
  return /\/manage\/skills\/[0-9a-f-]{36}/.exec(to)![0];
}
