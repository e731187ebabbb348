// What the code of a work is called: the label of the last coding layer; the competition number where a skill has none.
import { useShell } from "#app/frame.tsx";

/** `layers` as in the skill's rules (codingLayers). */
export function useCodeWord(layers: number): string {
  const { code } = useShell().terms;
  return layers > 0 ? code.coded : code.open;
}
