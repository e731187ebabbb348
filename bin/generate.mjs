// Generates the Prisma client into prisma/client, and does nothing when the schema is the one it stands for.
// The schema engine is never downloaded: `generate` needs none, it only wants to find a program at its place.
import { spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

const root = join(dirname(fileURLToPath(import.meta.url)), "..");
const prisma = join(root, "node_modules/prisma");
const stamp = join(root, "prisma/client/.generated-from");

if (!existsSync(prisma)) {
  console.error("依赖尚未安装：请先运行 npm start。 Dependencies are missing: run npm start first.");
  process.exit(2);
}
const wanted = createHash("sha256")
  .update(readFileSync(join(root, "prisma/schema.prisma")))
  .update(JSON.parse(readFileSync(join(prisma, "package.json"), "utf8")).version)
  .digest("hex");
const current = existsSync(stamp) ? readFileSync(stamp, "utf8") : "";

if (current !== wanted || process.argv.includes("--force")) {
  rmSync(stamp, { force: true });
  const done = spawnSync(process.execPath, [join(prisma, "build/index.js"), "generate", "--no-hints"], {
    cwd: root,
    env: {
      ...process.env,
      PRISMA_SCHEMA_ENGINE_BINARY: process.execPath,
      PRISMA_HIDE_UPDATE_MESSAGE: "1",
      CHECKPOINT_DISABLE: "1",
    },
    encoding: "utf8",
  });
  if (done.status !== 0 || !existsSync(join(root, "prisma/client/client.ts"))) {
    process.stderr.write(`${done.stdout ?? ""}${done.stderr ?? ""}`);
    console.error("prisma generate 失败：请检查 prisma/schema.prisma。 prisma generate failed, see above.");
    process.exit(done.status || 1);
  }
  writeFileSync(stamp, wanted);
}
