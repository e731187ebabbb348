// The skills of an edition as a table for Excel, no personal data; no cell that Excel takes for a date.
import type { LoaderFunctionArgs } from "@remix-run/node";
import { csvFile } from "#app/csv.ts";
import { permit } from "#app/gate.ts";
import { skillNumber } from "#domain/competitions/skill.ts";

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const overseer = await permit(context, request, "competitions.oversee", {
    competitionId: params["competitionId"]!,
  });
  await permit(context, request, "competitions.configure", { competitionId: params["competitionId"]! });
  const edition = await context.services.competitions.readEdition(overseer);
  const { manage, terms } = context.words;
  const said = manage.workspace;
  const head = [
    said.number,
    said.skill,
    said.venue,
    said.competitors,
    said.progress,
    said.seatsTaken,
    said.seatsAsked,
    said.scheme,
    said.stage,
  ];
  const rows = edition.skills.map((skill) => [
    skillNumber(skill.number),
    skill.name,
    skill.venue,
    String(skill.accepted),
    skill.progress.of > 0 ? `${Math.floor((skill.progress.marked * 100) / skill.progress.of)}%` : "",
    String(skill.asked - skill.missing.length),
    String(skill.asked),
    skill.schemeLocked ? said.locked : said.unlocked,
    terms.stage[skill.stage],
  ]);
  return csvFile([head, ...rows], {
    file: "skills.csv",
    name: `${edition.name}-${said.skillsFile}.csv`,
  });
}
