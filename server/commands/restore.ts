// npm run restore -- FILE: loads a backup into an empty database; refuses any other.
import { resolve } from "node:path";
import { configOrExit } from "../config.ts";
import { startEmbedded } from "../database/embedded.ts";
import { DatabaseRefusal } from "../database/refusal.ts";
import { restore } from "../database/restore.ts";
import { verifyChains } from "../ledger/verify.ts";

const config = configOrExit();
const path = process.argv[2];
if (!path) {
  console.error("用法：npm run restore -- 备份文件\nUsage: npm run restore -- FILE");
  process.exit(2);
}

try {
  const embedded = config.databaseUrl ? undefined : await startEmbedded(config.dataFolder);
  try {
    const done = await restore(config.databaseUrl ?? embedded!.url, resolve(path), {
      verifyChains: async (sql) => {
        const broken = (await verifyChains(sql)).filter(({ brokenAt }) => brokenAt !== null);
        if (broken.length === 0) return;
        const places = broken.map(({ chain, brokenAt }) => `${chain} @ ${brokenAt}`).join(", ");
        throw new DatabaseRefusal(
          "backup-damaged",
          `备份中的账本链条不完整（${places}），没有恢复任何内容。`,
          `The ledger in this backup is broken (${places}); nothing was restored.`,
        );
      },
    });
    const rows = Object.values(done.rows).reduce((sum, count) => sum + count, 0);
    console.log(`已恢复 ${rows} 行（备份时间 ${done.header.created}），账本核对无误。`);
    console.log(`Restored ${rows} rows of ${done.header.created}; the ledger holds.`);
    console.log(`\n请把密钥文件夹放回原处。 Put the key folder back:\n${config.keyFolder}`);
  } finally {
    await embedded?.stop();
  }
} catch (error) {
  console.error(error instanceof DatabaseRefusal ? error.message : error);
  process.exitCode = 1;
}
