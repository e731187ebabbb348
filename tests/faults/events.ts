// F7 and F8: events twice and thrice, in the wrong order, of long ago, altered; and two devices writing one cell at once.

import { isPassing } from "#app/live/intention.ts";
import type { MarkAck, MarkEnter } from "#domain/live/protocol.ts";
import type { Device } from "./device.ts";
import type { Counts } from "./plan.ts";
import type { Told } from "./told.ts";
import type { World } from "./world.ts";

const perBatch = 10;
const inOneCell = 4;

/** Every device sends batches in which everything comes several times and nothing in order. */
export async function scrambled(world: World, { times }: Counts, luck: () => number): Promise<Told> {
  let [events, wrong] = [0, 0];
  const devices = world.devices.map(async (device, n) => {
    while (events < times) {
      const fresh = intendBatch(world, device, n);
      const old = answeredBefore(device, luck);
      const altered = old.slice(0, 2).map((one) => ({ ...one, value: one.value === "1" ? "0" : "1" }));
      const sent = shuffled(
        [...fresh, ...fresh, ...fresh.filter(() => luck() < 0.5), ...old, ...altered],
        luck,
      );
      events += sent.length;
      const answers = await Promise.all(sent.map((command) => device.ask(command)));
      wrong += contradictions(device, sent, answers, new Set(altered));
      for (const command of device.log.waiting()) {
        events += 1;
        await device.deliver(command);
      }
    }
  });
  await Promise.all(devices);
  return { wrong, note: `${events} 个事件` };
}

/** New intentions: some one after another in one cell, each over the version that the one before it will make. */
function intendBatch(world: World, device: Device, n: number): MarkEnter[] {
  const from = device.log.entries.length;
  return Array.from({ length: perBatch }, (_, place) => {
    const wanted = world.wish(n, from + Math.max(0, place - inOneCell));
    if (place === 0 || place > inOneCell) return device.intend(wanted);
    const first = device.log.entries[from]!.command;
    const value = String((place % 4) / 4);
    return device.intend({ ...wanted, value }, first.expectedVersion + place);
  });
}

function answeredBefore(device: Device, luck: () => number): MarkEnter[] {
  const answered = device.log.entries.filter((one) => one.ack?.ok);
  const place = (): number => Math.floor(luck() * answered.length);
  return answered.length === 0 ? [] : Array.from({ length: 5 }, () => answered[place()]!.command);
}

function shuffled<T>(all: readonly T[], luck: () => number): T[] {
  const keyed = all.map((one) => [luck(), one] as const);
  return keyed.sort(([a], [b]) => a - b).map(([, one]) => one);
}

/** Keeps first answers; counts answers to one id that differ, and altered events that were taken for good. */
function contradictions(
  device: Device,
  sent: readonly MarkEnter[],
  answers: readonly MarkAck[],
  altered: ReadonlySet<MarkEnter>,
): number {
  const known = new Map(device.log.entries.map((one) => [one.command.requestId, one.ack]));
  let wrong = 0;
  for (const [place, command] of sent.entries()) {
    const ack = answers[place]!;
    if (altered.has(command)) {
      const refused = !ack.ok && (ack.refusal.code === "marking.request-reused" || isPassing(ack.refusal));
      if (!refused) wrong += 1;
      continue;
    }
    // Out of its turn an event is stale; it is sent again when what it builds on stands.
    if (!ack.ok) continue;
    const first = known.get(command.requestId);
    if (first?.ok)
      wrong += first.version === ack.version && first.value === ack.value && first.at === ack.at ? 0 : 1;
    else {
      device.keep(command, ack);
      known.set(command.requestId, ack);
    }
  }
  return wrong;
}

/** Pairs of devices write the same cell at the same moment: one is acknowledged, the other is shown the winner's mark. */
export async function races(world: World, { times }: Counts): Promise<Told> {
  const rightly = new Set<string>();
  let [run, wrong] = [0, 0];
  const pairs = world.devices
    .filter((_, n) => n % 2 === 0)
    .map((device, n) => [device, world.devices[2 * n + 1]!] as const);
  const racing = pairs.map(async ([one, two], pair) => {
    for (let version = 0, n = 0; run < times; n += 1) {
      run += 1;
      const { contestantId, aspectId } = world.wish(2 * pair, 0);
      const sides = [one, two].map((device, side) => {
        const value = ["0", "0.25", "0.5", "0.75"][(n * 2 + side) % 4]!;
        return { device, command: device.intend({ contestantId, aspectId, value }, version) };
      });
      const acks = await Promise.all(sides.map(({ device, command }) => device.deliver(command)));
      const winner = acks.findIndex((ack) => ack.ok);
      const [won, lost] = [acks[winner], acks[1 - winner]];
      if (won?.ok && lost && isShown(lost, won)) rightly.add(sides[1 - winner]!.command.requestId);
      else wrong += 1;
      if (won?.ok) version = won.version;
    }
  });
  await Promise.all(racing);
  return { wrong, note: "每场一胜一拒", rightly: (requestId) => rightly.has(requestId) };
}

function isShown(lost: MarkAck, won: Extract<MarkAck, { ok: true }>): boolean {
  if (lost.ok || lost.refusal.code !== "marking.stale") return false;
  const { theirs, version } = lost.refusal.params ?? {};
  return theirs === won.value && version === won.version;
}
