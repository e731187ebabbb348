// The server process: the product's house, HTTP application and sockets, with taps that note what it asks and sends.
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { resolve } from "node:path";
import { pathToFileURL } from "node:url";
import type { ServerBuild } from "@remix-run/node";
import { boardView } from "#domain/live/board.ts";
import { progressView } from "#domain/live/views.ts";
import { byContestant, type Cell } from "#domain/marking/mark.ts";
import { createApp } from "#server/http/app.ts";
import { attachLive } from "#server/live/attach.ts";
import { loadSkillState } from "#server/marking/load-skill.ts";
import type { Opened } from "#server/open-house.ts";
import { createServices } from "#server/services.ts";
import { type TransactionTap, tapTransactions } from "./marks/statements.ts";
import { answerTo } from "./processes.ts";
import { type DeliveryTap, tapDeliveries } from "./spectators/deliveries.ts";
import { playOnTime } from "./spectators/on-time.ts";
import { houseOn } from "./stage.ts";

export type Announced = { readonly atMs: number; readonly skillId: string; readonly cell: Cell };

let opened: Opened;
let transactions: TransactionTap;
let deliveries: DeliveryTap;
let close: () => Promise<void> = async () => undefined;
/** Every cell announced so far, newest version by key: what the oracle composes its views from. */
const announced = new Map<string, Map<string, Cell>>();

function tell({ skillId, cell }: Omit<Announced, "atMs">): void {
  const own = announced.get(skillId) ?? new Map<string, Cell>();
  announced.set(skillId, own.set(`${cell.contestantId}/${cell.aspectId}`, cell));
  opened.house.announcements.emit("cells-entered", { skillId, cells: [cell] });
}

const acts = {
  /** `pages`: the built pages too; without them a page that is asked for is an error of the bench. */
  async open(url: string, folder: string, pages = false): Promise<number> {
    opened = await houseOn(url, folder);
    const { house } = opened;
    transactions = tapTransactions(house.database.pool);
    const built = pathToFileURL(resolve("build/server/index.js")).href;
    const build = async (): Promise<ServerBuild> => {
      if (!pages) throw new Error("the bench asks for no page");
      return (await import(built)) as ServerBuild;
    };
    const http = createServer(
      createApp({
        services: createServices(house),
        trustProxy: false,
        publicUrl: undefined,
        build,
        production: true,
      }),
    );
    const { live, close: closeLive } = attachLive(house, http, undefined);
    deliveries = tapDeliveries(live);
    await new Promise<void>((done) => http.listen(0, "127.0.0.1", done));
    close = async () => {
      await closeLive();
      await opened.close();
    };
    return (http.address() as AddressInfo).port;
  },
  async settings(): Promise<{ postgres: string; fsync: string; synchronousCommit: string; pool: number }> {
    const show = async (name: string) =>
      (await opened.house.database.query<Record<string, string>>(`SHOW ${name}`))[0]![name]!;
    const { max } = opened.house.database.pool.options;
    return {
      postgres: await show("server_version"),
      fsync: await show("fsync"),
      synchronousCommit: await show("synchronous_commit"),
      pool: max,
    };
  },
  noteTransactions: () => transactions.begin(),
  takeTransactions: () => transactions.take(),
  /** Announces cells on the bus at their instants, as a commit would, and answers what was sent to which room when. */
  async announce(script: readonly Announced[], lengthMs: number) {
    const startMs = deliveries.begin();
    await playOnTime(script, startMs, lengthMs, ({ atMs, skillId, cell }) => {
      deliveries.announced(skillId, startMs + atMs);
      tell({ skillId, cell });
    });
    return deliveries.take();
  },
  /** Takes marks in before the first window: a skill in the middle of its marking. */
  fill(cells: readonly Omit<Announced, "atMs">[]): void {
    for (const one of cells) tell(one);
  },
  /** What a spectator must see now, composed from the database and the announced cells, past the boards kept in memory. */
  async truth(skillId: string) {
    const state = (await loadSkillState(opened.house.database, skillId))!;
    const cells = new Map(
      [...state.cells.values()].flat().map((cell) => [`${cell.contestantId}/${cell.aspectId}`, cell]),
    );
    for (const [key, cell] of announced.get(skillId) ?? []) cells.set(key, cell);
    const now = { ...state, cells: byContestant([...cells.values()]) };
    return { progress: progressView(now), board: boardView(now) };
  },
};
export type ProductActs = typeof acts;

answerTo(acts, () => close());
