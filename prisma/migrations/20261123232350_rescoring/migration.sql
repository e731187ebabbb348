-- CreateTable
CREATE TABLE "rescoring_set" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "skill_id" UUID NOT NULL,
    "aspect_id" TEXT NOT NULL,
    "reason" TEXT NOT NULL,
    "changes" JSONB NOT NULL,
    "state" TEXT NOT NULL DEFAULT 'proposed',
    "proposed_by" UUID NOT NULL,
    "proposed_at" TIMESTAMPTZ(3) NOT NULL,
    "decided_by" UUID,
    "decided_at" TIMESTAMPTZ(3),

    CONSTRAINT "rescoring_set_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "rescoring_set_skill_id_idx" ON "rescoring_set"("skill_id");

-- Applied by another person than the proposer, and never twice.
ALTER TABLE rescoring_set
  ADD CONSTRAINT rescoring_state CHECK (state IN ('proposed', 'applied', 'cancelled')),
  ADD CONSTRAINT rescoring_decided CHECK ((state = 'proposed') = (decided_by IS NULL) AND (state = 'proposed') = (decided_at IS NULL)),
  ADD CONSTRAINT rescoring_by_another CHECK (state <> 'applied' OR decided_by <> proposed_by),
  ADD CONSTRAINT rescoring_reasoned CHECK (btrim(reason) <> '');
REVOKE DELETE, TRUNCATE ON rescoring_set FROM biansai_app;
