// The master key: made at first start, kept in a folder of its own outside the database, readable by its owner only.
import { randomBytes } from "node:crypto";
import { mkdir, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";

/** Reads the 32-byte master key of a folder, or makes one where none is. */
export async function masterKey(folder: string): Promise<Buffer> {
  await mkdir(folder, { recursive: true, mode: 0o700 });
  const file = join(folder, "master.key");
  try {
    await writeFile(file, randomBytes(32).toString("hex"), { flag: "wx", mode: 0o600 });
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== "EEXIST") throw error;
  }
  const key = Buffer.from((await readFile(file, "utf8")).trim(), "hex");
  if (key.length !== 32) throw new Error(`密钥文件 ${file} 已损坏，请从保管的副本恢复。`);
  return key;
}
