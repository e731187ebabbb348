// What was received and is not yet answered. When the server stops, nothing more is taken in and all that was is answered:
// a message left aside is sent again by its client, under the same id, to the next process.

export type Intake = {
  readonly open: boolean;
  /** Does the work, and counts it until it is done; once closed, leaves it aside. */
  take(work: () => Promise<void>): Promise<void>;
  /** Takes nothing more; resolves when everything taken is done, or after `withinMs`, with whether it is done. */
  close(withinMs: number): Promise<boolean>;
};

export function createIntake(): Intake {
  const running = new Set<Promise<void>>();
  let open = true;
  return {
    get open() {
      return open;
    },
    async take(work) {
      if (!open) return;
      const own = work();
      running.add(own);
      await own.finally(() => running.delete(own));
    },
    async close(withinMs) {
      open = false;
      return within(withinMs, Promise.allSettled(running));
    },
  };
}

/** Whether it was done within that time. */
export async function within(ms: number, work: Promise<unknown>): Promise<boolean> {
  let late: NodeJS.Timeout | undefined;
  const bound = new Promise<boolean>((done) => {
    late = setTimeout(() => done(false), ms);
  });
  return Promise.race([work.then(() => true), bound]).finally(() => clearTimeout(late));
}
