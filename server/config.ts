// The environment, read once and typed. A wrong value ends the start with a sentence that names it.
import { existsSync, readFileSync } from "node:fs";
import { homedir } from "node:os";
import { join, resolve } from "node:path";
import { z } from "zod";
import { hostName } from "./venue/names.ts";

export interface Config {
  readonly port: number;
  readonly host: string;
  /** undefined: the embedded PostgreSQL in the data folder. */
  readonly databaseUrl: string | undefined;
  /** BIANSAI_DEMO, when it was set. */
  readonly demo: boolean | undefined;
  readonly dataFolder: string;
  /** Keys live outside the database and apart from its backups. */
  readonly keyFolder: string;
  readonly backupFolder: string;
  /** Heads of the chains, noted outside the database. */
  readonly anchorFolder: string;
  /** Express "trust proxy": hops in front of the server, or addresses. */
  readonly trustProxy: number | string | false;
  readonly publicUrl: string | undefined;
  /** `--lan`: HTTPS on the venue's own network, under an authority of its own. */
  readonly lan: boolean;
  /** Names beside the machine's own that the certificate of `--lan` holds. */
  readonly hosts: readonly string[];
  /** HTTPS with a certificate of the administrator's own (paths of PEM files). */
  readonly tls: { readonly certificate: string; readonly key: string } | undefined;
  /** The plain listener beside HTTPS; undefined: none. */
  readonly plainPort: number | undefined;
  readonly production: boolean;
  readonly logLevel: LogLevel;
}

const logLevels = ["silent", "fatal", "error", "warn", "info", "debug", "trace"] as const;
export type LogLevel = (typeof logLevels)[number];

const yes = ["1", "true", "yes", "on"];
const no = ["0", "false", "no", "off"];

const port = z
  .string()
  .regex(/^\d{1,5}$/)
  .transform(Number)
  .refine((number) => number <= 65_535)
  .optional();

