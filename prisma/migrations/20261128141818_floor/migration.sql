-- CreateTable
CREATE TABLE "check_in" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "place" SERIAL NOT NULL,
    "skill_id" UUID NOT NULL,
    "registration_id" UUID NOT NULL,
    "present" BOOLEAN NOT NULL,
    "reason" TEXT,
    "recorded_by" UUID NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "check_in_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "floor_record" (
    "id" UUID NOT NULL,
    "place" SERIAL NOT NULL,
    "skill_id" UUID NOT NULL,
    "registration_id" UUID,
    "kind" TEXT NOT NULL,
    "text" TEXT NOT NULL,
    "minutes" INTEGER,
    "penalty_level" TEXT,
    "penalty_target" TEXT,
    "penalty_amount" DECIMAL(15,6),
    "recorded_by" UUID NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "floor_record_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "floor_withdrawal" (
    "record_id" UUID NOT NULL,
    "skill_id" UUID NOT NULL,
    "reason" TEXT NOT NULL,
    "withdrawn_by" UUID NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "floor_withdrawal_pkey" PRIMARY KEY ("record_id")
);

-- CreateIndex
CREATE INDEX "check_in_skill_id_idx" ON "check_in"("skill_id");

-- CreateIndex
CREATE INDEX "floor_record_skill_id_idx" ON "floor_record"("skill_id");

-- CreateIndex
CREATE INDEX "floor_withdrawal_skill_id_idx" ON "floor_withdrawal"("skill_id");

-- AddForeignKey
ALTER TABLE "floor_withdrawal" ADD CONSTRAINT "floor_withdrawal_record_id_fkey" FOREIGN KEY ("record_id") REFERENCES "floor_record"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- What the floor recorded stays as it was, belongs to an entrant of its own skill, and each kind carries what it needs and nothing else.
CREATE UNIQUE INDEX registration_of_skill ON registration (id, skill_id);
ALTER TABLE check_in
  ADD CONSTRAINT check_in_entrant FOREIGN KEY (registration_id, skill_id) REFERENCES registration (id, skill_id),
  ADD CONSTRAINT check_in_reasoned CHECK (present = (reason IS NULL) AND btrim(coalesce(reason, 'x')) <> '');
ALTER TABLE floor_record
  ADD CONSTRAINT floor_record_entrant FOREIGN KEY (registration_id, skill_id) REFERENCES registration (id, skill_id),
  ADD CONSTRAINT floor_record_kind CHECK (kind IN ('incident', 'violation', 'compensation')),
  ADD CONSTRAINT floor_record_whom CHECK (kind = 'incident' OR registration_id IS NOT NULL),
  ADD CONSTRAINT floor_record_told CHECK (btrim(text) <> ''),
  ADD CONSTRAINT floor_record_minutes CHECK ((kind = 'compensation') = (minutes IS NOT NULL) AND coalesce(minutes BETWEEN 1 AND 240, true)),
  ADD CONSTRAINT floor_record_penalty CHECK (
    (kind = 'violation') = (penalty_level IS NOT NULL)
    AND coalesce(penalty_level IN ('aspect', 'module', 'practical', 'total'), true)
    AND coalesce(penalty_level IN ('aspect', 'module'), false) = (penalty_target IS NOT NULL)
    AND coalesce(penalty_level IN ('practical', 'total'), false) = (penalty_amount IS NOT NULL)
    AND coalesce(penalty_amount > 0, true));
ALTER TABLE floor_withdrawal ADD CONSTRAINT floor_withdrawal_reasoned CHECK (btrim(reason) <> '');
REVOKE UPDATE, DELETE, TRUNCATE ON check_in, floor_record, floor_withdrawal FROM biansai_app;
CREATE TRIGGER append_only BEFORE UPDATE OR DELETE ON check_in FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER append_only_truncate BEFORE TRUNCATE ON check_in FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
CREATE TRIGGER append_only BEFORE UPDATE OR DELETE ON floor_record FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER append_only_truncate BEFORE TRUNCATE ON floor_record FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
CREATE TRIGGER append_only BEFORE UPDATE OR DELETE ON floor_withdrawal FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER append_only_truncate BEFORE TRUNCATE ON floor_withdrawal FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();

-- A floor judge knows names, scoring knows codes: of one skill nobody holds both, nor scores where they recorded.
CREATE FUNCTION floor_stands_apart() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  line jsonb := to_jsonb(NEW);
  given text := CASE TG_TABLE_NAME WHEN 'judge_seat' THEN 'judge' ELSE line ->> 'role' END;
BEGIN
  IF given NOT IN ('floor-judge', 'judge', 'chief-judge', 'recorder')
     OR line ->> 'ended_at' IS NOT NULL OR line ->> 'revoked_at' IS NOT NULL THEN
    RETURN NEW;
  END IF;
  -- Two grants to one account at the same moment come one after the other.
  PERFORM pg_advisory_xact_lock(hashtextextended('floor:' || NEW.account_id, 0));
  IF given = 'floor-judge' AND (
       EXISTS (SELECT 1 FROM role_grant WHERE account_id = NEW.account_id AND skill_id = NEW.skill_id
               AND revoked_at IS NULL AND role IN ('judge', 'chief-judge', 'recorder'))
       OR EXISTS (SELECT 1 FROM judge_seat WHERE account_id = NEW.account_id AND skill_id = NEW.skill_id AND ended_at IS NULL))
     OR given <> 'floor-judge' AND (
       EXISTS (SELECT 1 FROM role_grant WHERE account_id = NEW.account_id AND skill_id = NEW.skill_id
               AND revoked_at IS NULL AND role = 'floor-judge')
       OR EXISTS (SELECT 1 FROM check_in WHERE skill_id = NEW.skill_id AND recorded_by = NEW.account_id)
       OR EXISTS (SELECT 1 FROM floor_record WHERE skill_id = NEW.skill_id AND recorded_by = NEW.account_id)
       OR EXISTS (SELECT 1 FROM floor_withdrawal WHERE skill_id = NEW.skill_id AND withdrawn_by = NEW.account_id)) THEN
    RAISE EXCEPTION 'nobody scores a skill and judges on its floor' USING ERRCODE = 'restrict_violation';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER floor_apart BEFORE INSERT OR UPDATE ON role_grant FOR EACH ROW EXECUTE FUNCTION floor_stands_apart();
CREATE TRIGGER floor_apart BEFORE INSERT OR UPDATE ON judge_seat FOR EACH ROW EXECUTE FUNCTION floor_stands_apart();
