-- CreateSchema
CREATE SCHEMA IF NOT EXISTS "public";

-- CreateTable
CREATE TABLE "installation" (
    "id" INTEGER NOT NULL DEFAULT 1,
    "mode" TEXT NOT NULL,
    "setup_token_hash" TEXT,
    "clock_offset_ms" BIGINT NOT NULL DEFAULT 0,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "installation_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "account" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "login" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "password_hash" TEXT,
    "must_change" BOOLEAN NOT NULL DEFAULT false,
    "person_id" UUID,
    "disabled_at" TIMESTAMPTZ(3),
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "account_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "session" (
    "token_hash" TEXT NOT NULL,
    "account_id" UUID NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "expires_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "session_pkey" PRIMARY KEY ("token_hash")
);

-- CreateTable
CREATE TABLE "role_grant" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "account_id" UUID NOT NULL,
    "role" TEXT NOT NULL,
    "competition_id" UUID,
    "skill_id" UUID,
    "county" TEXT,
    "delegation_id" UUID,
    "unit" TEXT,
    "granted_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "revoked_at" TIMESTAMPTZ(3),

    CONSTRAINT "role_grant_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "invitation" (
    "token_hash" TEXT NOT NULL,
    "person_id" UUID NOT NULL,
    "created_by" UUID NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "expires_at" TIMESTAMPTZ(3) NOT NULL,
    "used_at" TIMESTAMPTZ(3),

    CONSTRAINT "invitation_pkey" PRIMARY KEY ("token_hash")
);

-- CreateTable
CREATE TABLE "competition" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "name" TEXT NOT NULL,
    "tier" TEXT NOT NULL,
    "year" INTEGER NOT NULL,
    "county" TEXT,
    "host" TEXT NOT NULL,
    "state" TEXT NOT NULL DEFAULT 'draft',
    "starts_on" DATE NOT NULL,
    "ends_on" DATE NOT NULL,
    "notice_working_days" INTEGER NOT NULL DEFAULT 5,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "competition_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "delegation" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "competition_id" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "division" TEXT,

    CONSTRAINT "delegation_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "skill" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "competition_id" UUID NOT NULL,
    "number" INTEGER NOT NULL,
    "name" TEXT NOT NULL,
    "occupation" TEXT,
    "category" TEXT NOT NULL,
    "venue" TEXT NOT NULL DEFAULT '',
    "groups" TEXT[] DEFAULT ARRAY[]::TEXT[],
    "stage" TEXT NOT NULL DEFAULT 'set-up',
    "rules" JSONB NOT NULL,
    "scheme_id" UUID,
    "open_board" BOOLEAN NOT NULL DEFAULT false,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "skill_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "scheme_version" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "skill_id" UUID NOT NULL,
    "version" INTEGER NOT NULL,
    "content" JSONB NOT NULL,
    "hash" TEXT,
    "locked_at" TIMESTAMPTZ(3),
    "locked_by" UUID,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "scheme_version_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "person" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "name" TEXT NOT NULL,
    "name_key" TEXT NOT NULL,
    "id_sealed" BYTEA,
    "id_index" BYTEA,
    "id_masked" TEXT,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "person_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "registration" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "skill_id" UUID NOT NULL,
    "delegation_id" UUID NOT NULL,
    "person_id" UUID NOT NULL,
    "group" TEXT,
    "identity" TEXT NOT NULL,
    "unit" TEXT NOT NULL,
    "state" TEXT NOT NULL DEFAULT 'submitted',
    "reason" TEXT,
    "number" TEXT,
    "submitted_by" UUID NOT NULL,
    "submitted_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "decided_by" UUID,
    "decided_at" TIMESTAMPTZ(3),

    CONSTRAINT "registration_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "draw" (
    "skill_id" UUID NOT NULL,
    "seed_hash" TEXT NOT NULL,
    "entry_hash" TEXT NOT NULL,
    "sealed" BYTEA,
    "committed_by" UUID NOT NULL,
    "committed_at" TIMESTAMPTZ(3) NOT NULL,
    "drawn_by" UUID,
    "witnessed_by" UUID,
    "drawn_at" TIMESTAMPTZ(3),
    "opening_asked_by" UUID,
    "opened_by" UUID,
    "opened_at" TIMESTAMPTZ(3),
    "revealed" JSONB,

    CONSTRAINT "draw_pkey" PRIMARY KEY ("skill_id")
);

