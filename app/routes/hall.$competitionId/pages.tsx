// Paging of the hall screen: one page every twelve seconds while it runs; it stands still for those who asked for stillness.
import { useEffect, useState } from "react";
import type { Words } from "#app/context.ts";
import { Actions, Button } from "#app/kit/index.ts";
import { say } from "#words/language.ts";

const turnEveryMs = 12_000;

export type Pages = {
  readonly page: number;
  readonly count: number;
  /** How often the page was turned: other parts of the screen turn with it. */
  readonly turn: number;
  readonly running: boolean;
  next(): void;
  toggle(): void;
  shown<T>(all: readonly T[]): readonly T[];
};

/** Pages of `size`; without JavaScript everything stands on one. */
export function usePages(length: number, size: number): Pages {
  const [turn, setTurn] = useState<number | null>(null);
  const [running, setRunning] = useState(true);
  useEffect(() => {
    setTurn(0);
    setRunning(!matchMedia("(prefers-reduced-motion: reduce)").matches);
  }, []);
  useEffect(() => {
    if (!running) return;
    const timer = setInterval(() => setTurn((before) => (before ?? 0) + 1), turnEveryMs);
    return () => clearInterval(timer);
  }, [running]);
  const count = turn === null ? 1 : Math.max(1, Math.ceil(length / size));
  const page = (turn ?? 0) % count;
  return {
    page,
    count,
    turn: turn ?? 0,
    running,
    next: () => setTurn((before) => (before ?? 0) + 1),
    toggle: () => setRunning((before) => !before),
    shown: (all) => (turn === null ? all : all.slice(page * size, (page + 1) * size)),
  };
}

export function PageTurner({ pages, words }: { pages: Pages; words: Words["open"]["hall"] }) {
  return (
    <Actions end>
      <span>{say(words.page, { page: pages.page + 1, pages: pages.count })}</span>
      <Button variant="quiet" onClick={pages.next}>
        {words.next}
      </Button>
      <Button variant="quiet" onClick={pages.toggle}>
        {pages.running ? words.pause : words.resume}
      </Button>
    </Actions>
  );
}
