// The judge's controls, in one place.
export * from "./AspectRow.tsx";
export * from "./CellState.tsx";
export * from "./KeyedChoice.tsx";
export * from "./LevelChoice.tsx";
export * from "./MarkGrid.tsx";
export * from "./MeasureChoice.tsx";
export * from "./SubtotalBar.tsx";
export * from "./ValueEntry.tsx";
