// Competitor results of every published skill, in the columns that a WorldSkills office exchanges.
import type { LoaderFunctionArgs } from "@remix-run/node";
import { csvFile } from "#app/csv.ts";
import { permit } from "#app/gate.ts";
import { scaledLines } from "#domain/awards/delegation-results.ts";
import { skillNumber } from "#domain/competitions/skill.ts";

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const organizer = await permit(context, request, "competitions.configure", {
    competitionId: params["competitionId"]!,
  });
  const { teams, skills } = await context.services.awards.readComparisons(organizer);
  const { terms, manage } = context.words;
  const { csv } = manage.reports;
  const team = new Map(teams.map((one) => [one.id, one]));
  const head = [
    csv.position,
    csv.division,
    csv.delegation,
    csv.skillNumber,
    csv.skill,
    csv.medal,
    csv.number,
    csv.name,
    csv.total,
    csv.scale,
  ];
  const rows = scaledLines(skills).map((line) => [
    line.rank === null ? terms.standing[line.status] : String(line.rank),
    team.get(line.delegationId)!.division ?? "",
    team.get(line.delegationId)!.name,
    skillNumber(line.skill.number),
    line.skill.name,
    line.grade ? terms.grade[line.grade] : "",
    line.number,
    line.name,
    line.total ?? "",
    line.scale === null ? "" : String(line.scale),
  ]);
  return csvFile([head, ...rows], { file: "competitor-results.csv", name: `${csv.resultsFile}.csv` });
}
