// A small schema of the database floor's own, so that its tests do not depend on the product's tables.
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { migrate } from "../../../server/database/migrate.ts";

export const first = `
DO $$ BEGIN
  IF NOT EXISTS (SELECT FROM pg_roles WHERE rolname = 'biansai_app') THEN CREATE ROLE biansai_app NOLOGIN; END IF;
END $$;
CREATE TABLE installation (id int PRIMARY KEY DEFAULT 1 CHECK (id = 1), mode text NOT NULL,
  created_at timestamptz NOT NULL DEFAULT now());
CREATE TABLE chapter (id int GENERATED ALWAYS AS IDENTITY PRIMARY KEY, title text NOT NULL,
  parent int REFERENCES chapter (id), latest uuid);
CREATE TABLE page (id uuid PRIMARY KEY DEFAULT gen_random_uuid(), chapter int NOT NULL REFERENCES chapter (id),
  mark numeric(12,6), at timestamptz NOT NULL, on_day date, sealed bytea, rules jsonb, words text[],
  doubled numeric GENERATED ALWAYS AS (mark * 2) STORED);
ALTER TABLE chapter ADD FOREIGN KEY (latest) REFERENCES page (id);
CREATE TABLE line (chain text, seq bigserial, value numeric(12,6) NOT NULL, PRIMARY KEY (chain, seq));
GRANT SELECT, INSERT, UPDATE, DELETE ON ALL TABLES IN SCHEMA public TO biansai_app;
GRANT USAGE, SELECT ON ALL SEQUENCES IN SCHEMA public TO biansai_app;
REVOKE INSERT, UPDATE, DELETE ON _prisma_migrations FROM biansai_app;
`;
export const second = "ALTER TABLE page ADD COLUMN note text NOT NULL DEFAULT 'later';\n";

/** A migrations folder with these files, in this order. */
export function migrationsFolder(...files: readonly string[]): string {
  const folder = mkdtempSync(join(tmpdir(), "biansai-migrations-"));
  process.once("exit", () => rmSync(folder, { recursive: true, force: true }));
  files.forEach((sql, index) => {
    const home = join(folder, `2026010100000${index}_step`);
    mkdirSync(home);
    writeFileSync(join(home, "migration.sql"), sql);
  });
  return folder;
}

export const sample = migrationsFolder(first);
export const sampleNewer = migrationsFolder(first, second);

export const migrateSample = (url: string) => migrate(url, { folder: sample });
