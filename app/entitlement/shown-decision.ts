// A stored decision as a page shows it in one language: the document's own words, the clause whole, the reason of every yes and no.
import type { Decision } from "#domain/entitlements/decide.ts";
import {
  competitionNames,
  entitlementNames,
  honourNames,
  schoolingClassNames,
} from "#domain/entitlements/names.ts";
import {
  type EntitlementCode,
  type EntitlementOutcome,
  entitlementCodes,
  outcomes,
} from "#domain/entitlements/vocabulary.ts";
import type { Language } from "#words/language.ts";

export type ShownDecision = {
  readonly key: string;
  /** Several names where decisions say the same and share a card. */
  readonly titles: readonly string[];
  /** The document's words, in Chinese whatever the page speaks; null for the education clause, whose words are its quote. */
  readonly words: string | null;
  readonly outcome: EntitlementOutcome;
  readonly number: string | null;
  readonly quote: string | null;
  readonly citation: string | null;
  readonly marked: readonly string[];
  readonly because: string;
  readonly others: readonly string[];
  readonly impliedBy: string | null;
  readonly aboutTitle: boolean;
};

const isEducation = (code: EntitlementCode): boolean => code.startsWith("education-");

/** In the order of outcome and code; refusals that share clause and reason become one card. */
export function shownDecisions(
  decisions: readonly Decision[],
  numbers: Readonly<Record<string, string>>,
  language: Language,
): readonly ShownDecision[] {
  const place = ({ outcome, code }: Decision) =>
    outcomes.indexOf(outcome) * 10 + entitlementCodes.indexOf(code);
  const cards: ShownDecision[] = [];
  for (const decision of [...decisions].sort((a, b) => place(a) - place(b))) {
    const card = shown(decision, numbers[decision.code] ?? null, language);
    const twin = cards.findIndex(
      (one) =>
        one.outcome === "not" &&
        card.outcome === "not" &&
        one.quote === card.quote &&
        one.because === card.because,
    );
    const same = cards[twin];
    if (same) cards[twin] = { ...same, titles: [...same.titles, ...card.titles], words: null };
    else cards.push(card);
  }
  return cards;
}

function shown(decision: Decision, number: string | null, language: Language): ShownDecision {
  const { code, outcome, words, quote, citation, because, grounds } = decision;
  const named = language === "en" || isEducation(code) || words === "";
  return {
    key: code,
    titles: [named ? entitlementNames[code][language] : words],
    words: language === "en" && !isEducation(code) && words !== "" ? words : null,
    outcome,
    number,
    quote,
    citation,
    marked: outcome === "not" || quote === null ? [] : markedParts(quote, words, because.zh),
    because: because[language],
    others: grounds.slice(1).map((ground) => ground.because[language]),
    impliedBy: decision.impliedBy ? entitlementNames[decision.impliedBy][language] : null,
    aboutTitle: code.endsWith("title-direct"),
  };
}

const worldNames = [competitionNames["world-skills"].zh, competitionNames["international-abilympics"].zh];
const parts: readonly { readonly named: readonly string[]; readonly parts: readonly string[] }[] = [
  { named: worldNames, parts: ["世赛获奖者", "金牌获得者，可直接申报相应系列正高级职称"] },
  {
    named: [competitionNames["national-prc"].zh],
    parts: ["中华人民共和国职业技能大赛（以下简称国赛）金牌获得者", "国赛金牌获得者"],
  },
  ...Object.values(honourNames).map(({ zh }) => ({ named: [zh], parts: [`“${zh}”`] })),
  ...Object.values(schoolingClassNames).map(({ zh }) => ({ named: [zh], parts: [zh] })),
];

/** The passages of the clause that bear on this reason: whom it names, and what it gives. */
function markedParts(quote: string, words: string, reason: string): string[] {
  const who = parts
    .filter(({ named }) => named.some((name) => reason.startsWith(name)))
    .flatMap((one) => one.parts);
  const gives = words === quote ? [] : [words];
  const joined = who.flatMap((part) => gives.flatMap((given) => [`${part}，${given}`, `${part}${given}`]));
  return [...joined, ...who, ...gives].filter((part) => quote.includes(part));
}