-- CreateTable
CREATE TABLE "contestant" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "skill_id" UUID NOT NULL,
    "code" TEXT NOT NULL,
    "status" TEXT NOT NULL DEFAULT 'present',
    "status_reason" TEXT,
    "registration_id" UUID,

    CONSTRAINT "contestant_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "judge_seat" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "skill_id" UUID NOT NULL,
    "number" INTEGER NOT NULL,
    "account_id" UUID NOT NULL,
    "ended_at" TIMESTAMPTZ(3),

    CONSTRAINT "judge_seat_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "mark_revision" (
    "request_id" UUID NOT NULL,
    "payload_hash" TEXT NOT NULL,
    "skill_id" UUID NOT NULL,
    "contestant_id" UUID NOT NULL,
    "aspect_id" TEXT NOT NULL,
    "seat" INTEGER NOT NULL,
    "round" INTEGER NOT NULL,
    "version" INTEGER NOT NULL,
    "value" DECIMAL(15,6),
    "entered_by" UUID NOT NULL,
    "entered_seat" INTEGER NOT NULL,
    "ledger_seq" INTEGER NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "mark_revision_pkey" PRIMARY KEY ("request_id")
);

-- CreateTable
CREATE TABLE "mark_cell" (
    "contestant_id" UUID NOT NULL,
    "aspect_id" TEXT NOT NULL,
    "seat" INTEGER NOT NULL,
    "round" INTEGER NOT NULL,
    "skill_id" UUID NOT NULL,
    "version" INTEGER NOT NULL,
    "value" DECIMAL(15,6),
    "entered_by" UUID NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "mark_cell_pkey" PRIMARY KEY ("contestant_id","aspect_id","seat","round")
);

-- CreateTable
CREATE TABLE "sheet_confirmation" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "skill_id" UUID NOT NULL,
    "contestant_id" UUID NOT NULL,
    "subcriterion_id" TEXT NOT NULL,
    "sheet_hash" TEXT NOT NULL,
    "confirmed_by" UUID NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "sheet_confirmation_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "subcriterion_lock" (
    "skill_id" UUID NOT NULL,
    "subcriterion_id" TEXT NOT NULL,
    "day" INTEGER NOT NULL,
    "locked_by" UUID NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "subcriterion_lock_pkey" PRIMARY KEY ("skill_id","subcriterion_id","day")
);

-- CreateTable
CREATE TABLE "sign_off" (
    "skill_id" UUID NOT NULL,
    "kind" TEXT NOT NULL,
    "account_id" UUID NOT NULL,
    "content_hash" TEXT NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "sign_off_pkey" PRIMARY KEY ("skill_id","kind")
);

