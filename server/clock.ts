// The server's time, handed to everybody. Only a demonstration's clock can be moved, and only forward.

export type Clock = {
  now(): Date;
  /** The machine's own time: what sessions and brakes are measured by, which no demonstration moves. */
  wall(): Date;
  readonly offsetMs: number;
  moveTo(offsetMs: number): void;
};

export function createClock(offsetMs = 0): Clock {
  let offset = offsetMs;
  return {
    now: () => new Date(Date.now() + offset),
    wall: () => new Date(),
    get offsetMs() {
      return offset;
    },
    moveTo: (next) => {
      offset = Math.max(offset, next);
    },
  };
}
