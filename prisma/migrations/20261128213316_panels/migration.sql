-- AlterTable
ALTER TABLE "panel_message" ADD COLUMN     "panel" TEXT;
