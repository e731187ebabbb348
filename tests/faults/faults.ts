// The faults and their negative controls, and how one of them is played from an empty world to its verdict.
import { chance } from "../bench/numbers.ts";
import type { Stage } from "../bench/stage.ts";
import { races, scrambled } from "./events.ts";
import { badWeather, cutAtBytes, cutBeforeAck } from "./lines.ts";
import { holds, type Verdict } from "./oracle.ts";
import type { Counts, FaultId } from "./plan.ts";
import { killAgain, restartAgain } from "./stops.ts";
import type { Told } from "./told.ts";
import { type Cast, openWorld, type World } from "./world.ts";

export type Fault = {
  readonly id: string;
  readonly name: string;
  readonly act: (world: World, counts: Counts, luck: () => number) => Promise<Told>;
  readonly cast?: Cast;
  /** Of a control: which of the verdict's numbers the missing guard must show in. */
  readonly shows?: (found: Verdict) => boolean;
};
export type Control = Fault & { readonly of: FaultId; readonly counts: Counts };
export type Result = {
  readonly fault: Fault;
  readonly counts: Counts;
  readonly found: Verdict;
  readonly told: Told;
  readonly seconds: number;
  /** A fault holds; a control does not, and in the way it must. */
  readonly asExpected: boolean;
};

export const faults: Readonly<Record<FaultId, Fault>> = {
  F1: { id: "F1", name: "kill -9 应用", act: killAgain },
  F4: { id: "F4", name: "任意字节处断线", act: cutAtBytes },
  F5: { id: "F5", name: "提交后、确认前断线", act: cutBeforeAck },
  F6: { id: "F6", name: "分区、半开、抖动、重开", act: badWeather },
  F7: { id: "F7", name: "重复、乱序、重放", act: scrambled },
  F8: { id: "F8", name: "两台设备争一格", act: races },
  F15: { id: "F15", name: "正常重启", act: restartAgain },
};

/** Without its two unique rules the database no longer catches what the missing lock lets through. */
const withoutUniqueRules = [
  "ALTER TABLE ledger_line DROP CONSTRAINT ledger_line_pkey",
  "DROP INDEX mark_revision_contestant_id_aspect_id_seat_round_version_key",
];

export const controls: readonly Control[] = [
  {
    id: "对照",
    of: "F1",
    name: "提交前就确认",
    act: killAgain,
    counts: { times: 1, marks: 300 },
    cast: { program: ["tests/faults/hasty-server.ts"] },
    shows: ({ lost }) => lost > 0,
  },
  {
    id: "对照",
    of: "F5",
    name: "无幂等键",
    act: cutBeforeAck,
    counts: { times: 20, marks: 0 },
    cast: { program: ["tests/faults/keyless-server.ts"] },
    shows: ({ refused }) => refused > 0,
  },
  {
    id: "对照",
    of: "F5",
    name: "无幂等键、不看版本",
    act: cutBeforeAck,
    counts: { times: 20, marks: 0 },
    cast: { program: ["tests/faults/keyless-server.ts", "blind"] },
    shows: ({ doubled }) => doubled > 0,
  },
  {
    id: "对照",
    of: "F8",
    name: "无赛项锁、无唯一约束",
    act: races,
    counts: { times: 200, marks: 0 },
    cast: { program: ["tests/faults/lockless-server.ts"], processes: 2, prepare: withoutUniqueRules },
    shows: ({ doubled, ledger }) => doubled > 0 && ledger > 0,
  },
];

export async function play(stage: Stage, fault: Fault, counts: Counts, seed: number): Promise<Result> {
  const began = performance.now();
  const world = await openWorld(stage, fault.cast);
  try {
    const told = await fault.act(world, counts, chance(seed));
    const found = await world.verdict({ converge: !fault.shows, rightly: told.rightly });
    const asExpected = fault.shows ? fault.shows(found) : holds(found) && told.wrong === 0;
    return { fault, counts, found, told, seconds: (performance.now() - began) / 1000, asExpected };
  } finally {
    await world.close();
  }
}
