// The one motion of the kit: rows that change places slide to them. Nothing moves for people who asked for stillness.
import { type RefObject, useEffect, useLayoutEffect, useRef } from "react";

const useBeforePaint = typeof document === "undefined" ? useEffect : useLayoutEffect;

/** Watches the rows (marked data-row) of a table body; `order` is any text that changes when their order does. */
export function useSlidingRows(body: RefObject<HTMLElement | null>, order: string): void {
  const tops = useRef(new Map<string, number>());
  const lastOrder = useRef(order);
  useBeforePaint(() => {
    const still = matchMedia("(prefers-reduced-motion: reduce)").matches;
    const changed = lastOrder.current !== order;
    lastOrder.current = order;
    for (const row of body.current?.querySelectorAll<HTMLElement>("[data-row]") ?? []) {
      const key = row.dataset.row ?? "";
      const before = tops.current.get(key);
      const now = row.offsetTop;
      tops.current.set(key, now);
      if (still || !changed || before === undefined || before === now) continue;
      row.animate([{ transform: `translateY(${before - now}px)` }, { transform: "none" }], {
        duration: 420,
        easing: "cubic-bezier(0.2, 0.7, 0.2, 1)",
      });
    }
  });
}
