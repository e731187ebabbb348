-- CreateTable
CREATE TABLE "recheck_seed" (
    "skill_id" UUID NOT NULL,
    "seed" TEXT NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "recheck_seed_pkey" PRIMARY KEY ("skill_id")
);

-- CreateTable
CREATE TABLE "recheck_look" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "place" SERIAL NOT NULL,
    "skill_id" UUID NOT NULL,
    "contestant_id" UUID NOT NULL,
    "subcriterion_id" TEXT NOT NULL,
    "sheet_hash" TEXT NOT NULL,
    "differing" TEXT[],
    "checked_by" UUID NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "recheck_look_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "recheck_look_skill_id_idx" ON "recheck_look"("skill_id");

-- Seed and looks stay as they were; who entered any mark of a sheet cannot recheck it.
ALTER TABLE recheck_seed ADD CONSTRAINT recheck_seed_hex CHECK (seed ~ '^[0-9a-f]{64}$');
REVOKE UPDATE, DELETE, TRUNCATE ON recheck_seed, recheck_look FROM biansai_app;
CREATE TRIGGER append_only BEFORE UPDATE OR DELETE ON recheck_seed FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER append_only_truncate BEFORE TRUNCATE ON recheck_seed FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
CREATE TRIGGER append_only BEFORE UPDATE OR DELETE ON recheck_look FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER append_only_truncate BEFORE TRUNCATE ON recheck_look FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
CREATE OR REPLACE FUNCTION confirmer_entered_nothing() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  looked_by uuid := CASE TG_TABLE_NAME
    WHEN 'sheet_confirmation' THEN (to_jsonb(NEW) ->> 'confirmed_by')::uuid
    WHEN 'recheck_look' THEN (to_jsonb(NEW) ->> 'checked_by')::uuid
    ELSE (to_jsonb(NEW) ->> 'entered_by')::uuid END;
BEGIN
  IF EXISTS (SELECT 1 FROM mark_revision WHERE contestant_id = NEW.contestant_id AND entered_by = looked_by
             AND aspect_id LIKE NEW.subcriterion_id || '.%') THEN
    RAISE EXCEPTION 'who entered a mark of this sheet cannot confirm it' USING ERRCODE = 'restrict_violation';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER four_eyes BEFORE INSERT OR UPDATE ON recheck_look FOR EACH ROW EXECUTE FUNCTION confirmer_entered_nothing();
