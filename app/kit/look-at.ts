// An answer that stands elsewhere than the button that asked for it: it is focused, and so brought into sight.
import { type RefObject, useEffect, useRef } from "react";

/** The element that takes the focus whenever one of `answers` is another, as long as there is something to look at. */
export function useLookAt(answers: readonly unknown[], isThere = true): RefObject<HTMLDivElement> {
  const box = useRef<HTMLDivElement>(null);
  // biome-ignore lint/correctness/useExhaustiveDependencies: another answer with the same text is another answer
  useEffect(() => {
    if (isThere) box.current?.focus();
  }, [isThere, ...answers]);
  return box;
}
