// Which fields of a form stand there: without JavaScript all of them; alive, those of what was chosen.
import { useEffect, useState } from "react";

export function useShown<Choice extends string>(first: string) {
  const [chosen, choose] = useState(first);
  const [alive, setAlive] = useState(false);
  useEffect(() => setAlive(true), []);
  return { choose, alive, shows: (...wanted: Choice[]) => !alive || wanted.some((one) => one === chosen) };
}
