// What the Prisma command line needs to know; it only ever generates the client here (migrations: server/database/migrate.ts).
import { defineConfig } from "prisma/config";

export default defineConfig({ schema: "prisma/schema.prisma", migrations: { path: "prisma/migrations" } });
