// The judge's controls, in one place.
export * from "./AspectRow.tsx";
export * from "./CellState.tsx";
export * from "./ChoiceGroup.tsx";
export * from "./KeyedChoice.tsx";
export * from "./LevelDescriptions.tsx";
export * from "./MarkGrid.tsx";
export * from "./SubtotalBar.tsx";
export * from "./ValueEntry.tsx";
