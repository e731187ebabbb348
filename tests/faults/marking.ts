// Judges at work: every device enters one mark after the other until it is enough, whatever happens to line and server.
import { ThrownAway } from "./device.ts";
import type { World } from "./world.ts";

export type Work = {
  readonly acknowledged: number;
  /** Resolves when so many more marks have been acknowledged. */
  more(marks: number): Promise<void>;
  /** Goes on until `marks` are acknowledged in all, then ends; every intention is settled when it resolves. */
  finish(marks: number): Promise<void>;
};

export function startMarking(world: World): Work {
  let acknowledged = 0;
  let enough = Number.POSITIVE_INFINITY;
  const waiting = new Set<() => void>();
  const tick = (): void => {
    acknowledged += 1;
    for (const look of waiting) look();
  };
  const work = Promise.all(
    world.devices.map((_, n) => keepMarking(world, n, tick, () => acknowledged >= enough)),
  );
  return {
    get acknowledged() {
      return acknowledged;
    },
    more(marks) {
      const wanted = acknowledged + marks;
      const reached = new Promise<void>((done) => {
        const look = (): void => {
          if (acknowledged < wanted) return;
          waiting.delete(look);
          done();
        };
        waiting.add(look);
      });
      return Promise.race([reached, work.then(() => undefined)]);
    },
    async finish(marks) {
      enough = marks;
      await work;
    },
  };
}

async function keepMarking(world: World, n: number, tick: () => void, enough: () => boolean): Promise<void> {
  for (;;) {
    const device = world.devices[n]!;
    try {
      for (const command of device.log.waiting()) {
        await device.deliver(command);
        tick();
      }
      while (!enough()) {
        await device.deliver(device.intend(world.wish(n, device.log.entries.length)));
        tick();
      }
      return;
    } catch (error) {
      // The device was thrown away under this judge's hands: the next one goes on from the log.
      if (!(error instanceof ThrownAway)) throw error;
    }
  }
}
