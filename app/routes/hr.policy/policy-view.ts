// The rules in force as a page: document, clauses, rows in words, every case that entitles, the register of interpretations.
import { describeAward, describeGrades, describeNeed } from "#domain/entitlements/describe.ts";
import { entitlementNames } from "#domain/entitlements/names.ts";
import type { LoadedPack, Row } from "#domain/entitlements/rules.ts";
import { truthTable } from "#domain/entitlements/truth-table.ts";
import type { EntitlementCode } from "#domain/entitlements/vocabulary.ts";
import type { Language } from "#words/language.ts";

export type ShownRow = ReturnType<typeof shownRow>;

const shownRow = (row: Row, pack: LoadedPack, language: Language) => ({
  holder: describeNeed(row.when, language),
  kind: row.when.kind,
  doubtful:
    row.when.kind === "competition" && row.when.doubtfulGrades.length > 0
      ? describeGrades(row.when.doubtfulGrades, language)
      : null,
  outcome: row.outcomes
    .map((code) => outcomeName(code, pack, language))
    .join(language === "zh" ? "、" : ", "),
  place: row.clause.place,
});

const outcomeName = (code: EntitlementCode, pack: LoadedPack, language: Language): string =>
  language === "en" || code.startsWith("education-")
    ? entitlementNames[code][language]
    : (pack.words[code] ?? entitlementNames[code].zh);

/** The cells that grant anything and the codes they grant, with how many cells there are in all. */
export function grantingCells(pack: LoadedPack, asOf: string, language: Language) {
  const cells = truthTable(pack, asOf);
  const granting = cells.flatMap(({ award, outcomes }) => {
    const codes = (Object.keys(outcomes) as EntitlementCode[]).filter((code) => outcomes[code] === "granted");
    return codes.length > 0 ? [{ award: describeAward(award, language), codes }] : [];
  });
  return { all: cells.length, granting, grants: granting.reduce((sum, cell) => sum + cell.codes.length, 0) };
}

export function policyView(pack: LoadedPack, asOf: string, language: Language) {
  const clauses = [...new Map(pack.rows.map((row) => [row.clause.id, row.clause])).values()];
  const table = grantingCells(pack, asOf, language);
  const columns = [...new Set(table.granting.flatMap((cell) => cell.codes))];
  return {
    documentNumber: pack.documentNumber,
    title: pack.title,
    issuer: pack.issuer,
    date: pack.date,
    upperDocument: pack.upperDocument,
    evidence: pack.evidence,
    effectiveFrom: pack.effectiveFrom,
    effectiveTo: pack.effectiveTo,
    version: pack.version,
    clauses: clauses.map(({ quote, place }) => ({ quote, place })),
    rows: pack.rows.map((row) => shownRow(row, pack, language)),
    table: { ...table, columns: columns.map((code) => ({ code, name: outcomeName(code, pack, language) })) },
    readings: pack.interpretations.map(({ id, question, reading, status, flag }) => ({
      id,
      question,
      reading,
      status,
      flag,
    })),
  };
}
export type PolicyView = ReturnType<typeof policyView>;