-- CreateTable
CREATE TABLE "result_snapshot" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "skill_id" UUID NOT NULL,
    "kind" TEXT NOT NULL,
    "content" JSONB NOT NULL,
    "hash" TEXT NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "result_snapshot_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "notice" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "skill_id" UUID NOT NULL,
    "opened_at" TIMESTAMPTZ(3) NOT NULL,
    "opened_by" UUID NOT NULL,
    "first_day" DATE NOT NULL,
    "last_day" DATE NOT NULL,
    "closes_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "notice_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "award" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "skill_id" UUID NOT NULL,
    "registration_id" UUID NOT NULL,
    "person_id" UUID NOT NULL,
    "grade" TEXT NOT NULL,
    "rank" INTEGER NOT NULL,
    "state" TEXT NOT NULL DEFAULT 'provisional',
    "number" TEXT,
    "conferred_at" TIMESTAMPTZ(3),

    CONSTRAINT "award_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "external_award" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "person_id" UUID NOT NULL,
    "kind" TEXT NOT NULL,
    "competition" TEXT,
    "grade" TEXT,
    "honour" TEXT,
    "role" TEXT NOT NULL DEFAULT 'competitor',
    "edition" TEXT,
    "skill" TEXT,
    "team_size" INTEGER NOT NULL DEFAULT 1,
    "category" TEXT NOT NULL DEFAULT 'official',
    "won_on" DATE,
    "evidence" TEXT NOT NULL,
    "identity_matched" BOOLEAN NOT NULL DEFAULT false,
    "state" TEXT NOT NULL DEFAULT 'claimed',
    "entered_by" UUID NOT NULL,
    "entered_at" TIMESTAMPTZ(3) NOT NULL,
    "verified_by" UUID,
    "verified_at" TIMESTAMPTZ(3),
    "final_by" UUID,
    "final_at" TIMESTAMPTZ(3),
    "rejected_reason" TEXT,

    CONSTRAINT "external_award_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "decision" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "person_id" UUID NOT NULL,
    "code" TEXT NOT NULL,
    "outcome" TEXT NOT NULL,
    "number" TEXT,
    "grounds" JSONB NOT NULL,
    "flags" TEXT[],
    "pack_version" TEXT NOT NULL,
    "as_of" DATE NOT NULL,
    "inputs_hash" TEXT NOT NULL,
    "supersedes_id" UUID,
    "decided_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "decision_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "look_up" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "officer_id" UUID NOT NULL,
    "office" TEXT NOT NULL,
    "purpose" TEXT NOT NULL,
    "number" TEXT NOT NULL,
    "person_id" UUID,
    "at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "look_up_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "ledger_line" (
    "chain" TEXT NOT NULL,
    "seq" INTEGER NOT NULL,
    "deed" TEXT NOT NULL,
    "payload" JSONB NOT NULL,
    "actor_id" UUID,
    "actor" TEXT NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "previous" TEXT NOT NULL,
    "hash" TEXT NOT NULL,

    CONSTRAINT "ledger_line_pkey" PRIMARY KEY ("chain","seq")
);

-- CreateTable
CREATE TABLE "chain_head" (
    "chain" TEXT NOT NULL,
    "seq" INTEGER NOT NULL DEFAULT 0,
    "hash" TEXT NOT NULL,

    CONSTRAINT "chain_head_pkey" PRIMARY KEY ("chain")
);

-- CreateTable
CREATE TABLE "number_series" (
    "series" TEXT NOT NULL,
    "last" INTEGER NOT NULL,

    CONSTRAINT "number_series_pkey" PRIMARY KEY ("series")
);

-- CreateIndex
CREATE UNIQUE INDEX "account_login_key" ON "account"("login");

-- CreateIndex
CREATE UNIQUE INDEX "account_person_id_key" ON "account"("person_id");

-- CreateIndex
CREATE INDEX "session_account_id_idx" ON "session"("account_id");

-- CreateIndex
CREATE INDEX "role_grant_account_id_idx" ON "role_grant"("account_id");

-- CreateIndex
CREATE INDEX "invitation_person_id_idx" ON "invitation"("person_id");

-- CreateIndex
CREATE UNIQUE INDEX "delegation_competition_id_name_key" ON "delegation"("competition_id", "name");

-- CreateIndex
CREATE UNIQUE INDEX "skill_scheme_id_key" ON "skill"("scheme_id");

-- CreateIndex
CREATE UNIQUE INDEX "skill_competition_id_number_key" ON "skill"("competition_id", "number");

-- CreateIndex
CREATE UNIQUE INDEX "scheme_version_skill_id_version_key" ON "scheme_version"("skill_id", "version");

-- CreateIndex
CREATE UNIQUE INDEX "person_id_index_key" ON "person"("id_index");

-- CreateIndex
CREATE INDEX "registration_delegation_id_idx" ON "registration"("delegation_id");

