-- A chain's head moves with its lines and never goes: a chain whose head was taken away would begin anew at the genesis.
REVOKE DELETE, TRUNCATE ON chain_head FROM biansai_app;
CREATE TRIGGER heads_stay BEFORE DELETE ON chain_head FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER heads_stay_truncate BEFORE TRUNCATE ON chain_head FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
