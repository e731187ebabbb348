-- AlterTable
ALTER TABLE "scheme_version" ADD COLUMN     "started_by" UUID;