-- CreateIndex
CREATE UNIQUE INDEX "registration_skill_id_person_id_key" ON "registration"("skill_id", "person_id");

-- CreateIndex
CREATE UNIQUE INDEX "registration_skill_id_number_key" ON "registration"("skill_id", "number");

-- CreateIndex
CREATE UNIQUE INDEX "contestant_registration_id_key" ON "contestant"("registration_id");

-- CreateIndex
CREATE UNIQUE INDEX "contestant_skill_id_code_key" ON "contestant"("skill_id", "code");

-- CreateIndex
CREATE UNIQUE INDEX "judge_seat_skill_id_number_key" ON "judge_seat"("skill_id", "number");

-- CreateIndex
CREATE UNIQUE INDEX "judge_seat_skill_id_account_id_key" ON "judge_seat"("skill_id", "account_id");

-- CreateIndex
CREATE INDEX "mark_revision_skill_id_idx" ON "mark_revision"("skill_id");

-- CreateIndex
CREATE UNIQUE INDEX "mark_revision_contestant_id_aspect_id_seat_round_version_key" ON "mark_revision"("contestant_id", "aspect_id", "seat", "round", "version");

-- CreateIndex
CREATE INDEX "mark_cell_skill_id_idx" ON "mark_cell"("skill_id");

-- CreateIndex
CREATE INDEX "sheet_confirmation_skill_id_idx" ON "sheet_confirmation"("skill_id");

-- CreateIndex
CREATE UNIQUE INDEX "sheet_confirmation_contestant_id_subcriterion_id_sheet_hash_key" ON "sheet_confirmation"("contestant_id", "subcriterion_id", "sheet_hash");

-- CreateIndex
CREATE UNIQUE INDEX "sign_off_skill_id_account_id_key" ON "sign_off"("skill_id", "account_id");

-- CreateIndex
CREATE UNIQUE INDEX "result_snapshot_skill_id_kind_key" ON "result_snapshot"("skill_id", "kind");

-- CreateIndex
CREATE UNIQUE INDEX "award_number_key" ON "award"("number");

-- CreateIndex
CREATE INDEX "award_person_id_idx" ON "award"("person_id");

-- CreateIndex
CREATE UNIQUE INDEX "award_skill_id_registration_id_key" ON "award"("skill_id", "registration_id");

-- CreateIndex
CREATE INDEX "external_award_person_id_idx" ON "external_award"("person_id");

-- CreateIndex
CREATE UNIQUE INDEX "decision_number_key" ON "decision"("number");

-- CreateIndex
CREATE UNIQUE INDEX "decision_supersedes_id_key" ON "decision"("supersedes_id");

-- CreateIndex
CREATE INDEX "decision_person_id_code_idx" ON "decision"("person_id", "code");

-- CreateIndex
CREATE INDEX "look_up_person_id_idx" ON "look_up"("person_id");

-- CreateIndex
CREATE INDEX "look_up_officer_id_at_idx" ON "look_up"("officer_id", "at");

