// How often each fault is played: the full counts are those of the design (reliability.md), quick ones fit into five minutes.

export const faultIds = ["F1", "F4", "F5", "F6", "F7", "F8", "F15"] as const;
export type FaultId = (typeof faultIds)[number];
/** `times`: kills, cuts, episodes, events, races or restarts; `marks`: at least so many are entered meanwhile. */
export type Counts = { readonly times: number; readonly marks: number };
export type Plan = Readonly<Record<FaultId, Counts>> & { readonly seed: number };

const seed = 20261123;

export const full: Plan = {
  seed,
  F1: { times: 200, marks: 10_000 },
  F4: { times: 1_000, marks: 10_000 },
  F5: { times: 500, marks: 500 },
  F6: { times: 300, marks: 10_000 },
  F7: { times: 100_000, marks: 0 },
  F8: { times: 10_000, marks: 0 },
  F15: { times: 100, marks: 10_000 },
};

export const quick: Plan = {
  seed,
  F1: { times: 6, marks: 1_000 },
  F4: { times: 120, marks: 1_000 },
  F5: { times: 60, marks: 60 },
  F6: { times: 40, marks: 1_000 },
  F7: { times: 5_000, marks: 0 },
  F8: { times: 600, marks: 0 },
  F15: { times: 5, marks: 1_000 },
};
