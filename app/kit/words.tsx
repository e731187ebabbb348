// The handful of words a control needs of its own (必填, 关闭 …). Chinese unless a page provides others,
// so that the kit stays free of the dictionary.
import { createContext, type ReactNode, useContext } from "react";

export type KitWords = {
  required: string;
  optional: string;
  close: string;
  working: string;
  loading: string;
  previous: string;
  next: string;
  skip: string;
};

const chinese: KitWords = {
  required: "必填",
  optional: "选填",
  close: "关闭",
  working: "正在提交…",
  loading: "正在载入…",
  previous: "上一页",
  next: "下一页",
  skip: "跳到正文",
};

const Words = createContext<KitWords>(chinese);

export function KitWordsProvider({ words, children }: { words: Partial<KitWords>; children: ReactNode }) {
  return <Words.Provider value={{ ...chinese, ...words }}>{children}</Words.Provider>;
}

export function useKitWords(): KitWords {
  return useContext(Words);
}
