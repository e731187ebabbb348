// One after another within a skill: whoever would only wait for the skill's row lock waits here, without a connection.

export type Turns = { take<T>(skillId: string, work: () => Promise<T>): Promise<T> };

/** Work on one skill runs in the order asked for; work on different skills side by side. A failure does not stop the next. */
export function createTurns(): Turns {
  const last = new Map<string, Promise<unknown>>();
  return {
    async take(skillId, work) {
      const before = last.get(skillId) ?? Promise.resolve();
      const own = before.then(work, work);
      last.set(skillId, own);
      try {
        return await own;
      } finally {
        if (last.get(skillId) === own) last.delete(skillId);
      }
    },
  };
}
