// Measurement that is met or not: 达成 0.50 or 未达成 0. Unset is empty; a chosen zero is black.
import { ChoiceGroup } from "./ChoiceGroup.tsx";

export function MeasureChoice(props: {
  label: string;
  value: string | null;
  full: string;
  fullLabel: string;
  zeroLabel: string;
  zero?: string;
  disabled?: boolean;
  name?: string;
  onChoose?: (value: string) => void;
}) {
  const zero = props.zero ?? "0";
  const choices = [
    { value: props.full, text: `${props.fullLabel} ${props.full}`, key: "1" },
    { value: zero, text: `${props.zeroLabel} ${zero}`, key: "0", zero: true },
  ];
  return (
    <ChoiceGroup
      label={props.label}
      className="measure"
      choices={choices}
      value={props.value}
      disabled={props.disabled}
      name={props.name}
      onChoose={props.onChoose}
    />
  );
}
