// How large each workload is: the full numbers are those of the design (performance.md), quick is a smoke of the same shape.

export type MarksPlan = {
  readonly skills: number;
  readonly judgesPerSkill: number;
  readonly pairs: number;
  /** Rounds of each side in a pair; product and floor alternate round by round. */
  readonly rounds: number;
  /** Unmeasured rounds before, so that both sides run compiled code. */
  readonly warmUp: number;
  readonly everyMs: number;
  readonly withinMs: number;
};
export type Scene = {
  readonly name: string;
  readonly boards: number;
  readonly perSecond: number;
  readonly allMs: number;
  readonly firstMs: number | null;
};
export type SpectatorsPlan = {
  readonly sockets: number;
  readonly pairs: number;
  readonly windowMs: number;
  readonly scenes: readonly Scene[];
};
export type ArithmeticPlan = {
  readonly skills: number;
  readonly contestants: number;
  readonly pairs: number;
};
export type Plan = {
  readonly quick: boolean;
  readonly seed: number;
  readonly skills: number;
  readonly W2: MarksPlan;
  readonly W3: SpectatorsPlan;
  readonly W9: ArithmeticPlan;
};

const seed = 20261123;

export const full: Plan = {
  quick: false,
  seed,
  skills: 60,
  W2: { skills: 60, judgesPerSkill: 10, pairs: 5, rounds: 20, warmUp: 3, everyMs: 2000, withinMs: 100 },
  W3: {
    sockets: 5000,
    pairs: 5,
    windowMs: 10_000,
    scenes: [
      { name: "60 块榜 120 分/秒", boards: 60, perSecond: 120, firstMs: 50, allMs: 250 },
      { name: "60 块榜 600 分/秒", boards: 60, perSecond: 600, firstMs: null, allMs: 300 },
      { name: "同一块榜 120 分/秒", boards: 1, perSecond: 120, firstMs: null, allMs: 400 },
    ],
  },
  W9: { skills: 60, contestants: 36, pairs: 7 },
};

/** A fifth of the spectators on a fifth of the boards at a fifth of the rate: as many sockets and marks per board as the full run. */
export const quick: Plan = {
  quick: true,
  seed,
  skills: 12,
  W2: { skills: 6, judgesPerSkill: 10, pairs: 2, rounds: 5, warmUp: 8, everyMs: 1200, withinMs: 100 },
  W3: {
    sockets: 1000,
    pairs: 2,
    windowMs: 4000,
    scenes: [{ name: "12 块榜 24 分/秒", boards: 12, perSecond: 24, firstMs: 50, allMs: 250 }],
  },
  W9: { skills: 6, contestants: 36, pairs: 3 },
};
