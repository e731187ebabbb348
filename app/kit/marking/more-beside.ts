// Whether a box that scrolls sideways has more on its right: the page shades that edge, so that nobody takes the cut for the end.
import { type RefObject, useEffect } from "react";

/** Keeps `data-more` on the parent of the box up to date, as it is scrolled and as it or what is in it changes its size. */
export function useMoreBeside(box: RefObject<HTMLElement | null>): void {
  useEffect(() => {
    const it = box.current;
    if (!it) return;
    const tell = () => {
      const more = it.scrollLeft + it.clientWidth < it.scrollWidth - 1;
      it.parentElement?.toggleAttribute("data-more", more);
    };
    const sizes = new ResizeObserver(tell);
    for (const one of [it, ...it.children]) sizes.observe(one);
    it.addEventListener("scroll", tell, { passive: true });
    return () => {
      sizes.disconnect();
      it.removeEventListener("scroll", tell);
    };
  }, [box]);
}
