// Back to the page before this one; there only where the browser has one and a script to go there.
import { useEffect, useState } from "react";
import { Button } from "./kit/index.ts";

export function BackButton({ label }: { label: string }) {
  const [known, setKnown] = useState(false);
  useEffect(() => setKnown(window.history.length > 1), []);
  if (!known) return null;
  return (
    <Button variant="primary" onClick={() => window.history.back()}>
      {label}
    </Button>
  );
}
