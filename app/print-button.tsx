// Prints the page. It appears once a script can act on it; without one the browser's own menu prints.
import { useEffect, useState } from "react";
import { Button } from "#app/kit/index.ts";

export function PrintButton({ label, wide, primary }: { label: string; wide?: boolean; primary?: boolean }) {
  const [alive, setAlive] = useState(false);
  useEffect(() => setAlive(true), []);
  if (!alive) return null;
  return (
    <Button wide={wide} variant={primary ? "primary" : "secondary"} onClick={() => window.print()}>
      {label}
    </Button>
  );
}
