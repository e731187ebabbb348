// F4, F5 and F6: what happens to lines. Cut at a byte, cut between commit and acknowledgement, partitioned, half open, slow.
import { setTimeout as pause } from "node:timers/promises";
import type { MarkEnter } from "#domain/live/protocol.ts";
import { connect, type Database } from "#server/database/connection.ts";
import type { Link } from "./line.ts";
import { startMarking } from "./marking.ts";
import type { Counts } from "./plan.ts";
import type { Told } from "./told.ts";
import type { World } from "./world.ts";

const mostBytes = 4_000;
const lookMs = 5;

/** The link of a device as soon as it has one; null when there is nothing to be done any more. */
async function linkOf(world: World, device: number, enough: () => boolean): Promise<Link | null> {
  for (;;) {
    if (enough()) return null;
    const link = world.line.linkOf(device);
    if (link) return link;
    await pause(lookMs);
  }
}

/** Every line is cut again and again after some bytes, few or many, one way or the other. */
export async function cutAtBytes(world: World, { times, marks }: Counts, luck: () => number): Promise<Told> {
  const work = startMarking(world);
  let begun = 0;
  const enough = () => begun >= times;
  const cutting = world.devices.map(async (_, device) => {
    for (;;) {
      const link = await linkOf(world, device, enough);
      if (!link) return;
      begun += 1;
      link.cutAfter(luck() < 0.5 ? "up" : "down", Math.ceil(Math.exp(luck() * Math.log(mostBytes))));
      await link.ended;
    }
  });
  await Promise.all(cutting);
  await work.finish(Math.max(marks, work.acknowledged));
  return { wrong: 0, note: `重发 ${world.devices.reduce((sum, one) => sum + one.resent, 0)} 次` };
}

/** The acknowledgement is kept back until the mark stands in the database; then the line is cut. */
export async function cutBeforeAck(world: World, { times }: Counts): Promise<Told> {
  const database = connect(world.databaseUrl, undefined, 4);
  let [begun, repeated] = [0, 0];
  try {
    const judges = world.devices.map(async (device, n) => {
      while (begun < times) {
        begun += 1;
        await device.deliver(device.intend(world.wish(n, device.log.entries.length)));
        const link = await linkOf(world, n, () => false);
        link!.deafen();
        const command = device.intend(world.wish(n, device.log.entries.length));
        const answer = device.deliver(command);
        await committed(database, command);
        link!.cut();
        const ack = await answer;
        if (ack.ok && ack.repeated) repeated += 1;
      }
    });
    await Promise.all(judges);
  } finally {
    await database.close();
  }
  return { wrong: begun - repeated, note: `${repeated} 次由首次结果作答` };
}

async function committed(database: Database, one: MarkEnter): Promise<void> {
  const stands = "SELECT 1 FROM mark_revision WHERE contestant_id = $1 AND aspect_id = $2 AND version > $3";
  const cell = [one.contestantId, one.aspectId, one.expectedVersion];
  while ((await database.query(stands, cell)).length === 0) await pause(lookMs);
}

const lanes = 4;
type Weather = (world: World, device: number, link: Link, luck: () => number) => Promise<void>;
/** How long a fault lasts is part of the fault. */
const weathers: readonly Weather[] = [
  async function partition(_world, _device, link, luck) {
    link.freeze();
    await pause(100 + luck() * 900);
    link.thaw();
  },
  async function halfOpen(world, device, link, luck) {
    link.abandon();
    await pause(luck() * 300);
    world.reload(device);
  },
  async function slowAndUneven(_world, _device, link, luck) {
    link.jitter(80, luck);
    await pause(luck() * 500);
  },
  async function tabClosed(world, device) {
    world.reload(device);
  },
];

export async function badWeather(world: World, { times, marks }: Counts, luck: () => number): Promise<Told> {
  const work = startMarking(world);
  let begun = 0;
  const played = new Map<string, number>();
  const enough = () => begun >= times;
  const playing = Array.from({ length: lanes }, async (_, lane) => {
    const own = world.devices.map((_device, n) => n).filter((n) => n % lanes === lane);
    for (;;) {
      const device = own[Math.floor(luck() * own.length)]!;
      const link = await linkOf(world, device, enough);
      if (!link) return;
      const weather = weathers[begun % weathers.length]!;
      begun += 1;
      played.set(weather.name, (played.get(weather.name) ?? 0) + 1);
      await weather(world, device, link, luck);
    }
  });
  await Promise.all(playing);
  await work.finish(Math.max(marks, work.acknowledged));
  const note = `分区 ${played.get("partition") ?? 0}、半开 ${played.get("halfOpen") ?? 0}、抖动 ${played.get("slowAndUneven") ?? 0}、重开 ${played.get("tabClosed") ?? 0}`;
  return { wrong: 0, note };
}
