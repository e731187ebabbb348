-- AlterTable
ALTER TABLE "judge_seat" ADD COLUMN     "reserve" BOOLEAN NOT NULL DEFAULT false;

-- CreateTable
CREATE TABLE "conflict_declaration" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "place" SERIAL NOT NULL,
    "skill_id" UUID NOT NULL,
    "contestant_id" UUID NOT NULL,
    "seat" INTEGER NOT NULL,
    "account_id" UUID NOT NULL,
    "kind" TEXT NOT NULL,
    "reason" TEXT NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "conflict_declaration_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "seat_substitution" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "place" SERIAL NOT NULL,
    "skill_id" UUID NOT NULL,
    "contestant_id" UUID NOT NULL,
    "seat" INTEGER NOT NULL,
    "account_id" UUID NOT NULL,
    "declaration_id" UUID NOT NULL,
    "called_by" UUID NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "seat_substitution_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "conflict_declaration_skill_id_idx" ON "conflict_declaration"("skill_id");

-- CreateIndex
CREATE UNIQUE INDEX "conflict_declaration_contestant_id_account_id_key" ON "conflict_declaration"("contestant_id", "account_id");

-- CreateIndex
CREATE INDEX "seat_substitution_skill_id_idx" ON "seat_substitution"("skill_id");

-- CreateIndex
CREATE UNIQUE INDEX "seat_substitution_contestant_id_account_id_key" ON "seat_substitution"("contestant_id", "account_id");

-- AddForeignKey
ALTER TABLE "seat_substitution" ADD CONSTRAINT "seat_substitution_declaration_id_fkey" FOREIGN KEY ("declaration_id") REFERENCES "conflict_declaration"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- A declared conflict and who was called for it stay as they were; the reserve is another than whoever declared one.
ALTER TABLE conflict_declaration
  ADD CONSTRAINT conflict_kind CHECK (kind IN ('kin', 'teacher', 'unit', 'interest', 'other')),
  ADD CONSTRAINT conflict_reasoned CHECK (btrim(reason) <> '');
REVOKE UPDATE, DELETE, TRUNCATE ON conflict_declaration, seat_substitution FROM biansai_app;
CREATE TRIGGER append_only BEFORE UPDATE OR DELETE ON conflict_declaration FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER append_only_truncate BEFORE TRUNCATE ON conflict_declaration FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
CREATE TRIGGER append_only BEFORE UPDATE OR DELETE ON seat_substitution FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER append_only_truncate BEFORE TRUNCATE ON seat_substitution FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
CREATE FUNCTION reserve_has_no_conflict() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  -- A reserve may declare a conflict after being called: a restored backup says so in the times.
  IF EXISTS (SELECT 1 FROM conflict_declaration d WHERE d.contestant_id = NEW.contestant_id AND d.account_id = NEW.account_id
             AND d.at <= NEW.at AND (d.seat <> NEW.seat OR d.id = NEW.declaration_id OR d.at < NEW.at)) THEN
    RAISE EXCEPTION 'who declared a conflict cannot be the reserve' USING ERRCODE = 'restrict_violation';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER reserve_is_another BEFORE INSERT ON seat_substitution FOR EACH ROW EXECUTE FUNCTION reserve_has_no_conflict();
