-- AlterTable
ALTER TABLE "scheme_version" ADD COLUMN     "written_by" UUID[] DEFAULT ARRAY[]::UUID[];
