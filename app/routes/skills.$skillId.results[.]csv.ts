// The published list as a file for Excel.
import type { LoaderFunctionArgs } from "@remix-run/node";
import { idIn } from "#app/address.ts";
import { csvFile } from "#app/csv.ts";
import { datesIn } from "#app/dates.ts";
import { notFound } from "#app/gate.ts";
import { say } from "#words/language.ts";

export async function loader({ context, params }: LoaderFunctionArgs) {
  const skillId = idIn(context, params["skillId"]);
  const skill = await context.services.competitions.readSkill(skillId);
  const result = await context.services.results.onSiteResult(skillId);
  if (!skill || !result) throw notFound(context);
  const { terms, open } = context.words;
  const { csv } = open.skill;
  const dates = datesIn(terms);
  const finality = `${terms.finality[result.finality]} ${say(open.live.asOf, { time: dates.moment(result.at) })}`;
  const head = [csv.rank, csv.number, csv.name, csv.unit, csv.delegation, csv.total, csv.award, csv.state];
  const gradeAs = (grade: string) =>
    result.finality === "published" ? grade : say(open.skill.proposedGrade, { grade });
  const rows = result.lines.map((line) => [
    line.rank === null ? terms.standing[line.status] : String(line.rank),
    line.number,
    line.name,
    line.unit,
    line.delegation,
    line.total ?? "",
    line.grade ? gradeAs(terms.grade[line.grade]) : "",
    finality,
  ]);
  const last = result.finality === "announced" ? [[`${finality} ${open.skill.prevails}`]] : [];
  const name = `${skill.name}-${terms.finality[result.finality]}.csv`;
  return csvFile([head, ...rows, ...last], { file: "results.csv", name });
}
