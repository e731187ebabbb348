// The dictionary in both languages; English has every key that Chinese has (the type says so).
import { en } from "./en/index.ts";
import type { Language } from "./language.ts";
import { zh } from "./zh/index.ts";

export type Words = typeof zh;
const dictionary: Readonly<Record<Language, Words>> = { zh, en };
export const wordsFor = (language: Language): Words => dictionary[language];