-- AddForeignKey
ALTER TABLE "account" ADD CONSTRAINT "account_person_id_fkey" FOREIGN KEY ("person_id") REFERENCES "person"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "session" ADD CONSTRAINT "session_account_id_fkey" FOREIGN KEY ("account_id") REFERENCES "account"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "role_grant" ADD CONSTRAINT "role_grant_account_id_fkey" FOREIGN KEY ("account_id") REFERENCES "account"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "role_grant" ADD CONSTRAINT "role_grant_competition_id_fkey" FOREIGN KEY ("competition_id") REFERENCES "competition"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "role_grant" ADD CONSTRAINT "role_grant_skill_id_fkey" FOREIGN KEY ("skill_id") REFERENCES "skill"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "role_grant" ADD CONSTRAINT "role_grant_delegation_id_fkey" FOREIGN KEY ("delegation_id") REFERENCES "delegation"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "invitation" ADD CONSTRAINT "invitation_person_id_fkey" FOREIGN KEY ("person_id") REFERENCES "person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "delegation" ADD CONSTRAINT "delegation_competition_id_fkey" FOREIGN KEY ("competition_id") REFERENCES "competition"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "skill" ADD CONSTRAINT "skill_competition_id_fkey" FOREIGN KEY ("competition_id") REFERENCES "competition"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "scheme_version" ADD CONSTRAINT "scheme_version_skill_id_fkey" FOREIGN KEY ("skill_id") REFERENCES "skill"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "registration" ADD CONSTRAINT "registration_skill_id_fkey" FOREIGN KEY ("skill_id") REFERENCES "skill"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "registration" ADD CONSTRAINT "registration_delegation_id_fkey" FOREIGN KEY ("delegation_id") REFERENCES "delegation"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "registration" ADD CONSTRAINT "registration_person_id_fkey" FOREIGN KEY ("person_id") REFERENCES "person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "draw" ADD CONSTRAINT "draw_skill_id_fkey" FOREIGN KEY ("skill_id") REFERENCES "skill"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "contestant" ADD CONSTRAINT "contestant_skill_id_fkey" FOREIGN KEY ("skill_id") REFERENCES "skill"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "contestant" ADD CONSTRAINT "contestant_registration_id_fkey" FOREIGN KEY ("registration_id") REFERENCES "registration"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "judge_seat" ADD CONSTRAINT "judge_seat_skill_id_fkey" FOREIGN KEY ("skill_id") REFERENCES "skill"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "judge_seat" ADD CONSTRAINT "judge_seat_account_id_fkey" FOREIGN KEY ("account_id") REFERENCES "account"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "sign_off" ADD CONSTRAINT "sign_off_skill_id_fkey" FOREIGN KEY ("skill_id") REFERENCES "skill"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "result_snapshot" ADD CONSTRAINT "result_snapshot_skill_id_fkey" FOREIGN KEY ("skill_id") REFERENCES "skill"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "notice" ADD CONSTRAINT "notice_skill_id_fkey" FOREIGN KEY ("skill_id") REFERENCES "skill"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "award" ADD CONSTRAINT "award_skill_id_fkey" FOREIGN KEY ("skill_id") REFERENCES "skill"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "award" ADD CONSTRAINT "award_registration_id_fkey" FOREIGN KEY ("registration_id") REFERENCES "registration"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "award" ADD CONSTRAINT "award_person_id_fkey" FOREIGN KEY ("person_id") REFERENCES "person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "external_award" ADD CONSTRAINT "external_award_person_id_fkey" FOREIGN KEY ("person_id") REFERENCES "person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "decision" ADD CONSTRAINT "decision_person_id_fkey" FOREIGN KEY ("person_id") REFERENCES "person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "decision" ADD CONSTRAINT "decision_supersedes_id_fkey" FOREIGN KEY ("supersedes_id") REFERENCES "decision"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "look_up" ADD CONSTRAINT "look_up_person_id_fkey" FOREIGN KEY ("person_id") REFERENCES "person"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- ── by hand: the application's role, append-only tables, the mode ──────────

-- The application works as biansai_app (NOLOGIN, entered with SET ROLE by the owner); the owner migrates.
DO $$
BEGIN
  IF NOT EXISTS (SELECT FROM pg_roles WHERE rolname = 'biansai_app') THEN
    BEGIN
      CREATE ROLE biansai_app NOLOGIN;
    EXCEPTION WHEN duplicate_object OR unique_violation THEN NULL;
    END;
  END IF;
  IF NOT pg_has_role(current_user, 'biansai_app', 'SET') THEN
    EXECUTE format('GRANT biansai_app TO %I', current_user);
  END IF;
END $$;

