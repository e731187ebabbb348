// What the database floor says when it will not go on: a code for programs, a sentence in both languages for people.
export type DatabaseRefusalCode =
  | "data-folder-busy"
  | "data-folder-foreign"
  | "embedded-missing"
  | "embedded-failed"
  | "migration-changed"
  | "migration-failed"
  | "database-newer"
  | "database-not-empty"
  | "backup-damaged"
  | "backup-foreign"
  | "mode-fixed";

export class DatabaseRefusal extends Error {
  readonly code: DatabaseRefusalCode;

  constructor(code: DatabaseRefusalCode, zh: string, en: string, cause?: unknown) {
    super(`${zh}\n${en}`, { cause });
    this.name = "DatabaseRefusal";
    this.code = code;
  }
}
