// Competitor results of every published skill, in the columns that a WorldSkills office exchanges.
import { comparisonFile } from "#app/awards/comparison-file.ts";
import { scaledLines } from "#domain/awards/delegation-results.ts";
import { skillNumber } from "#domain/competitions/skill.ts";
import { divisionName } from "#domain/people/organizations.ts";

export const loader = comparisonFile({
  file: "competitor-results.csv",
  name: (csv) => csv.resultsFile,
  head: (csv) => [
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
  ],
  rows: ({ teams, skills }, terms) => {
    const team = new Map(teams.map((one) => [one.id, one]));
    return scaledLines(skills).map((line) => [
      line.rank === null ? terms.standing[line.status] : String(line.rank),
      divisionName(team.get(line.delegationId)!.division) ?? "",
      team.get(line.delegationId)!.name,
      skillNumber(line.skill.number),
      line.skill.name,
      line.grade ? terms.grade[line.grade] : "",
      line.number,
      line.name,
      line.total ?? "",
      line.scale === null ? "" : String(line.scale),
    ]);
  },
});
