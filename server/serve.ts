// The composition root: house, services, HTTP and sockets from a configuration; stops in the reverse order.
import { randomBytes } from "node:crypto";
import type { Server } from "node:http";
import { resolve } from "node:path";
import { pathToFileURL } from "node:url";
import type { ServerBuild } from "@remix-run/node";
import { wordsFor } from "#words/index.ts";
import { hashToken } from "./access/actor.ts";
import { type Config, programVersion } from "./config.ts";
import { DatabaseRefusal } from "./database/refusal.ts";
import { scheduleBackups } from "./database/scheduled-backups.ts";
import { seedDemonstration } from "./demonstration/seed.ts";
import type { House } from "./house.ts";
import { createApp, type Front } from "./http/app.ts";
import { type AnchorKeeper, keepAnchors } from "./ledger/anchors.ts";
import { attachLive } from "./live/attach.ts";
import { within } from "./live/intake.ts";
import type { EnterMark } from "./live/judging.ts";
import { type Opened, openHouse } from "./open-house.ts";
import { createServices } from "./services.ts";
import { AuthorityRefusal } from "./venue/authority.ts";
import { type Entrance, openEntrance } from "./venue/entrance.ts";

const goodbyeMs = 3_000;
const told = wordsFor("zh").venue.start;

export type Serving = {
  /** Pages from their sources, for development. */
  readonly development?: boolean;
  /** How a mark is entered; only the fault campaign hands in another way, to see it fail. */
  readonly enter?: EnterMark;
};

/**
 * Serves until a signal stops it: no new connections, then what was received is answered, sockets, pages and at last the
 * database. Ends the process when it cannot start.
 */
export async function serve(config: Config, { development = false, enter }: Serving = {}): Promise<void> {
  const opened: Opened = await openHouse(config).catch(cannotStart);
  const entrance = await openEntrance(config).catch(async (error: unknown) => {
    await opened.close();
    return cannotStart(error);
  });
  const { house } = opened;
  const services = createServices(house);
  const http = entrance.server;
  let stopping = false;
  let live: ReturnType<typeof attachLive> | null = null;
  let backups: ReturnType<typeof scheduleBackups> | null = null;
  let anchors: AnchorKeeper | null = null;

  async function stop(code: number): Promise<void> {
    if (stopping) return;
    stopping = true;
    const left = entrance.close();
    await live?.close();
    await seeOut(http, left);
    await backups?.stop();
    await anchors?.stop();
    await opened.close();
    if (code === 0) console.log(told.stopped);
    process.exit(code);
  }
  const stopAsked = (): void => {
    if (!stopping) console.log(told.stopping);
    void stop(0);
  };
  process.on("SIGINT", stopAsked);
  process.on("SIGTERM", stopAsked);

  try {
    if (house.mode === "demonstration") await seedDemonstration(house, services);
    const { trustProxy, publicUrl } = config;
    const front: Front = {
      services,
      trustProxy,
      publicUrl,
      production: !development,
      ...(await pages(http, development)),
    };
    http.on("request", createApp(front));
    live = attachLive(house, http, publicUrl, enter);
    anchors = keepAnchors(house.database, config.anchorFolder);
    if (!config.databaseUrl)
      backups = scheduleBackups(house.database, config.backupFolder, undefined, {
        program: programVersion(),
      });
  } catch (error) {
    console.error(error);
    await stop(1);
  }
  entrance.open(
    () => void announceAddress(house, entrance),
    (sentence) => {
      console.error(sentence);
      void stop(1);
    },
  );
}

function cannotStart(error: unknown): never {
  const told = error instanceof DatabaseRefusal || error instanceof AuthorityRefusal;
  console.error(told ? error.message : error);
  process.exit(1);
}

/** Lets pages under way and the last words to sockets arrive; whoever keeps a line open is not waited for longer. */
async function seeOut(server: Server, left: Promise<void>): Promise<void> {
  const sweep = setInterval(() => server.closeIdleConnections(), 20);
  await within(goodbyeMs, left);
  clearInterval(sweep);
}

/** The built application, or Vite's middleware with the sources. */
async function pages(server: Server, development: boolean): Promise<Pick<Front, "build" | "middleware">> {
  if (!development) {
    return { build: (await import(pathToFileURL(resolve("build/server/index.js")).href)) as ServerBuild };
  }
  const { createServer: createVite } = await import("vite");
  const vite = await createVite({ server: { middlewareMode: true, hmr: { server } } });
  return {
    middleware: vite.middlewares,
    build: () => vite.ssrLoadModule("virtual:remix/server-build") as Promise<ServerBuild>,
  };
}

async function announceAddress(of: House, entrance: Entrance): Promise<void> {
  const base = entrance.url();
  console.log(`汴赛已启动：${base}${of.mode === "demonstration" ? `（演示数据，向导 ${base}/demo）` : ""}`);
  if (of.mode === "live" && (await of.database.prisma.account.count()) === 0) {
    const token = randomBytes(24).toString("base64url");
    await of.database.query("UPDATE installation SET setup_token_hash = $1 WHERE id = 1", [hashToken(token)]);
    console.log(`首次使用，请打开一次性链接建立管理员：${base}/set-up/${token}`);
  }
}
