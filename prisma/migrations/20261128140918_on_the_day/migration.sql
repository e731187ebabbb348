-- AlterTable
ALTER TABLE "mark_revision" ADD COLUMN     "reason" TEXT;

-- CreateTable
CREATE TABLE "sheet_due" (
    "skill_id" UUID NOT NULL,
    "subcriterion_id" TEXT NOT NULL,
    "due_at" TIMESTAMPTZ(3) NOT NULL,
    "set_by" UUID NOT NULL,
    "set_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "sheet_due_pkey" PRIMARY KEY ("skill_id","subcriterion_id")
);

-- CreateTable
CREATE TABLE "panel_message" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "skill_id" UUID NOT NULL,
    "text" TEXT NOT NULL,
    "sent_by" UUID NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "panel_message_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "panel_message_reading" (
    "message_id" UUID NOT NULL,
    "account_id" UUID NOT NULL,
    "seat" INTEGER NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "panel_message_reading_pkey" PRIMARY KEY ("message_id","account_id")
);

-- CreateIndex
CREATE INDEX "panel_message_skill_id_idx" ON "panel_message"("skill_id");

-- AddForeignKey
ALTER TABLE "panel_message_reading" ADD CONSTRAINT "panel_message_reading_message_id_fkey" FOREIGN KEY ("message_id") REFERENCES "panel_message"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- Messages and their readings stay as they were; a reason belongs to its revision, which is append-only already.
REVOKE UPDATE, DELETE, TRUNCATE ON panel_message, panel_message_reading FROM biansai_app;
CREATE TRIGGER append_only BEFORE UPDATE OR DELETE ON panel_message FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER append_only_truncate BEFORE TRUNCATE ON panel_message FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
CREATE TRIGGER append_only BEFORE UPDATE OR DELETE ON panel_message_reading FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER append_only_truncate BEFORE TRUNCATE ON panel_message_reading FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
ALTER TABLE panel_message ADD CONSTRAINT panel_message_text CHECK (length(text) BETWEEN 1 AND 300);
ALTER TABLE mark_revision ADD CONSTRAINT mark_revision_reason CHECK (length(reason) BETWEEN 1 AND 200);
