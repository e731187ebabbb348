// One after another within a skill: whoever would only wait for the skill's row lock waits here, without a connection.

export type Turns = {
  /** Null when too many wait already: whoever asked comes again. */
  take<T>(skillId: string, work: () => Promise<T>): Promise<T> | null;
};

/** Waiting for one skill at once: more than a whole panel's outboxes after a long cut. */
const mostWaiting = 500;

/** Work on one skill runs in the order asked for; work on different skills side by side. A failure does not stop the next. */
export function createTurns(): Turns {
  const queues = new Map<string, { last: Promise<unknown>; waiting: number }>();
  return {
    take(skillId, work) {
      const queue = queues.get(skillId) ?? { last: Promise.resolve(), waiting: 0 };
      if (queue.waiting >= mostWaiting) return null;
      queues.set(skillId, queue);
      queue.waiting += 1;
      const own = queue.last.then(work, work).finally(() => {
        queue.waiting -= 1;
        if (queue.waiting === 0) queues.delete(skillId);
      });
      queue.last = own.catch(() => null);
      return own;
    },
  };
}
