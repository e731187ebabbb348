-- DropForeignKey
ALTER TABLE "role_grant" DROP CONSTRAINT "role_grant_competition_id_fkey";

-- DropForeignKey
ALTER TABLE "role_grant" DROP CONSTRAINT "role_grant_skill_id_fkey";

-- DropForeignKey
ALTER TABLE "role_grant" DROP CONSTRAINT "role_grant_delegation_id_fkey";

-- DropIndex
DROP INDEX "registration_skill_id_person_id_key";

-- DropIndex
DROP INDEX "judge_seat_skill_id_number_key";

-- DropIndex
DROP INDEX "judge_seat_skill_id_account_id_key";

-- AlterTable
ALTER TABLE "mark_cell" ADD COLUMN     "reopened" BOOLEAN NOT NULL DEFAULT false;

-- CreateTable
CREATE TABLE "blind_entry" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "skill_id" UUID NOT NULL,
    "contestant_id" UUID NOT NULL,
    "subcriterion_id" TEXT NOT NULL,
    "sheet_hash" TEXT NOT NULL,
    "differing" TEXT[],
    "entered_by" UUID NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "blind_entry_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "reopening" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "skill_id" UUID NOT NULL,
    "subcriterion_id" TEXT NOT NULL,
    "contestant_id" UUID,
    "reason" TEXT NOT NULL,
    "asked_by" UUID NOT NULL,
    "asked_at" TIMESTAMPTZ(3) NOT NULL,
    "allowed" BOOLEAN,
    "decided_by" UUID,
    "decided_at" TIMESTAMPTZ(3),
    "closed_at" TIMESTAMPTZ(3),

    CONSTRAINT "reopening_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "blind_entry_skill_id_idx" ON "blind_entry"("skill_id");

-- CreateIndex
CREATE INDEX "reopening_skill_id_idx" ON "reopening"("skill_id");

-- CreateIndex
CREATE INDEX "registration_skill_id_person_id_idx" ON "registration"("skill_id", "person_id");

-- CreateIndex
CREATE INDEX "judge_seat_skill_id_idx" ON "judge_seat"("skill_id");

-- AddForeignKey
ALTER TABLE "role_grant" ADD CONSTRAINT "role_grant_competition_id_fkey" FOREIGN KEY ("competition_id") REFERENCES "competition"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "role_grant" ADD CONSTRAINT "role_grant_skill_id_fkey" FOREIGN KEY ("skill_id") REFERENCES "skill"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "role_grant" ADD CONSTRAINT "role_grant_delegation_id_fkey" FOREIGN KEY ("delegation_id") REFERENCES "delegation"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- Four eyes: who entered any mark of a sheet, even one that was overwritten since, cannot confirm it.
CREATE OR REPLACE FUNCTION confirmer_entered_nothing() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  looked_by uuid := CASE TG_TABLE_NAME
    WHEN 'sheet_confirmation' THEN (to_jsonb(NEW) ->> 'confirmed_by')::uuid
    ELSE (to_jsonb(NEW) ->> 'entered_by')::uuid END;
BEGIN
  IF EXISTS (SELECT 1 FROM mark_revision WHERE contestant_id = NEW.contestant_id AND entered_by = looked_by
             AND aspect_id LIKE NEW.subcriterion_id || '.%') THEN
    RAISE EXCEPTION 'who entered a mark of this sheet cannot confirm it' USING ERRCODE = 'restrict_violation';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER four_eyes BEFORE INSERT OR UPDATE ON blind_entry FOR EACH ROW EXECUTE FUNCTION confirmer_entered_nothing();
ALTER TABLE reopening
  ADD CONSTRAINT reopening_by_another CHECK (decided_by IS NULL OR decided_by <> asked_by),
  ADD CONSTRAINT reopening_decided CHECK ((allowed IS NULL) = (decided_by IS NULL) AND (allowed IS NULL) = (decided_at IS NULL)),
  ADD CONSTRAINT reopening_reasoned CHECK (btrim(reason) <> '');

-- What somebody has looked at or signed stays as it was.
REVOKE UPDATE, DELETE, TRUNCATE ON blind_entry FROM biansai_app;
CREATE TRIGGER append_only BEFORE UPDATE OR DELETE ON blind_entry FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER append_only_truncate BEFORE TRUNCATE ON blind_entry FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
REVOKE UPDATE, DELETE, TRUNCATE ON sheet_confirmation, look_up FROM biansai_app;
REVOKE DELETE, TRUNCATE ON chain_head, decision, reopening FROM biansai_app;
CREATE UNIQUE INDEX reopening_one_waiting ON reopening (skill_id, subcriterion_id, contestant_id) NULLS NOT DISTINCT WHERE allowed IS NULL;

-- A seat that ended gives its number back; a registration that was withdrawn or rejected bars nobody.
CREATE UNIQUE INDEX judge_seat_number ON judge_seat (skill_id, number) WHERE ended_at IS NULL;
CREATE UNIQUE INDEX judge_seat_account ON judge_seat (skill_id, account_id) WHERE ended_at IS NULL;
CREATE UNIQUE INDEX registration_once ON registration (skill_id, person_id) WHERE state NOT IN ('withdrawn', 'rejected');

-- A role stands once, so that ending it ends it.
UPDATE role_grant g SET revoked_at = now() WHERE revoked_at IS NULL AND EXISTS (
  SELECT 1 FROM role_grant o WHERE o.revoked_at IS NULL AND o.account_id = g.account_id AND o.role = g.role
    AND o.competition_id IS NOT DISTINCT FROM g.competition_id AND o.skill_id IS NOT DISTINCT FROM g.skill_id
    AND o.county IS NOT DISTINCT FROM g.county AND o.delegation_id IS NOT DISTINCT FROM g.delegation_id
    AND o.unit IS NOT DISTINCT FROM g.unit AND o.id < g.id);
CREATE UNIQUE INDEX role_grant_once ON role_grant (account_id, role, competition_id, skill_id, county, delegation_id, unit)
  NULLS NOT DISTINCT WHERE revoked_at IS NULL;
