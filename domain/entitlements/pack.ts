// Loading a rule pack: it is refused when a quote is not in the stored text or an example of its own does not hold,
// so no altered clause and no slip in a row can reach a decision.
import { sha256Hex } from "../chance.ts";
import { evaluate } from "./evaluate.ts";
import type { LoadedPack, ReadingStatus, Row, RulePack } from "./rules.ts";
import { type EntitlementCode, entitlementCodes } from "./vocabulary.ts";

/** Why a pack cannot be used; the message (Chinese) names the clause, reading or example at fault. */
export class PackRefused extends Error {
  override readonly name = "PackRefused";
}

const bare = (text: string): string => text.replace(/\s+/gu, "");

/**
 * Checks a pack against the full text of its document (white space ignored) and against its own vectors, and gives it
 * a version that names its exact content. Throws PackRefused; a loaded pack is the only kind that can be evaluated.
 */
export function loadPack(pack: RulePack, sourceText: string): LoadedPack {
  const source = bare(sourceText);
  for (const { clause } of pack.rows) {
    if (!clause.quote || !source.includes(bare(clause.quote)))
      refusePack(pack, `条款${clause.id}的引文不在原文中`);
  }
  for (const { outcomes } of pack.rows) {
    for (const code of outcomes) checkWords(pack, code, source);
  }
  if (!source.includes(bare(pack.documentNumber))) refusePack(pack, `原文中没有文号${pack.documentNumber}`);
  checkReadings(pack);
  const loaded = { ...pack, version: versionOf(pack, source), rowsByCode: indexed(pack) } as LoadedPack;
  checkVectors(loaded);
  return loaded;
}

/** The same pack with one reading signed or reopened; load it again to use it, its version changes. */
export function withReading(pack: RulePack, id: string, status: ReadingStatus): RulePack {
  const interpretations = pack.interpretations.map((entry) =>
    entry.id === id ? { ...entry, status } : entry,
  );
  if (!pack.interpretations.some((entry) => entry.id === id)) refusePack(pack, `解释登记簿中没有${id}`);
  return { ...pack, interpretations };
}

function checkWords(pack: RulePack, code: keyof RulePack["words"], source: string): void {
  const words = pack.words[code];
  if (!words) refusePack(pack, `${code}没有取自原文的措辞`);
  else if (!source.includes(bare(words))) refusePack(pack, `${code}的措辞“${words}”不在原文中`);
  else if (/认定|授予/.test(words)) refusePack(pack, `${code}的措辞不得写作认定或授予`);
}

function checkReadings(pack: RulePack): void {
  const ids = new Set<string>();
  for (const { id, status, uponRejection } of pack.interpretations) {
    if (ids.has(id)) refusePack(pack, `解释${id}重复登记`);
    ids.add(id);
    if (status === "rejected" && uponRejection === "rewrite")
      refusePack(pack, `规则行依据解释${id}写成，该解释已被否决，须先改写规则行`);
  }
}

function checkVectors(pack: LoadedPack): void {
  if (pack.rows.length > 0 && pack.vectors.length === 0) refusePack(pack, "没有样例");
  const rejected = pack.interpretations.filter(({ status }) => status === "rejected").map(({ id }) => id);
  for (const vector of pack.vectors) {
    if (vector.needs.some((id) => rejected.includes(id))) continue;
    const { granted, flags } = evaluate(vector.person, vector.asOf, pack);
    if (granted.join() !== vector.granted.join() || flags.join() !== vector.flags.join())
      refusePack(
        pack,
        `样例“${vector.name}”应为[${[...vector.granted, ...vector.flags]}]，实为[${[...granted, ...flags]}]`,
      );
  }
}

function indexed(pack: RulePack): LoadedPack["rowsByCode"] {
  const about = (code: EntitlementCode) => pack.rows.filter(({ outcomes }) => outcomes.includes(code));
  const byCode: Partial<Record<EntitlementCode, readonly Row[]>> = {};
  for (const code of entitlementCodes) byCode[code] = about(code);
  return byCode as LoadedPack["rowsByCode"];
}

const versionOf = (pack: RulePack, source: string): string =>
  `${pack.id}@${sha256Hex(JSON.stringify([pack, source])).slice(0, 12)}`;

function refusePack(pack: RulePack, why: string): never {
  throw new PackRefused(`规则包${pack.id}不予载入：${why}`);
}
