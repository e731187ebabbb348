// What a rehearsal plays: skills with their scheme, competitors and marks, read from files or generated.
import { readFile } from "node:fs/promises";
import { sha256Hex } from "#domain/chance.ts";
import { exact, formatExact, sum } from "#domain/exact.ts";
import type { Criterion, Scheme } from "#domain/schemes/aspect.ts";
import { aspectsOf, numberAspects } from "#domain/schemes/scheme.ts";

/** A mark of one competitor: the aspect's id and a decimal. */
export type PlannedMark = { readonly competitor: string; readonly aspectId: string; readonly value: string };
export type PlannedSkill = {
  readonly name: string;
  readonly scheme: Scheme;
  readonly competitors: readonly string[];
  readonly absent: ReadonlySet<string>;
  readonly marks: readonly PlannedMark[];
  /** How a second person looks at each sheet; nobody does unless told. */
  readonly confirm?: "second" | "blind";
  /** The fields of the rules' form, where the skill asks for more than a new one has. */
  readonly rules?: Readonly<Record<string, string>>;
};

type SchemeRow = {
  part: string;
  criterion: string;
  subcriterion: string;
  aspect: string;
  max: number | string;
};

/** A cohort from a scheme file (rows of part, criterion, subcriterion, aspect, max) and a marks file (CSV). Aspects are of kind value, step 0.5. */
export async function readCohort(
  schemeFile: string,
  marksFile: string,
  absent: readonly string[],
): Promise<PlannedSkill> {
  const rows = JSON.parse(await readFile(schemeFile, "utf8")) as SchemeRow[];
  const { scheme, places } = schemeFrom(rows);
  const [head, ...lines] = parseCsv(await readFile(marksFile, "utf8"));
  const column = (name: string): number => head!.indexOf(name);
  const taken = new Map<string, number>();
  const competitors = new Set<string>();
  const out = new Set(absent);
  const marks: PlannedMark[] = [];
  for (const line of lines) {
    const competitor = line[column("competitor")]!;
    competitors.add(competitor);
    if (out.has(competitor)) continue;
    const key = [line[column("part")], line[column("subcriterion")], line[column("aspect")]].join("\u0001");
    const turn = taken.get(`${competitor}\u0001${key}`) ?? 0;
    taken.set(`${competitor}\u0001${key}`, turn + 1);
    const aspectId = places.get(key)?.[turn];
    if (!aspectId) throw new Error(`评分文件中的“${line.join(",")}”在评分标准里没有对应的评分点。`);
    marks.push({ competitor, aspectId, value: formatExact(exact(line[column("mark")]!), 1) });
  }
  return { name: "真实成绩回放", scheme, competitors: [...competitors], absent: out, marks };
}

/** `skills` skills of `competitors` competitors each, 20 aspects and repeatable marks. */
export function generate(skills: number, competitors: number): PlannedSkill[] {
  const rows = Array.from({ length: 20 }, (_, n): SchemeRow => {
    const letter = "ABCD"[Math.floor(n / 5)]!;
    return { part: "", criterion: letter, subcriterion: letter, aspect: `评分点 ${n + 1}`, max: "5" };
  });
  const { scheme } = schemeFrom(rows);
  const people = Array.from({ length: competitors }, (_, n) => `X${String(n + 1).padStart(2, "0")}`);
  return Array.from({ length: skills }, (_, n) => ({
    name: `演练赛项${n + 1}`,
    scheme,
    competitors: people,
    absent: new Set<string>(),
    marks: people.flatMap((competitor) =>
      aspectsOf(scheme).map(({ id }) => {
        const luck = Number.parseInt(sha256Hex(`${n}${competitor}${id}`).slice(0, 4), 16) % 11;
        return { competitor, aspectId: id, value: formatExact(exact(luck).div(exact(2)), 1) };
      }),
    ),
  }));
}

function schemeFrom(rows: readonly SchemeRow[]): { scheme: Scheme; places: Map<string, string[]> } {
  const letters = [...new Set(rows.map((row) => row.criterion))];
  const criteria = letters.map((name, at): Criterion => {
    const own = rows.filter((row) => row.criterion === name);
    const id = String.fromCharCode(65 + at);
    const subs = [...new Set(own.map((row) => row.subcriterion))];
    return {
      id,
      name,
      max: formatExact(sum(own.map((row) => exact(String(row.max))))),
      subcriteria: subs.map((sub, place) => ({
        id: `${id}${place + 1}`,
        name: sub,
        day: 1,
        aspects: own
          .filter((row) => row.subcriterion === sub)
          .map((row) => ({
            id: "",
            kind: "value",
            step: "0.5",
            description: row.aspect,
            max: formatExact(exact(String(row.max))),
          })),
      })),
    };
  });
  const scheme = numberAspects({ total: formatExact(sum(criteria.map((one) => exact(one.max)))), criteria });
  const ids = scheme.criteria.flatMap((one) =>
    one.subcriteria.flatMap((sub) => sub.aspects.map((aspect) => ({ sub: sub.name, aspect }))),
  );
  const places = new Map<string, string[]>();
  for (const { sub, aspect } of ids) {
    for (const part of new Set(rows.filter((row) => row.subcriterion === sub).map((row) => row.part))) {
      const key = [part, sub, aspect.description].join("\u0001");
      places.set(key, [...(places.get(key) ?? []), aspect.id]);
    }
  }
  return { scheme, places };
}

/** Comma-separated lines with quotes, as spreadsheets write them. */
function parseCsv(text: string): string[][] {
  const lines = text
    .replace(/^\ufeff/, "")
    .split(/\r?\n/)
    .filter((line) => line !== "");
  return lines.map((line) =>
    [...line.matchAll(/(?:^|,)(?:"((?:[^"]|"")*)"|([^,]*))/g)].map((cell) =>
      (cell[1] ?? cell[2] ?? "").replaceAll('""', '"'),
    ),
  );
}
