// npm run verify-ledger: checks the whole ledger against itself, the marks and the anchors, also while the application runs.
// A JSON report on stdout, one sentence on stderr; exit code 1 when anything is wrong.
import { configOrExit } from "../config.ts";
import { connect } from "../database/connection.ts";
import { visitEmbedded } from "../database/embedded.ts";
import { DatabaseRefusal } from "../database/refusal.ts";
import { inSnapshot } from "../database/transaction.ts";
import { readAnchors } from "../ledger/anchors.ts";
import { ledgerSentence } from "../ledger/ledger-words.ts";
import { verifyLedger } from "../ledger/verify-ledger.ts";

const config = configOrExit();

try {
  const embedded = config.databaseUrl ? undefined : await visitEmbedded(config.dataFolder);
  const db = connect(config.databaseUrl ?? embedded!.url, undefined, 1);
  try {
    const anchors = await readAnchors(config.anchorFolder);
    const report = await inSnapshot(db, async (tx) => {
      await tx.query("SET LOCAL statement_timeout = 0");
      return verifyLedger(tx, anchors);
    });
    console.log(JSON.stringify(report, null, 1));
    console.error(ledgerSentence(report));
    if (!report.ok) process.exitCode = 1;
  } finally {
    await db.close();
    await embedded?.stop();
  }
} catch (error) {
  console.error(error instanceof DatabaseRefusal ? error.message : error);
  process.exitCode = 1;
}
