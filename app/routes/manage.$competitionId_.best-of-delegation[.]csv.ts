// Best of delegation on the scale of 700: one row for each best competitor, with the team score of the delegation.
import type { LoaderFunctionArgs } from "@remix-run/node";
import { csvFile } from "#app/csv.ts";
import { permit } from "#app/gate.ts";
import { skillNumber } from "#domain/competitions/skill.ts";
import { roundHalfUp } from "#domain/exact.ts";

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const organizer = await permit(context, request, "competitions.configure", {
    competitionId: params["competitionId"]!,
  });
  const { teams, best } = await context.services.awards.readComparisons(organizer);
  const { terms, manage } = context.words;
  const { csv } = manage.reports;
  const division = new Map(teams.map((one) => [one.id, one.division]));
  const head = [
    csv.division,
    csv.delegation,
    csv.skillNumber,
    csv.skill,
    csv.medal,
    csv.number,
    csv.name,
    csv.scale,
    csv.team,
  ];
  const rows = best.flatMap(({ id, name, scale, people, team }) =>
    people.map((line) => [
      division.get(id) ?? "",
      name,
      skillNumber(line.skill.number),
      line.skill.name,
      line.grade ? terms.grade[line.grade] : "",
      line.number,
      line.name,
      String(scale),
      team ? roundHalfUp(team, 0) : "",
    ]),
  );
  return csvFile([head, ...rows], { file: "best-of-delegation.csv", name: `${csv.bestFile}.csv` });
}
