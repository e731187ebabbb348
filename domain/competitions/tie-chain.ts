// The tie chain as people type it: "B, 理论知识, A1.2, 用时" and the measures it means; domain/results/standings compares by them.
import type { SkillRules } from "./rules.ts";

type Named = { readonly id: string; readonly name: string };
/** Parts of the total that a measure can call by name. */
export type NamedParts = {
  readonly components?: readonly Named[];
  readonly modules?: readonly Named[];
};

const separators = /[,，、;；>›＞\n]+/;
const kinds: Readonly<Record<string, "criterion" | "module" | "component" | "aspect" | "time">> = {
  criterion: "criterion",
  标准: "criterion",
  module: "module",
  模块: "module",
  component: "component",
  成绩构成: "component",
  构成: "component",
  aspect: "aspect",
  评分点: "aspect",
  time: "time",
  用时: "time",
  时间: "time",
};
const leading = new RegExp(`^(${Object.keys(kinds).join("|")})\\s*[:：]?\\s*(.*)$`, "i");
const aspectId = /^[A-Z]\d{1,2}\.\d{1,3}$/;

export type ReadChain = {
  readonly chain: SkillRules["tieChain"];
  /** What was typed and means no measure of this skill, as typed. */
  readonly unread: readonly string[];
};

/** Reads measures, first first, each once: a letter is a criterion, a name a component or module, "用时" the time. */
export function readTieChain(typed: string, parts: NamedParts): ReadChain {
  const pieces = typed
    .split(separators)
    .map((piece) => piece.trim())
    .filter(Boolean);
  const read = pieces.map((piece) => readMeasure(piece, parts));
  return {
    chain: [...new Set(read.filter((one) => one !== null))],
    unread: pieces.filter((_, at) => read[at] === null),
  };
}

function readMeasure(piece: string, parts: NamedParts): string | null {
  const named = nameless(piece, parts);
  if (named) return named;
  const [, word, rest = ""] = leading.exec(piece) ?? [];
  if (word === undefined) return null;
  const letter = rest.toUpperCase();
  switch (kinds[word.toLowerCase()]!) {
    case "criterion":
      return /^[A-Z]$/.test(letter) ? `criterion:${letter}` : null;
    case "aspect":
      return aspectId.test(letter) ? `aspect:${letter}` : null;
    case "time":
      if (rest === "") return "time";
      return aspectId.test(letter) ? `time:${letter}` : null;
    case "module":
      if (/^[A-Z]$/.test(letter)) return `module:${letter}`;
      return called("module", rest, parts.modules);
    case "component":
      return called("component", rest, parts.components);
  }
}

/** What needs no word before it: a letter, an aspect, or a name that the rules give. */
function nameless(piece: string, { components, modules }: NamedParts): string | null {
  const letter = piece.toUpperCase();
  if (/^[A-Z]$/.test(letter)) return `criterion:${letter}`;
  if (aspectId.test(letter)) return `aspect:${letter}`;
  return called("component", piece, components) ?? called("module", piece, modules);
}

function called(
  kind: "component" | "module",
  name: string,
  parts: readonly Named[] | undefined,
): string | null {
  const part = parts?.find((one) => one.name === name || one.id === name);
  return part ? `${kind}:${part.id}` : null;
}

/** One measure as `readTieChain` reads it again; `words` are those before what has no name. */
export function writeMeasure(
  measure: string,
  { components, modules }: NamedParts,
  words: { readonly module: string; readonly time: string },
): string {
  const [kind, id = ""] = measure.split(":");
  const nameOf = (parts: readonly Named[] | undefined): string =>
    parts?.find((one) => one.id === id)?.name ?? id;
  switch (kind) {
    case "module":
      return /^[A-Z]$/.test(id) ? `${words.module}${id}` : nameOf(modules);
    case "component":
      return nameOf(components);
    case "time":
      return `${words.time}${id}`;
    default:
      return id;
  }
}
