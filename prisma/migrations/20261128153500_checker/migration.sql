-- Who entered any mark of a skill does not sign that its result was checked: four eyes for the whole result as for a sheet.
CREATE FUNCTION checker_entered_nothing() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NEW.kind = 'checked' AND EXISTS (SELECT 1 FROM mark_revision WHERE skill_id = NEW.skill_id AND entered_by = NEW.account_id) THEN
    RAISE EXCEPTION 'who entered a mark of this skill cannot sign it as checked' USING ERRCODE = 'restrict_violation';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER four_eyes BEFORE INSERT OR UPDATE ON sign_off FOR EACH ROW EXECUTE FUNCTION checker_entered_nothing();
