// What a device keeps on its disk: every intention before it is sent, every answer when it comes. It outlives the device.
import { appendFileSync, existsSync, readFileSync } from "node:fs";
import type { MarkAck, MarkEnter } from "#domain/live/protocol.ts";

export type Entry = { readonly command: MarkEnter; ack: MarkAck | null };
export type OutboxLog = {
  readonly entries: readonly Entry[];
  intend(command: MarkEnter): void;
  answered(requestId: string, ack: MarkAck): void;
  /** Intentions without an answer, oldest first. */
  waiting(): MarkEnter[];
};

export const cellOf = (one: Pick<MarkEnter, "contestantId" | "aspectId">): string =>
  `${one.contestantId}/${one.aspectId}`;

/** Reads the log of an earlier life of the device, when there is one. */
export function openLog(file: string): OutboxLog {
  const entries: Entry[] = [];
  const byId = new Map<string, Entry>();
  const take = (line: { command: MarkEnter } | { requestId: string; ack: MarkAck }): void => {
    if ("command" in line) {
      const entry: Entry = { command: line.command, ack: null };
      entries.push(entry);
      byId.set(line.command.requestId, entry);
    } else byId.get(line.requestId)!.ack = line.ack;
  };
  const write = (line: Parameters<typeof take>[0]): void => {
    appendFileSync(file, `${JSON.stringify(line)}\n`);
    take(line);
  };
  if (existsSync(file)) {
    for (const line of readFileSync(file, "utf8").split("\n").slice(0, -1)) take(JSON.parse(line));
  }
  return {
    entries,
    intend: (command) => write({ command }),
    answered: (requestId, ack) => write({ requestId, ack }),
    waiting: () => entries.filter((one) => one.ack === null).map((one) => one.command),
  };
}
