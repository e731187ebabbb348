// The copy of a judge's or recorder's page that the service worker keeps for a reload without a line: asking for one, knowing one.
import { useLocation, useRevalidator } from "@remix-run/react";
import { useEffect, useState } from "react";
import { useShell } from "#app/frame.tsx";
import type { Connection } from "./follow.ts";

/** When the document on the screen was kept, by this device's clock (ms); null when the server has just drawn it. */
export function keptAt(): number | null {
  const told = document.documentElement.dataset.keptAt;
  return told ? Number(told) : null;
}

/**
 * Keeps this page while the line stands, so that it survives a reload without one. Answers when the copy on the screen
 * was drawn (ISO, the server's time), or null when the page is fresh; a copy is drawn anew as soon as there is a line.
 */
export function useKeptCopy(line: Connection): string | null {
  const { now } = useShell();
  const { revalidate } = useRevalidator();
  const { pathname, search } = useLocation();
  const path = pathname + search;
  const [drawn, setDrawn] = useState<string | null>(null);
  useEffect(() => {
    if (keptAt() !== null) setDrawn(now);
  }, [now]);
  useEffect(() => {
    if (line !== "live") return;
    if (keptAt() !== null) {
      delete document.documentElement.dataset.keptAt;
      setDrawn(null);
      revalidate();
    }
    // A sheet reached from another one was never a document: its own is asked for, so that a reload finds it.
    void keepThisPage(path).catch(() => {});
  }, [line, revalidate, path]);
  return drawn;
}

async function keepThisPage(path: string): Promise<void> {
  if (!import.meta.env.PROD || !("serviceWorker" in navigator)) return;
  await navigator.serviceWorker.register("/service-worker.js");
  const { active } = await navigator.serviceWorker.ready;
  const files = performance
    .getEntriesByType("resource")
    .map(({ name }) => new URL(name))
    .filter(({ origin }) => origin === window.location.origin)
    .map(({ pathname }) => pathname);
  active?.postMessage({ type: "keep", path, files });
}
