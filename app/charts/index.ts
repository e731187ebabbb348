// Charts that the server draws: plain SVG with a text alternative, no script.
export * from "./AgreementDots.tsx";
export * from "./CoverageTiles.tsx";
export * from "./DistributionStrip.tsx";
export * from "./MedalBars.tsx";
