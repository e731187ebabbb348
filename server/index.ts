// The composition root: configuration, house, services, HTTP and sockets; stops in the reverse order.
import { randomBytes } from "node:crypto";
import { createServer, type Server } from "node:http";
import { resolve } from "node:path";
import { pathToFileURL } from "node:url";
import type { ServerBuild } from "@remix-run/node";
import { hashToken } from "./access/actor.ts";
import { configOrExit, portTaken, programVersion } from "./config.ts";
import { DatabaseRefusal } from "./database/refusal.ts";
import { scheduleBackups } from "./database/scheduled-backups.ts";
import { seedDemonstration } from "./demonstration/seed.ts";
import type { House } from "./house.ts";
import { createApp, type Front } from "./http/app.ts";
import { attachLive } from "./live/attach.ts";
import { type Opened, openHouse } from "./open-house.ts";
import { createServices } from "./services.ts";

const config = configOrExit();
const development = process.argv.includes("--dev");

const opened: Opened = await openHouse(config).catch((error: unknown) => {
  console.error(error instanceof DatabaseRefusal ? error.message : error);
  process.exit(1);
});
const { house } = opened;
const services = createServices(house);
if (house.mode === "demonstration") await seedDemonstration(house, services);

const http = createServer();
const front: Front = { services, trustProxy: config.trustProxy, publicUrl: config.publicUrl, production: !development, ...(await pages(http)) };
http.on("request", createApp(front));
const live = attachLive(house, http, config.publicUrl);
const backups = config.databaseUrl ? null : scheduleBackups(house.database, config.backupFolder, { now: () => new Date() }, { program: programVersion() });

http.on("error", async (error: NodeJS.ErrnoException) => {
  console.error(error.code === "EADDRINUSE" ? portTaken(config.port) : error.message);
  await opened.close();
  process.exit(1);
});
http.listen(config.port, config.host, () => void announceAddress(house, http));

let stopping = false;
async function stop(): Promise<void> {
  if (stopping) return;
  stopping = true;
  http.close();
  http.closeIdleConnections();
  await live.close();
  await backups?.stop();
  await opened.close();
  process.exit(0);
}
process.on("SIGINT", () => void stop());
process.on("SIGTERM", () => void stop());

async function pages(server: Server): Promise<Pick<Front, "build" | "middleware">> {
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

async function announceAddress(of: House, server: Server): Promise<void> {
  const address = server.address();
  const port = typeof address === "object" && address ? address.port : config.port;
  const base = config.publicUrl ?? `http://localhost:${port}`;
  console.log(`汴赛已启动：${base}${of.mode === "demonstration" ? `（演示数据，向导 ${base}/demo）` : ""}`);
  if (of.mode === "live" && (await of.database.prisma.account.count()) === 0) {
    const token = randomBytes(24).toString("base64url");
    await of.database.query("UPDATE installation SET setup_token_hash = $1 WHERE id = 1", [hashToken(token)]);
    console.log(`首次使用，请打开一次性链接建立管理员：${base}/set-up/${token}`);
  }
}
