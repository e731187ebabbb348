// One real PostgreSQL for a whole test run, with one migrated template that every test's database is copied from.
// Plain functions: vitest calls the default export, playwright's web server may call startCluster itself.
import { chmod, mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { connectOwner } from "../../server/database/connection.ts";
import { startEmbedded } from "../../server/database/embedded.ts";
import { migrate } from "../../server/database/migrate.ts";

export const TEMPLATE = "biansai_template";

/** The owner's address of another database in the same cluster. */
export function addressOf(clusterUrl: string, database: string): string {
  const url = new URL(clusterUrl);
  url.pathname = `/${database}`;
  return url.href;
}

export interface Cluster {
  readonly url: string;
  stop(): Promise<void>;
}

/** Starts a cluster in a folder of its own below the system's temporary folder. */
export async function startCluster(): Promise<Cluster> {
  const folder = await mkdtemp(join(tmpdir(), "biansai-test-"));
  // mkdtemp closes the folder to all others, also to the user PostgreSQL runs as when we are root.
  await chmod(folder, 0o711);
  const embedded = await startEmbedded(join(folder, "data"));
  const owner = await connectOwner(embedded.url);
  await owner.query(`CREATE DATABASE ${TEMPLATE}`);
  await owner.end();
  await migrate(addressOf(embedded.url, TEMPLATE));
  return {
    url: embedded.url,
    stop: async () => {
      await embedded.stop();
      await rm(folder, { recursive: true, force: true, maxRetries: 3 });
    },
  };
}

export default async function setup(): Promise<() => Promise<void>> {
  const cluster = await startCluster();
  process.env.BIANSAI_TEST_CLUSTER = cluster.url;
  return cluster.stop;
}
