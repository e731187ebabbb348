// The judge statistics of a skill: advice to the chief judge and the supervisor.
import type { statistics as zh } from "../zh/judge-statistics.ts";

export const statistics: typeof zh = {
  title: "Judge statistics",
  open: "Judge statistics",
  advice: "For information only: no reason to deduct marks or to replace a judge",
  counted:
    "Only agreed judgements and trimmed marks are counted: of a judgement the round that decided, never a round still open. No mark changes by it.",
  none: "No judge yet",
  noneLead: "Once judges are seated and have marked, their statistics stand here.",
  chart: "Strict to lenient",
  chartNote:
    "The dot is the severity, the line holds the middle half of the differences; 0 is the mean of the other judges.",
  strict: "Strict {percent}",
  lenient: "Lenient {percent}",
  stands: "{judge}: {severity}",
  level: "neither strict nor lenient",
  stricterBy: "{percent}% stricter",
  kinderBy: "{percent}% more lenient",
  table: "Figures by judge",
  tooFew: "Fewer than {n} shared marks are not counted.",
  judge: "Judge",
  seat: "Seat {n}",
  seatReserve: "Seat {n} (reserve)",
  seatEnded: "Seat {n} (ended)",
  marks: "Shared marks",
  severity: "Severity",
  deviation: "Mean distance",
  same: "Same level",
  near: "Within one level",
  nearOf: "{percent}% of {n}",
  few: "Too few",
  agreement: "Same level, within one level",
  ownUnit: "Own unit",
  ownUnitSealed: "After decoding",
  ownUnitUnknown: "Unit not registered",
  ownUnitNone: "{unit}: no competitor of it",
  ownUnitFew: "{unit}: {n} {n|mark|marks} only, too few",
  ownUnitSaid: "{percent} ({unit}, {n} {n|mark|marks})",
  apart: "Stands apart",
  standsApart: "{percent} stands apart",
  howToRead: "What the figures mean",
  severityMeans:
    "The mean difference to the mean of the other judges, in percent of the scale (level 3 of a judgement); above 0 is lenient, below 0 strict.",
  deviationMeans: "The same differences without their sign; the smaller, the closer to the other judges.",
  agreementMeans:
    "The share of judgements in which every other seat gave the same level, and in which none is further than one level away.",
  ownUnitMeans:
    "The mean difference for competitors of the judge's own unit minus that for all others; after decoding, from at least {own} marks of the own unit and {others} others.",
  apartMeans:
    "From {percent}% of the scale on the severity is pointed out for a second look; it says nothing about a mistake.",
};