const environment = z.object({
  PORT: port,
  PLAIN_PORT: port,
  HOST: z.string().min(1).optional(),
  DATABASE_URL: z
    .string()
    .regex(/^postgres(ql)?:\/\/./)
    .refine(URL.canParse)
    .optional(),
  BIANSAI_DEMO: z
    .string()
    .toLowerCase()
    .refine((word) => yes.includes(word) || no.includes(word))
    .transform((word) => yes.includes(word))
    .optional(),
  BIANSAI_DATA: z.string().optional(),
  BIANSAI_KEYS: z.string().optional(),
  TRUST_PROXY: z
    .string()
    .regex(/^[\w.:,/ -]+$/)
    .optional(),
  PUBLIC_URL: z
    .string()
    .regex(/^https?:\/\/[^/?#]+\/?$/)
    .refine(URL.canParse)
    .optional(),
  TLS_CERT: z.string().refine(existsSync).optional(),
  TLS_KEY: z.string().refine(existsSync).optional(),
  BIANSAI_HOSTS: z
    .string()
    .toLowerCase()
    .transform((list) => list.split(/[,，\s]+/).filter((host) => host !== ""))
    .refine((list) => list.every((host) => hostName.test(host)))
    .optional(),
  NODE_ENV: z.enum(["production", "development", "test"]).optional(),
  LOG_LEVEL: z.enum(logLevels).optional(),
});

const expected: Record<keyof z.infer<typeof environment>, string> = {
  PORT: "0–65535",
  PLAIN_PORT: "0–65535",
  HOST: "127.0.0.1, 0.0.0.0 …",
  DATABASE_URL: "postgres://user:password@host:5432/database",
  BIANSAI_DEMO: "1 / 0",
  BIANSAI_DATA: "文件夹 / a folder",
  BIANSAI_KEYS: "文件夹 / a folder",
  TRUST_PROXY: "1, loopback, 10.0.0.0/8 …",
  PUBLIC_URL: "https://sai.example.cn",
  TLS_CERT: "现有的 PEM 文件 / a PEM file that is there",
  TLS_KEY: "现有的 PEM 文件 / a PEM file that is there",
  BIANSAI_HOSTS: "sai.local, sai.lan …",
  NODE_ENV: "production, development, test",
  LOG_LEVEL: logLevels.join(", "),
};

export class BadConfig extends Error {}

/** The one default data folder: outside the checkout, so that a new clone finds the same competitions. */
export function defaultDataFolder(home = homedir(), uid = process.getuid?.()): string {
  if (uid === 0) return "/var/lib/biansai";
  return join(process.env.XDG_DATA_HOME || join(home, ".local/share"), "biansai");
}

/** Ways to HTTPS that exclude one another, each with its sentence. */
const contradictions: readonly [
  (value: z.infer<typeof environment>, lan: boolean) => boolean,
  sentence: string,
][] = [
  [
    (value) => (value.TLS_CERT === undefined) !== (value.TLS_KEY === undefined),
    "TLS_CERT 与 TLS_KEY 须同时设置。 TLS_CERT and TLS_KEY are set together or not at all.",
  ],
  [
    (value, lan) => lan && value.TLS_CERT !== undefined,
    "--lan 使用本机自己的证书，不能与 TLS_CERT 同时使用，请二者取一。 --lan brings its own certificate; use it or TLS_CERT.",
  ],
  [
    (value, lan) => lan && value.TRUST_PROXY !== undefined && !no.includes(value.TRUST_PROXY),
    "--lan 由本程序提供 HTTPS，不能与 TRUST_PROXY 同时使用，请二者取一。 --lan serves HTTPS itself; use it or TRUST_PROXY.",
  ],
];

/** Reads an environment and the words after the command. Empty variables count as unset. Throws BadConfig with one sentence per wrong value. */
export function readConfig(env: Record<string, string | undefined>, args: readonly string[] = []): Config {
  const set = Object.fromEntries(Object.entries(env).filter(([, value]) => value?.trim()));
  const read = environment.safeParse(set);
  if (!read.success) {
    const names = new Set(read.error.issues.map((issue) => issue.path[0] as keyof typeof expected));
    const lines = [...names].map((name) => {
      // An address may carry a password: it is named, not repeated.
      const shown = name === "DATABASE_URL" ? "…" : JSON.stringify(env[name]);
      return `环境变量 ${name}=${shown} 无效，应为：${expected[name]}。 ${name} is not valid; expected: ${expected[name]}.`;
    });
    throw new BadConfig(lines.join("\n"));
  }
  const value = read.data;
  const lan = args.includes("--lan");
  const wrong = contradictions.filter(([applies]) => applies(value, lan)).map(([, sentence]) => sentence);
  if (wrong.length > 0) throw new BadConfig(wrong.join("\n"));
  const dataFolder = resolve(value.BIANSAI_DATA ?? defaultDataFolder());
  const proxy = value.TRUST_PROXY;
  const port = value.PORT ?? 3000;
  return {
    port,
    host: value.HOST ?? "0.0.0.0",
    databaseUrl: value.DATABASE_URL,
    demo: value.BIANSAI_DEMO,
    dataFolder,
    keyFolder: resolve(value.BIANSAI_KEYS ?? join(dataFolder, "keys")),
    backupFolder: join(dataFolder, "backups"),
    anchorFolder: join(dataFolder, "anchors"),
    trustProxy:
      proxy === undefined || no.includes(proxy) ? false : /^\d+$/.test(proxy) ? Number(proxy) : proxy,
    publicUrl: value.PUBLIC_URL?.replace(/\/$/, ""),
    lan,
    hosts: value.BIANSAI_HOSTS ?? [],
    tls: value.TLS_CERT && value.TLS_KEY ? { certificate: value.TLS_CERT, key: value.TLS_KEY } : undefined,
    plainPort: lan || value.TLS_CERT ? (value.PLAIN_PORT ?? (lan ? besides(port) : undefined)) : undefined,
    production: (value.NODE_ENV ?? "production") === "production",
    logLevel: value.LOG_LEVEL ?? "info",
  };
}

/** The port after this one, or any free one beside any free one. */
const besides = (port: number): number => (port === 0 ? 0 : port === 65_535 ? port - 1 : port + 1);

/** The process's own environment; a wrong value ends the process with 2. */
export function configOrExit(args: readonly string[] = []): Config {
  try {
    return readConfig(process.env, args);
  } catch (error) {
    if (!(error instanceof BadConfig)) throw error;
    console.error(error.message);
    process.exit(2);
  }
}

export function programVersion(): string {
  const file = new URL("../package.json", import.meta.url);
  return existsSync(file) ? (JSON.parse(readFileSync(file, "utf8")) as { version: string }).version : "0";
}

/** What the start says when the port is taken. */
export function portTaken(port: number): string {
  return `端口 ${port} 已被占用：请关闭占用它的程序，或换一个端口，例如 PORT=${port + 1} npm start。 Port ${port} is taken.`;
}
