// Marks of a published skill by part as a file: the parts with what they hold at most, then everybody in the published order.
import type { Words } from "#app/context.ts";
import { csvFile } from "#app/csv.ts";
import { skillTitle } from "#domain/competitions/skill.ts";
import { formatExact } from "#domain/exact.ts";
import type { MarksByPart } from "#server/results/marks-by-part.ts";

/** `name` is said after the skill's in the name of the file. Exact marks, with two decimals at least. */
export function marksFile(read: MarksByPart, words: Words, { file, name }: { file: string; name: string }) {
  const { csv } = words.manage.reports;
  const { parts, lines, skill } = read;
  const named = parts.map(({ id, name }) => (id === "" ? csv.noSection : `${id} ${name}`.trim()));
  const head = [csv.position, csv.delegation, csv.number, csv.name, ...named, csv.total];
  const most = [csv.maximum, "", "", "", ...parts.map(({ max }) => formatExact(max)), formatExact(read.max)];
  const rows = lines.map((line) => [
    line.rank === null ? words.terms.standing[line.status] : String(line.rank),
    line.delegation,
    line.number,
    line.name,
    ...line.marks.map((mark) => (mark === null ? "" : formatExact(mark))),
    line.total ?? "",
  ]);
  return csvFile([head, most, ...rows], { file, name: `${skillTitle(skill)}-${name}.csv` });
}
