// npm run backup [-- FILE]: one consistent backup, also while the application runs.
import { join, resolve } from "node:path";
import { configOrExit, programVersion } from "../config.ts";
import { connect } from "../database/connection.ts";
import { visitEmbedded } from "../database/embedded.ts";
import { DatabaseRefusal } from "../database/refusal.ts";
import { backupName } from "../database/scheduled-backups.ts";
import { backUp } from "../database/snapshot.ts";

const config = configOrExit();
const now = new Date();
const wanted = process.argv[2];
const path = wanted ? resolve(wanted) : join(config.backupFolder, backupName(now));

try {
  const embedded = config.databaseUrl ? undefined : await visitEmbedded(config.dataFolder);
  const db = connect(config.databaseUrl ?? embedded!.url, undefined, 2);
  try {
    const done = await backUp(db, path, { program: programVersion(), now });
    const rows = Object.values(done.rows).reduce((sum, count) => sum + count, 0);
    console.log(`已备份 ${rows} 行。 Backed up ${rows} rows.\n${done.path}`);
    console.log(
      `\n密钥不在备份里。请把密钥文件夹另存一处，与备份分开保管；没有它，备份里的身份证号码无法读出：\n` +
        `The keys are NOT in the backup. Keep a copy of the key folder apart from it; without them the ID numbers cannot be read:\n` +
        config.keyFolder,
    );
  } finally {
    await db.close();
    await embedded?.stop();
  }
} catch (error) {
  console.error(error instanceof DatabaseRefusal ? error.message : error);
  process.exitCode = 1;
}
