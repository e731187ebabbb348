// Asking for the page anew where what it shows is no part of a live view: after what the view tells, or when the server says so.
import { useRevalidator } from "@remix-run/react";
import { useEffect, useRef } from "react";
import { useShell } from "#app/frame.tsx";
import type { Connection } from "./follow.ts";
import { liveSocket } from "./socket.ts";

/** When `told`, a text made of what a view tells, is another than the page was drawn for; null asks for nothing. */
export function useFreshAfter(told: string | null): void {
  const { revalidate } = useRevalidator();
  const drawnFor = useRef(told);
  useEffect(() => {
    if (told !== null && drawnFor.current !== told) revalidate();
    drawnFor.current = told;
  }, [told, revalidate]);
}

/**
 * Whenever something of the skill changes beside the oversight view that the page follows: what the floor records, who has
 * signed, why a conflict was declared. Nothing is told while there is no line, so the page is asked for once there is one.
 */
export function useFreshBeside(skillId: string, line: Connection): void {
  const { revalidate } = useRevalidator();
  const who = useShell().who?.login ?? null;
  useEffect(() => {
    if (line === "live") revalidate();
  }, [line, revalidate]);
  useEffect(() => {
    let over = false;
    let leave = () => {};
    liveSocket(who).then(
      (socket) => {
        if (over) return;
        const told = (event: { readonly skillId: string }) =>
          void (event.skillId === skillId && revalidate());
        socket.on("beside", told);
        leave = () => void socket.off("beside", told);
      },
      () => {},
    );
    return () => {
      over = true;
      leave();
    };
  }, [skillId, who, revalidate]);
}
