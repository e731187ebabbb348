// What the total is made of by the fields as they are filled in: what stands or was typed, and alive what is being typed.
import { useEffect, useRef, useState } from "react";
import { Notice } from "#app/kit/index.ts";
import { madeSaid } from "./made-said.ts";
import { joinedRows } from "./posted-rows.ts";
import type { RulesProps } from "./rules-fields.ts";
import { readParts } from "./scoring-parts.ts";

const quiet = () => undefined;

export function MadePreview({ rules, words, outline }: RulesProps) {
  const here = useRef<HTMLDivElement>(null);
  const [typed, setTyped] = useState<ReturnType<typeof readParts>>();
  useEffect(() => {
    const form = here.current?.closest("form");
    if (!form) return;
    const read = () =>
      setTyped(readParts(Object.fromEntries(joinedRows(new FormData(form))), quiet, words, rules));
    read();
    form.addEventListener("input", read);
    return () => form.removeEventListener("input", read);
  }, [words, rules]);
  const made = madeSaid(outline, typed ?? rules, words);
  return (
    <div ref={here}>
      {made && (
        <Notice tone={made.isAdded ? "amber" : "neutral"} live="status">
          {made.sentence}
        </Notice>
      )}
    </div>
  );
}
