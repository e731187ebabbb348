// A thin line at the top of the page while the next one is on its way; seen only when that takes a moment.
import { useNavigation } from "@remix-run/react";
import { useKitWords } from "./words.tsx";

export function UnderWay() {
  const { loading } = useKitWords();
  const { state } = useNavigation();
  if (state === "idle") return null;
  return <div className="under-way" role="progressbar" aria-label={loading} />;
}
