// The name of an award in a file: our own carries its competition's name, an external one the code of a closed list.
import { competitionNames, honourNames } from "#domain/entitlements/names.ts";
import type { Language } from "#words/language.ts";

const named = (
  names: Readonly<Record<string, { readonly zh: string; readonly en: string }>>,
  code: string,
  language: Language,
) => names[code]?.[language];

/** The name of a competition or honour code; any other text is a name already. */
export const awardName = (title: string, language: Language): string =>
  named(competitionNames, title, language) ?? named(honourNames, title, language) ?? title;
