// One pool of connections for everything: Prisma's adapter and plain SQL share it.
// Each connection works as biansai_app, the role that has no UPDATE or DELETE on marks and chains.
import { PrismaPg } from "@prisma/adapter-pg";
import pg from "pg";
import { PrismaClient } from "../../prisma/client/client.ts";

/** Plain parameterized SQL: on a pooled connection or inside a transaction, the reader cannot tell. */
export interface Sql {
  query<T extends object = Record<string, unknown>>(text: string, params?: readonly unknown[]): Promise<T[]>;
}

export interface Database extends Sql {
  readonly pool: pg.Pool;
  readonly prisma: PrismaClient;
  close(): Promise<void>;
}

export type Reporter = (error: Error) => void;

export const APP_ROLE = "biansai_app";

const oid = { int8: 20, date: 1082, int8Array: 1016, dateArray: 1182, numericArray: 1231, textArray: 1009 };

/** int8 is a count or a number of milliseconds here: a number, loudly refused where it would not be exact. */
export function exactInteger(text: string): number {
  const value = Number(text);
  if (!Number.isSafeInteger(value)) throw new RangeError(`int8 ${text} is not exact as a number`);
  return value;
}

/** numeric stays a string (exact decimals), a date stays "YYYY-MM-DD" (pg would make it local midnight). */
const types: pg.CustomTypesConfig = {
  getTypeParser: (id: number, format?: string) => {
    if (format !== "binary") {
      if (id === oid.int8) return exactInteger;
      if (id === oid.date) return (text: string) => text;
      if (id === oid.numericArray || id === oid.dateArray)
        return pg.types.getTypeParser(oid.textArray as never);
      if (id === oid.int8Array) {
        const strings = pg.types.getTypeParser(oid.textArray as never) as (text: string) => (string | null)[];
        return (text: string) => strings(text).map((item) => (item === null ? null : exactInteger(item)));
      }
    }
    return pg.types.getTypeParser(id as never, format as never);
  },
};

const everywhere = { timezone: "UTC", synchronous_commit: "on" };

function settings(url: string, wanted: Record<string, string>): pg.PoolConfig {
  const address = new URL(url);
  const own = address.searchParams.get("options") ?? "";
  address.searchParams.delete("options");
  const options = Object.entries(wanted).map(([name, value]) => `-c ${name}=${value}`);
  return {
    connectionString: address.href,
    options: [own, ...options].join(" ").trim(),
    application_name: "biansai",
    types,
    connectionTimeoutMillis: 15_000,
  };
}

/** Rows of one statement on a pool or a client. */
export async function rows<T extends object>(
  on: pg.Pool | pg.ClientBase,
  text: string,
  params?: readonly unknown[],
): Promise<T[]> {
  const done = await on.query(text, params as unknown[] | undefined);
  return done.rows as T[];
}

/** The plain SQL of one connection. */
export function ownSql(client: pg.ClientBase): Sql {
  return { query: (text, params) => rows(client, text, params) };
}

function silent(): void {}

/** The application's connections. `report` hears of connections that ended; without it their end is only survived. */
export function connect(url: string, report: Reporter = silent, most = 12): Database {
  const pool = new pg.Pool({
    ...settings(url, {
      ...everywhere,
      role: APP_ROLE,
      statement_timeout: "30000",
      idle_in_transaction_session_timeout: "60000",
    }),
    max: most,
  });
  let closing = false;
  const tell: Reporter = (error) => {
    if (!closing) report(error);
  };
  // Without these two the end of a connection, idle or held, ends the process.
  pool.on("error", tell);
  pool.on("connect", (client) => client.on("error", tell));
  const prisma = new PrismaClient({ adapter: new PrismaPg(pool) });
  return {
    pool,
    prisma,
    query: (text, params) => rows(pool, text, params),
    close: async () => {
      closing = true;
      await prisma.$disconnect();
      await pool.end();
    },
  };
}

/** One connection of the owner, for migrations and restoring. The caller ends it. */
export async function connectOwner(url: string): Promise<pg.Client> {
  const client = new pg.Client({ ...settings(url, everywhere), keepAlive: true });
  client.on("error", silent);
  await client.connect();
  return client;
}
