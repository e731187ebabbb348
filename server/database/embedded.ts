// The PostgreSQL that comes with the program: started or found again, for one application at a time, stopped cleanly.
// It outlives a killed application on purpose; the next start finds it.
import { resolve } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import pg from "pg";
import { address, awaken, isDataFolder, openCluster, running, shutDown } from "./cluster.ts";
import { DatabaseRefusal } from "./refusal.ts";

export interface Embedded {
  /** Address of the database as its owner; holds the password. */
  readonly url: string;
  readonly port: number;
  /** Clean fast shutdown; resolves when PostgreSQL has ended. */
  stop(): Promise<void>;
}

export interface EmbeddedOptions {
  readonly say?: (sentence: string) => void;
}

const DATABASE = "biansai";
/** Whoever holds this lock in the cluster is the one application on this data folder. */
const APPLICATION_LOCK = 8_437_001;

/** Takes the one application's lock; keeps it for as long as the connection lives, and no longer. */
async function occupy(url: string, data: string): Promise<pg.Client> {
  for (let attempt = 0; ; attempt++) {
    const client = new pg.Client({
      connectionString: url,
      keepAlive: true,
      application_name: "biansai-lock",
    });
    client.on("error", () => undefined);
    await client.connect();
    const done = await client.query("SELECT pg_try_advisory_lock($1) AS mine", [APPLICATION_LOCK]);
    if ((done.rows[0] as { mine: boolean }).mine) return client;
    await client.end();
    // A killed predecessor's connection takes a moment to be noticed.
    if (attempt === 20) {
      throw new DatabaseRefusal(
        "data-folder-busy",
        `另一个汴赛程序正在使用数据文件夹 ${data}。请先停止它，或用 BIANSAI_DATA 指定另一个文件夹。`,
        `Another Biansai is using the data folder ${data}. Stop it, or choose another folder with BIANSAI_DATA.`,
      );
    }
    await pause(100);
  }
}

/** Starts or finds the PostgreSQL of a data folder. Refuses when another application works on the same folder. */
export async function startEmbedded(dataFolder: string, options: EmbeddedOptions = {}): Promise<Embedded> {
  const data = resolve(dataFolder);
  const say = options.say ?? (() => undefined);
  const cluster = openCluster(data);
  const port = await awaken(cluster, say);
  const url = address(cluster, port, DATABASE);
  let lock = await occupy(address(cluster, port, "postgres"), data);
  const known = await lock.query("SELECT 1 FROM pg_database WHERE datname = $1", [DATABASE]);
  if (known.rowCount === 0) await lock.query(`CREATE DATABASE ${DATABASE}`);
  let stopping = false;

  // PostgreSQL itself may be killed: it is started again on the same port, and the pool reconnects by itself.
  const guard = (client: pg.Client) =>
    client.once("end", async () => {
      for (let attempt = 0; !stopping && attempt < 20; attempt++) {
        try {
          await awaken(cluster, say);
          lock = await occupy(address(cluster, port, "postgres"), data);
          if (stopping) return void lock.end();
          return void guard(lock);
        } catch (error) {
          say(error instanceof Error ? error.message : String(error));
          await pause(1_000);
        }
      }
    });
  guard(lock);

  return {
    url,
    port,
    stop: async () => {
      stopping = true;
      await lock.end().catch(() => undefined);
      await shutDown(cluster);
    },
  };
}

/** For commands: the database of a data folder beside the application that may be using it; started when nobody does. */
export async function visitEmbedded(dataFolder: string): Promise<Embedded> {
  const data = resolve(dataFolder);
  if (!isDataFolder(data)) {
    throw new DatabaseRefusal(
      "data-folder-foreign",
      `文件夹 ${data} 中没有汴赛的数据库。请用 BIANSAI_DATA 指定正确的数据文件夹。`,
      `There is no Biansai database in ${data}. Name the data folder with BIANSAI_DATA.`,
    );
  }
  const cluster = openCluster(data);
  const found = running(cluster);
  if (!found) return startEmbedded(data);
  const port = await awaken(cluster, () => undefined);
  return { url: address(cluster, port, DATABASE), port, stop: async () => undefined };
}
