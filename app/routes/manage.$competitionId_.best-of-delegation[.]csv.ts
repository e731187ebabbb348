// Best of delegation on the scale of 700: one row for each best competitor, with the team score of the delegation.
import { comparisonFile } from "#app/awards/comparison-file.ts";
import { skillNumber } from "#domain/competitions/skill.ts";
import { roundHalfUp } from "#domain/exact.ts";
import { divisionName } from "#domain/people/organizations.ts";

export const loader = comparisonFile({
  file: "best-of-delegation.csv",
  name: (csv) => csv.bestFile,
  head: (csv) => [
    csv.division,
    csv.delegation,
    csv.skillNumber,
    csv.skill,
    csv.medal,
    csv.number,
    csv.name,
    csv.scale,
    csv.team,
  ],
  rows: ({ teams, best }, terms) => {
    const division = new Map(teams.map((one) => [one.id, divisionName(one.division)]));
    return best.flatMap(({ id, name, scale, people, team }) =>
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
  },
});
