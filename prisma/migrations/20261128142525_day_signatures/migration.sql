-- AlterTable
ALTER TABLE "sign_off" ADD COLUMN     "drawn" BYTEA;

-- CreateTable
CREATE TABLE "day_signature" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "place" SERIAL NOT NULL,
    "skill_id" UUID NOT NULL,
    "day" INTEGER NOT NULL,
    "content_hash" TEXT NOT NULL,
    "account_id" UUID NOT NULL,
    "seat_id" UUID NOT NULL,
    "drawn" BYTEA,
    "at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "day_signature_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE UNIQUE INDEX "day_signature_skill_id_day_content_hash_account_id_key" ON "day_signature"("skill_id", "day", "content_hash", "account_id");

-- AddForeignKey
ALTER TABLE "day_signature" ADD CONSTRAINT "day_signature_seat_id_fkey" FOREIGN KEY ("seat_id") REFERENCES "judge_seat"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- A judge's signature stays as it was given, under the seat of whoever gave it; a drawn one is small.
ALTER TABLE day_signature
  ADD CONSTRAINT day_signature_hash CHECK (content_hash ~ '^[0-9a-f]{64}$'),
  ADD CONSTRAINT day_signature_drawn CHECK (octet_length(drawn) <= 61440);
ALTER TABLE sign_off ADD CONSTRAINT sign_off_drawn CHECK (octet_length(drawn) <= 61440);
REVOKE UPDATE, DELETE, TRUNCATE ON day_signature FROM biansai_app;
CREATE TRIGGER append_only BEFORE UPDATE OR DELETE ON day_signature FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER append_only_truncate BEFORE TRUNCATE ON day_signature FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
CREATE FUNCTION signer_holds_seat() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NOT EXISTS (SELECT 1 FROM judge_seat s WHERE s.id = NEW.seat_id AND s.account_id = NEW.account_id AND s.skill_id = NEW.skill_id
                 AND (s.ended_at IS NULL OR s.ended_at >= NEW.at)) THEN
    RAISE EXCEPTION 'a day is signed by whoever holds the seat' USING ERRCODE = 'restrict_violation';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER signer_seated BEFORE INSERT ON day_signature FOR EACH ROW EXECUTE FUNCTION signer_holds_seat();
