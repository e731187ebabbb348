// F1 and F15: the server is killed, or stopped in order, again and again while twenty judges mark.
import { startMarking } from "./marking.ts";
import type { Counts } from "./plan.ts";
import type { Told } from "./told.ts";
import type { World } from "./world.ts";

const orderlyWithinMs = 10_000;

/** kill -9 some acknowledgements after the last one. */
export async function killAgain(world: World, { times, marks }: Counts, luck: () => number): Promise<Told> {
  const work = startMarking(world);
  for (let n = 0; n < times; n += 1) {
    await work.more(20 + Math.floor(luck() * 60));
    await world.kill();
  }
  await work.finish(marks);
  return { wrong: 0, note: `重发 ${resentBy(world)} 次` };
}

/** SIGTERM: the process must end with 0 within its bound, and the next one takes over. */
export async function restartAgain(
  world: World,
  { times, marks }: Counts,
  luck: () => number,
): Promise<Told> {
  const work = startMarking(world);
  let [wrong, slowest] = [0, 0];
  for (let n = 0; n < times; n += 1) {
    await work.more(20 + Math.floor(luck() * 60));
    const { code, ms } = await world.restart();
    if (code !== 0 || ms > orderlyWithinMs) wrong += 1;
    slowest = Math.max(slowest, ms);
  }
  await work.finish(marks);
  return { wrong, note: `最慢停止 ${Math.round(slowest)} 毫秒，重发 ${resentBy(world)} 次` };
}

const resentBy = (world: World): number => world.devices.reduce((sum, one) => sum + one.resent, 0);