GRANT USAGE ON SCHEMA public TO biansai_app;
GRANT SELECT, INSERT, UPDATE, DELETE ON ALL TABLES IN SCHEMA public TO biansai_app;
GRANT USAGE, SELECT ON ALL SEQUENCES IN SCHEMA public TO biansai_app;
ALTER DEFAULT PRIVILEGES IN SCHEMA public GRANT SELECT, INSERT, UPDATE, DELETE ON TABLES TO biansai_app;
ALTER DEFAULT PRIVILEGES IN SCHEMA public GRANT USAGE, SELECT ON SEQUENCES TO biansai_app;
REVOKE INSERT, UPDATE, DELETE ON _prisma_migrations FROM biansai_app;
REVOKE UPDATE, DELETE, TRUNCATE ON mark_revision, ledger_line, result_snapshot FROM biansai_app;
REVOKE DELETE, TRUNCATE ON installation FROM biansai_app;

-- Append-only, for the owner as well.
CREATE FUNCTION refuse_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION '% is append-only: % refused', TG_TABLE_NAME, TG_OP USING ERRCODE = 'restrict_violation';
END $$;

CREATE TRIGGER append_only BEFORE UPDATE OR DELETE ON mark_revision FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER append_only_truncate BEFORE TRUNCATE ON mark_revision FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
CREATE TRIGGER append_only BEFORE UPDATE OR DELETE ON ledger_line FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER append_only_truncate BEFORE TRUNCATE ON ledger_line FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
CREATE TRIGGER append_only BEFORE UPDATE OR DELETE ON result_snapshot FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER append_only_truncate BEFORE TRUNCATE ON result_snapshot FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();

-- One installation, one mode, for ever.
ALTER TABLE installation ADD CONSTRAINT installation_single CHECK (id = 1),
  ADD CONSTRAINT installation_mode CHECK (mode IN ('demonstration', 'live'));

CREATE FUNCTION keep_mode() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'UPDATE' AND NEW.id = OLD.id AND NEW.mode = OLD.mode THEN RETURN NEW; END IF;
  RAISE EXCEPTION 'the mode of this installation is fixed' USING ERRCODE = 'restrict_violation';
END $$;

CREATE TRIGGER keep_mode BEFORE UPDATE OR DELETE ON installation FOR EACH ROW EXECUTE FUNCTION keep_mode();
CREATE TRIGGER keep_mode_truncate BEFORE TRUNCATE ON installation FOR EACH STATEMENT EXECUTE FUNCTION keep_mode();

-- Four eyes, without an exception for administrators.
ALTER TABLE draw
  ADD CONSTRAINT draw_witness_is_another CHECK (witnessed_by IS NULL OR witnessed_by <> committed_by),
  ADD CONSTRAINT draw_opener_is_another CHECK (opened_by IS NULL OR (opening_asked_by IS NOT NULL AND opened_by <> opening_asked_by));
ALTER TABLE external_award
  ADD CONSTRAINT external_award_final_by_another CHECK (final_by IS NULL OR (verified_by IS NOT NULL AND final_by <> verified_by AND final_by <> entered_by)),
  ADD CONSTRAINT external_award_subject CHECK ((kind = 'competition') = (competition IS NOT NULL AND grade IS NOT NULL) AND (kind = 'honour') = (honour IS NOT NULL));

CREATE FUNCTION confirmer_entered_nothing() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF EXISTS (SELECT 1 FROM mark_cell WHERE contestant_id = NEW.contestant_id AND entered_by = NEW.confirmed_by
             AND aspect_id LIKE NEW.subcriterion_id || '.%') THEN
    RAISE EXCEPTION 'who entered a mark of this sheet cannot confirm it' USING ERRCODE = 'restrict_violation';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER four_eyes BEFORE INSERT OR UPDATE ON sheet_confirmation FOR EACH ROW EXECUTE FUNCTION confirmer_entered_nothing();

-- What the domain says, held by the database too.
ALTER TABLE competition ADD CONSTRAINT competition_dates CHECK (ends_on >= starts_on);
ALTER TABLE mark_revision ADD CONSTRAINT mark_revision_counted CHECK (version > 0 AND round > 0 AND seat >= 0 AND value >= 0);
ALTER TABLE mark_cell ADD CONSTRAINT mark_cell_counted CHECK (version > 0 AND round > 0 AND seat >= 0 AND value >= 0);
