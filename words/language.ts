// The two languages, and the one way to fill a sentence: say("{n} 名选手", { n: 12 }); where English counts,
// say("{n} {n|sheet|sheets}", { n: 1 }).
export const languages = ["zh", "en"] as const;
export type Language = (typeof languages)[number];

export const readLanguage = (text: string | undefined | null): Language => (text === "en" ? "en" : "zh");
export const htmlLanguage: Readonly<Record<Language, string>> = { zh: "zh-CN", en: "en" };

/**
 * Puts parameters into the {places} of a sentence; a place without a parameter stays visible. {n|one|many} chooses by n: the
 * first for exactly 1, else the second.
 */
export const say = (sentence: string, params: Readonly<Record<string, string | number>> = {}): string =>
  sentence.replace(
    /\{(\w+)(?:\|([^|{}]*)\|([^|{}]*))?\}/g,
    (place, name: string, one?: string, many?: string) => {
      const given = params[name];
      if (given === undefined) return place;
      return (String(given) === "1" ? one : many) ?? String(given);
    },
  );
