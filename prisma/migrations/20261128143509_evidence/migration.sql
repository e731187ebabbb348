-- CreateTable
CREATE TABLE "evidence" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "place" SERIAL NOT NULL,
    "skill_id" UUID NOT NULL,
    "contestant_id" UUID NOT NULL,
    "aspect_id" TEXT NOT NULL,
    "round" INTEGER NOT NULL,
    "kind" TEXT NOT NULL,
    "note" TEXT,
    "sha256" TEXT NOT NULL,
    "attached_by" UUID NOT NULL,
    "seat" INTEGER NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "evidence_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "evidence_photo" (
    "evidence_id" UUID NOT NULL,
    "bytes" BYTEA NOT NULL,

    CONSTRAINT "evidence_photo_pkey" PRIMARY KEY ("evidence_id")
);

-- CreateTable
CREATE TABLE "evidence_withdrawal" (
    "evidence_id" UUID NOT NULL,
    "reason" TEXT NOT NULL,
    "withdrawn_by" UUID NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "evidence_withdrawal_pkey" PRIMARY KEY ("evidence_id")
);

-- CreateIndex
CREATE INDEX "evidence_skill_id_idx" ON "evidence"("skill_id");

-- CreateIndex
CREATE INDEX "evidence_contestant_id_aspect_id_idx" ON "evidence"("contestant_id", "aspect_id");

-- AddForeignKey
ALTER TABLE "evidence_photo" ADD CONSTRAINT "evidence_photo_evidence_id_fkey" FOREIGN KEY ("evidence_id") REFERENCES "evidence"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "evidence_withdrawal" ADD CONSTRAINT "evidence_withdrawal_evidence_id_fkey" FOREIGN KEY ("evidence_id") REFERENCES "evidence"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- Evidence stays as it was attached: what a note says, what a photo shows, who withdrew it and why.
ALTER TABLE evidence
  ADD CONSTRAINT evidence_kind CHECK ((kind = 'note' AND note IS NOT NULL AND char_length(note) BETWEEN 1 AND 500) OR (kind = 'photo' AND note IS NULL)),
  ADD CONSTRAINT evidence_hash CHECK (sha256 ~ '^[0-9a-f]{64}$'),
  ADD CONSTRAINT evidence_round CHECK (round >= 1);
ALTER TABLE evidence_photo ADD CONSTRAINT photo_is_jpeg
  CHECK (octet_length(bytes) <= 1572864 AND substr(bytes, 1, 2) = '\xffd8' AND substr(bytes, octet_length(bytes) - 1) = '\xffd9');
ALTER TABLE evidence_withdrawal ADD CONSTRAINT withdrawal_reasoned CHECK (btrim(reason) <> '');
REVOKE UPDATE, DELETE, TRUNCATE ON evidence, evidence_photo, evidence_withdrawal FROM biansai_app;
CREATE TRIGGER append_only BEFORE UPDATE OR DELETE ON evidence FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER append_only_truncate BEFORE TRUNCATE ON evidence FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
CREATE TRIGGER append_only BEFORE UPDATE OR DELETE ON evidence_photo FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER append_only_truncate BEFORE TRUNCATE ON evidence_photo FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
CREATE TRIGGER append_only BEFORE UPDATE OR DELETE ON evidence_withdrawal FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER append_only_truncate BEFORE TRUNCATE ON evidence_withdrawal FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
CREATE FUNCTION evidence_is_withdrawn_by_its_judge() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NOT EXISTS (SELECT 1 FROM evidence WHERE id = NEW.evidence_id AND attached_by = NEW.withdrawn_by) THEN
    RAISE EXCEPTION 'evidence is withdrawn by whoever attached it' USING ERRCODE = 'restrict_violation';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER own_evidence BEFORE INSERT ON evidence_withdrawal FOR EACH ROW EXECUTE FUNCTION evidence_is_withdrawn_by_its_judge();
