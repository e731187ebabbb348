-- AlterTable
ALTER TABLE "competition" ADD COLUMN     "coach_ranks" INTEGER NOT NULL DEFAULT 5,
ADD COLUMN     "delegation_method" TEXT NOT NULL DEFAULT 'medal-table';

-- AlterTable
ALTER TABLE "skill" ADD COLUMN     "rule_set_id" UUID;

-- AlterTable
ALTER TABLE "scheme_version" ADD COLUMN     "reason" TEXT;

-- AlterTable
ALTER TABLE "registration" ADD COLUMN     "award_rights" BOOLEAN NOT NULL DEFAULT true,
ADD COLUMN     "coach" TEXT;

-- AlterTable
ALTER TABLE "ledger_line" ADD COLUMN     "salt" TEXT;

-- CreateTable
CREATE TABLE "rule_set" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "competition_id" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "rules" JSONB NOT NULL,

    CONSTRAINT "rule_set_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "missing_mark" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "place" SERIAL NOT NULL,
    "skill_id" UUID NOT NULL,
    "contestant_id" UUID NOT NULL,
    "aspect_id" TEXT NOT NULL,
    "seat" INTEGER NOT NULL,
    "missing" BOOLEAN NOT NULL,
    "reason" TEXT NOT NULL,
    "declared_by" UUID NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "missing_mark_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "penalty" (
    "id" UUID NOT NULL,
    "place" SERIAL NOT NULL,
    "skill_id" UUID NOT NULL,
    "contestant_id" UUID,
    "registration_id" UUID,
    "level" TEXT NOT NULL,
    "target" TEXT,
    "amount" DECIMAL(15,6),
    "reason" TEXT NOT NULL,
    "floor_record_id" UUID,
    "signed_by" UUID NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "penalty_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "penalty_withdrawal" (
    "penalty_id" UUID NOT NULL,
    "skill_id" UUID NOT NULL,
    "reason" TEXT NOT NULL,
    "withdrawn_by" UUID NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "penalty_withdrawal_pkey" PRIMARY KEY ("penalty_id")
);

-- CreateTable
CREATE TABLE "committee_order" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "place" SERIAL NOT NULL,
    "skill_id" UUID NOT NULL,
    "contestant_ids" UUID[],
    "reason" TEXT NOT NULL,
    "recorded_by" UUID NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "committee_order_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE UNIQUE INDEX "rule_set_competition_id_name_key" ON "rule_set"("competition_id", "name");

-- CreateIndex
CREATE INDEX "missing_mark_skill_id_idx" ON "missing_mark"("skill_id");

-- CreateIndex
CREATE INDEX "missing_mark_contestant_id_aspect_id_idx" ON "missing_mark"("contestant_id", "aspect_id");

-- CreateIndex
CREATE UNIQUE INDEX "penalty_floor_record_id_key" ON "penalty"("floor_record_id");

-- CreateIndex
CREATE INDEX "penalty_skill_id_idx" ON "penalty"("skill_id");

-- CreateIndex
CREATE INDEX "penalty_withdrawal_skill_id_idx" ON "penalty_withdrawal"("skill_id");

-- CreateIndex
CREATE INDEX "committee_order_skill_id_idx" ON "committee_order"("skill_id");

-- AddForeignKey
ALTER TABLE "rule_set" ADD CONSTRAINT "rule_set_competition_id_fkey" FOREIGN KEY ("competition_id") REFERENCES "competition"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "skill" ADD CONSTRAINT "skill_rule_set_id_fkey" FOREIGN KEY ("rule_set_id") REFERENCES "rule_set"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "penalty_withdrawal" ADD CONSTRAINT "penalty_withdrawal_penalty_id_fkey" FOREIGN KEY ("penalty_id") REFERENCES "penalty"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- Rows that are only ever added; a reason has words.
ALTER TABLE missing_mark ADD CONSTRAINT missing_mark_told CHECK (btrim(reason) <> '' AND seat > 0);
ALTER TABLE penalty
  ADD CONSTRAINT penalty_whom CHECK ((contestant_id IS NULL) <> (registration_id IS NULL)),
  ADD CONSTRAINT penalty_level CHECK (level IN ('aspect', 'module', 'practical', 'total')),
  ADD CONSTRAINT penalty_what CHECK (
    (level IN ('aspect', 'module')) = (target IS NOT NULL) AND (level IN ('practical', 'total')) = (amount IS NOT NULL)
    AND coalesce(amount > 0, true)),
  ADD CONSTRAINT penalty_told CHECK (btrim(reason) <> '');
ALTER TABLE penalty_withdrawal ADD CONSTRAINT penalty_withdrawal_told CHECK (btrim(reason) <> '');
ALTER TABLE committee_order ADD CONSTRAINT committee_order_told CHECK (btrim(reason) <> '' AND cardinality(contestant_ids) > 1);
ALTER TABLE competition
  ADD CONSTRAINT competition_delegation_method CHECK (delegation_method IN ('medal-table', 'medal-points', 'average-points')),
  ADD CONSTRAINT competition_coach_ranks CHECK (coach_ranks BETWEEN 0 AND 99);
REVOKE UPDATE, DELETE, TRUNCATE ON missing_mark, penalty, penalty_withdrawal, committee_order FROM biansai_app;
CREATE TRIGGER append_only BEFORE UPDATE OR DELETE ON missing_mark FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER append_only_truncate BEFORE TRUNCATE ON missing_mark FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
CREATE TRIGGER append_only BEFORE UPDATE OR DELETE ON penalty FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER append_only_truncate BEFORE TRUNCATE ON penalty FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
CREATE TRIGGER append_only BEFORE UPDATE OR DELETE ON penalty_withdrawal FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER append_only_truncate BEFORE TRUNCATE ON penalty_withdrawal FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
CREATE TRIGGER append_only BEFORE UPDATE OR DELETE ON committee_order FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER append_only_truncate BEFORE TRUNCATE ON committee_order FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();

-- A measured figure may be below zero.
ALTER TABLE mark_revision DROP CONSTRAINT mark_revision_counted,
  ADD CONSTRAINT mark_revision_counted CHECK (version > 0 AND round > 0 AND seat >= 0);
ALTER TABLE mark_cell DROP CONSTRAINT mark_cell_counted,
  ADD CONSTRAINT mark_cell_counted CHECK (version > 0 AND round > 0 AND seat >= 0);

-- The share that earned excellence becomes the award policy that it was part of.
UPDATE skill SET rules = (rules - 'excellenceShare') || jsonb_build_object('awards', jsonb_build_object(
  'policy', jsonb_build_object('kind', 'places', 'excellence', coalesce(rules ->> 'excellenceShare', 'none')), 'perGroup', false))
WHERE NOT rules ? 'awards';
