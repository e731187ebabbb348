// Reads one entry of the batch evaluation: closed codes, real dates, defaults filled in, unknown keys ignored.
// Written by hand, without a schema library: 100,000 people pass through it in a stream.
import { isDate } from "../calendar.ts";
import type { Award, CompetitionAward, Entry, HonourAward, Schooling } from "./person.ts";
import {
  categories,
  competitions,
  grades,
  honours,
  institutions,
  roles,
  schoolingClasses,
  states,
} from "./vocabulary.ts";

/** `field` is a path such as `person.awards[0].grade`; `message` is Chinese. */
export type EntryError = { readonly field: string; readonly message: string };
/** `id` is what the entry calls itself, null where it does not say. */
export type EntryRead =
  | { readonly ok: true; readonly entry: Entry }
  | { readonly ok: false; readonly id: string | null; readonly error: EntryError };

type Fields = Readonly<Record<string, unknown>>;

class Unreadable extends Error {
  readonly error: EntryError;
  constructor(field: string, message: string) {
    super(message);
    this.error = { field, message };
  }
}

/**
 * Reads `{id, asOf, person:{awards?, schooling?}}` (policy.md, batch evaluation). Refuses a code outside the closed
 * lists, a missing required field, a value of another type (null included) and an impossible date, naming the first.
 */
export function readEntry(value: unknown): EntryRead {
  try {
    const fields = objectAt(value, "entry");
    const id = textAt(fields, "id", "id");
    if (id === "") throw new Unreadable("id", "不能为空");
    const asOf = dateAt(fields, "asOf", "asOf");
    const person = objectAt(fields.person, "person");
    const awards = person.awards === undefined ? [] : awardsAt(person.awards);
    if (person.schooling === undefined) return { ok: true, entry: { id, asOf, person: { awards } } };
    return { ok: true, entry: { id, asOf, person: { awards, schooling: schoolingAt(person.schooling) } } };
  } catch (failure) {
    if (!(failure instanceof Unreadable)) throw failure;
    return { ok: false, id: idOf(value), error: failure.error };
  }
}

const idOf = (value: unknown): string | null =>
  typeof value === "object" && value !== null && "id" in value && typeof value.id === "string"
    ? value.id
    : null;

function awardsAt(value: unknown): readonly Award[] {
  if (!Array.isArray(value)) throw new Unreadable("person.awards", "应为数组");
  return value.map((item: unknown, place): Award => {
    const at = `person.awards[${place}]`;
    const fields = objectAt(item, at);
    const kind = codeAt(fields, "kind", ["competition", "honour"] as const, at);
    return kind === "competition" ? competitionAt(fields, at) : honourAt(fields, at);
  });
}

const competitionAt = (fields: Fields, at: string): CompetitionAward => ({
  kind: "competition",
  competition: codeAt(fields, "competition", competitions, at),
  grade: codeAt(fields, "grade", grades, at),
  state: codeAt(fields, "state", states, at),
  role: codeAt(fields, "role", roles, at),
  ...optional("date", fields, () => dateAt(fields, "date", `${at}.date`)),
  ...optional("edition", fields, () => textAt(fields, "edition", `${at}.edition`)),
  ...optional("skill", fields, () => textAt(fields, "skill", `${at}.skill`)),
  ...optional("track", fields, () => textAt(fields, "track", `${at}.track`)),
  teamSize: fields.teamSize === undefined ? 1 : countAt(fields, "teamSize", `${at}.teamSize`),
  category: fields.category === undefined ? "official" : codeAt(fields, "category", categories, at),
  identityMatched: flagAt(fields, "identityMatched", at, true),
});

const honourAt = (fields: Fields, at: string): HonourAward => ({
  kind: "honour",
  honour: codeAt(fields, "honour", honours, at),
  state: codeAt(fields, "state", states, at),
  ...optional("date", fields, () => dateAt(fields, "date", `${at}.date`)),
  identityMatched: flagAt(fields, "identityMatched", at, true),
});

function schoolingAt(value: unknown): Schooling {
  const at = "person.schooling";
  const fields = objectAt(value, at);
  return {
    fullTime: flagAt(fields, "fullTime", at),
    class: codeAt(fields, "class", schoolingClasses, at),
    institution:
      fields.institution === undefined ? "technical-school" : codeAt(fields, "institution", institutions, at),
    graduated: flagAt(fields, "graduated", at, true),
  };
}

const optional = <Key extends string, T>(key: Key, fields: Fields, read: () => T): { [K in Key]?: T } =>
  fields[key] === undefined ? {} : ({ [key]: read() } as { [K in Key]?: T });

function objectAt(value: unknown, field: string): Fields {
  if (value === undefined) throw new Unreadable(field, "缺少必填项");
  if (typeof value !== "object" || value === null || Array.isArray(value))
    throw new Unreadable(field, "应为对象");
  return value as Fields;
}

function codeAt<Code extends string>(fields: Fields, key: string, codes: readonly Code[], at: string): Code {
  const value = fields[key];
  if (value === undefined) throw new Unreadable(`${at}.${key}`, "缺少必填项");
  const code = codes.find((candidate) => candidate === value);
  if (code === undefined) throw new Unreadable(`${at}.${key}`, `代码${shown(value)}不在列表内`);
  return code;
}

function textAt(fields: Fields, key: string, field: string): string {
  const value = fields[key];
  if (value === undefined) throw new Unreadable(field, "缺少必填项");
  if (typeof value !== "string") throw new Unreadable(field, "应为字符串");
  return value;
}

function dateAt(fields: Fields, key: string, field: string): string {
  const value = textAt(fields, key, field);
  if (!isDate(value)) throw new Unreadable(field, `${shown(value)}不是真实日期（YYYY-MM-DD）`);
  return value;
}

function countAt(fields: Fields, key: string, field: string): number {
  const value = fields[key];
  if (!Number.isSafeInteger(value) || (value as number) < 1) throw new Unreadable(field, "应为不小于1的整数");
  return value as number;
}

function flagAt(fields: Fields, key: string, at: string, preset?: boolean): boolean {
  const value = fields[key];
  if (value === undefined && preset !== undefined) return preset;
  if (value === undefined) throw new Unreadable(`${at}.${key}`, "缺少必填项");
  if (typeof value !== "boolean") throw new Unreadable(`${at}.${key}`, "应为true或false");
  return value;
}

const shown = (value: unknown): string => (JSON.stringify(value) ?? String(value)).slice(0, 40);
