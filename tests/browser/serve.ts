// The product as npm start serves it (BIANSAI_DEMO=0 for an empty one, --lan for the venue's network), on a data folder that is made for this run and removed after it.
import { spawn } from "node:child_process";
import { chmodSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

const folder = mkdtempSync(join(tmpdir(), "biansai-browser-"));
chmodSync(folder, 0o711);
const { DATABASE_URL: _, ...rest } = process.env;
const environment = {
  ...rest,
  NODE_ENV: "production",
  BIANSAI_DATA: join(folder, "data"),
} as NodeJS.ProcessEnv;
const server = spawn(process.execPath, ["--import", "tsx", "server/index.ts", ...process.argv.slice(2)], {
  stdio: "inherit",
  env: environment,
});
for (const signal of ["SIGTERM", "SIGINT"] as const) process.on(signal, () => server.kill("SIGTERM"));
server.on("exit", (code) => {
  rmSync(folder, { recursive: true, force: true });
  process.exit(code ?? 0);
});
