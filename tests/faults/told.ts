// What a fault tells beside the verdict of the oracle.

export type Told = {
  /** Answers or ends that the rules do not allow, seen while the fault was played. */
  readonly wrong: number;
  readonly note: string;
  /** Refusals the rules ask for, by requestId. */
  readonly rightly?: (requestId: string) => boolean;
};
