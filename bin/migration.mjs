// Writes a new migration: the difference between the schema the migrations stand at (prisma/migrations/schema.prisma)
// and prisma/schema.prisma, told by Prisma's official engine in WebAssembly, without any database.
// Triggers, checks and grants are added to the written file by hand (docs/decisions/0003-migrations.md).
import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { bindMigrationAwareSqlAdapterFactory, ColumnTypeEnum } from "@prisma/driver-adapter-utils";

const root = join(dirname(fileURLToPath(import.meta.url)), "..");
const now = join(root, "prisma/schema.prisma");
const stood = join(root, "prisma/migrations/schema.prisma");

/** Stands where the engine expects a database; it asks only for the version before it compares two schemas. */
function noDatabase() {
  const nothing = async () => 0;
  const connection = {
    provider: "postgres",
    adapterName: "none",
    queryRaw: async () => ({
      columnNames: ["exists", "version", "numeric_version"],
      columnTypes: [ColumnTypeEnum.Boolean, ColumnTypeEnum.Text, ColumnTypeEnum.Int32],
      rows: [[true, "PostgreSQL 18.0", 180000]],
    }),
    executeRaw: nothing,
    executeScript: nothing,
    startTransaction: () => Promise.reject(new Error("no database")),
    getConnectionInfo: () => ({ schemaName: "public", supportsRelationJoins: true }),
    dispose: nothing,
  };
  const connect = async () => connection;
  return { provider: "postgres", adapterName: "none", connect, connectToShadowDb: connect };
}

/** The official schema engine; `diff` between two schemas asks the database nothing. */
async function start() {
  const home = join(root, "node_modules/@prisma/schema-engine-wasm");
  const glue = await import("@prisma/schema-engine-wasm/schema_engine_bg");
  const bytes = readFileSync(join(home, "schema_engine_bg.wasm"));
  const { instance } = await WebAssembly.instantiate(bytes, { "./schema_engine_bg.js": glue });
  global.PRISMA_WASM_PANIC_REGISTRY = { set_message: (message) => console.error(message) };
  glue.__wbg_set_wasm(instance.exports);
  instance.exports.__wbindgen_start();
  const adapter = bindMigrationAwareSqlAdapterFactory(noDatabase());
  return glue.SchemaEngine.new(
    { datamodels: [["schema.prisma", readFileSync(now, "utf8")]] },
    () => {},
    adapter,
  );
}

let engine;

/** The SQL that leads from one schema text (null: the empty database) to another. */
export async function difference(from, to) {
  const files = (content) => ({
    tag: "schemaDatamodel",
    files: [{ path: "schema.prisma", content }],
  });
  engine ??= start();
  const done = await (await engine).diff({
    from: from === null ? { tag: "empty" } : files(from),
    to: files(to),
    script: true,
    exitCode: null,
    filters: { externalTables: [], externalEnums: [] },
  });
  if (done.stdout === null || done.stdout.trim() === "") {
    throw new Error("The schema engine said nothing: not trusted. 架构引擎没有输出，不予采信。");
  }
  return done.stdout;
}

async function main(name) {
  if (!/^[a-z][a-z0-9_]*$/.test(name ?? "")) {
    console.error("用法 / usage: node bin/migration.mjs NAME   (a-z, 0-9, _)   或/or --check");
    process.exit(2);
  }
  const wanted = readFileSync(now, "utf8");
  const sql = await difference(existsSync(stood) ? readFileSync(stood, "utf8") : null, wanted);
  const empty = sql.includes("This is an empty migration");
  if (empty && !process.argv.includes("--empty")) {
    console.error("没有差别。 No difference: nothing written (--empty writes a file for hand-written SQL).");
    process.exit(1);
  }
  const stamp = new Date().toISOString().replace(/\D/g, "").slice(0, 14);
  const folder = join(root, "prisma/migrations", `${stamp}_${name}`);
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, "migration.sql"), empty ? "-- hand-written SQL\n" : sql);
  writeFileSync(stood, wanted);
  console.log(join(folder, "migration.sql"));
}

if (process.argv[1] === fileURLToPath(import.meta.url)) await main(process.argv[2]);
