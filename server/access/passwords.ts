// Passwords: argon2id at m=19456, t=2 (OWASP), and one-time passwords an administrator can read out.
import { randomInt } from "node:crypto";
import { hash, verify } from "@node-rs/argon2";

const cost = { memoryCost: 19_456, timeCost: 2, parallelism: 1 };
const readable = "abcdefghjkmnpqrstuvwxyz23456789";
let decoy: Promise<string> | null = null;

export const hashPassword = (password: string): Promise<string> => hash(password, cost);

/** Checks a password; an unknown account costs as much time as a known one. */
export async function isPassword(stored: string | null, password: string): Promise<boolean> {
  decoy ??= hashPassword("decoy");
  const right = await verify(stored ?? (await decoy), password, cost);
  return stored !== null && right;
}

/** Twelve characters in three groups without look-alikes: about 59 bits. */
export function oneTimePassword(): string {
  const characters = Array.from({ length: 12 }, () => readable[randomInt(readable.length)]!);
  return [0, 4, 8].map((start) => characters.slice(start, start + 4).join("")).join("-");
}
