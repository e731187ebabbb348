// Delegations ranked over the published results, as everybody reads it.
import type { ranking as zh } from "../zh/delegation-ranking.ts";

export const ranking: typeof zh = {
  title: "Delegation ranking",
  published: "{n} of {of} {of|skill|skills} published",
  open: "Ranks move as the other skills are published.",
  methodText: {
    "medal-table": "By gold, then silver, bronze and excellence; equal in all of them shares the rank.",
    "medal-points":
      "Gold 4, silver 3, bronze 2, excellence 1; by medal points, then by gold, silver, bronze and excellence; equal in all of them shares the rank.",
    "average-points":
      "Gold 4, silver 3, bronze 2, excellence 1; by average points (medal points per competitor), then by gold, silver, bronze and excellence; equal in all of them shares the rank.",
  },
  counted:
    "First, second and third prizes count as gold, silver and bronze; demonstration skills have prizes of their own and do not count. The method was fixed before the draw.",
  rank: "Rank",
  delegation: "Delegation",
  gold: "Gold",
  silver: "Silver",
  bronze: "Bronze",
  excellence: "Excellence",
  entered: "Competitors",
  points: "Medal points",
  average: "Average points",
  short: {
    rank: "Rank",
    gold: "Au",
    silver: "Ag",
    bronze: "Bz",
    excellence: "Ex",
    points: "Pts",
    average: "Avg",
    total: "Total",
  },
  shared: "shared",
  none: "—",
};
