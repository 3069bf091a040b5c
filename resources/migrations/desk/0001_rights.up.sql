-- SPDX-License-Identifier: GPL-3.0-or-later
-- Who may what on PostgreSQL. {db} is the database's name. Desks read, and decide by the functions of
-- this schema; daemons (the worker) carry out. Nothing is given to PUBLIC, and a table that a later
-- migration makes or makes anew is nobody's, and without the triggers of this schema, until a
-- migration of this schema says whose.
--
-- Row-level security is not used: a desk shows every order, ticket and refund to each of its people,
-- so there is no row that one may see and another may not; what is secret is a column, and is left
-- out by a view; and writing is by functions alone, which know who asks.

-- First what only a superuser may do: migrations run under a superuser's login that took the owner's
-- place. What PostgreSQL gives everybody is taken away where a desk does not need it.
RESET ROLE;

-- The owner stays the only one who hands out the groups, also on servers after 15, where CREATEROLE
-- alone no longer does; and who may see and end the sessions of a login that he takes away.
GRANT "{db}_agent", "{db}_ops", "{db}_supervisor", "{db}_administrator", "{db}_worker"
    TO "{db}_owner" WITH ADMIN OPTION;
GRANT pg_signal_backend, pg_read_all_stats TO "{db}_owner";

REVOKE ALL ON DATABASE "{db}" FROM PUBLIC;
GRANT CONNECT ON DATABASE "{db}" TO "{db}_agent", "{db}_ops", "{db}_supervisor", "{db}_administrator", "{db}_worker";
REVOKE ALL ON SCHEMA public FROM PUBLIC;

-- No code of one's own: no DO, no function. Calling what is there needs no right on its language.
REVOKE ALL ON LANGUAGE plpgsql FROM PUBLIC;
REVOKE ALL ON LANGUAGE sql FROM PUBLIC;
GRANT USAGE ON LANGUAGE plpgsql TO "{db}_owner";
GRANT USAGE ON LANGUAGE sql TO "{db}_owner";

-- Large objects belong to no schema and know no quota; advisory locks are the engine's.
DO $$
DECLARE
    fn pg_catalog.regprocedure;
BEGIN
    FOR fn IN
        SELECT p.oid::pg_catalog.regprocedure
        FROM pg_catalog.pg_proc p
        WHERE p.pronamespace = 'pg_catalog'::pg_catalog.regnamespace
          AND (p.proname IN ('lo_creat', 'lo_create', 'lo_from_bytea', 'lo_put', 'lo_open', 'lo_truncate',
                             'lo_truncate64', 'lo_import', 'lo_export', 'lowrite')
               OR p.proname ~ '^pg_(try_)?advisory_')
    LOOP
        EXECUTE pg_catalog.format('REVOKE EXECUTE ON FUNCTION %s FROM PUBLIC', fn);
        IF fn::text ~ 'advisory_' THEN
            EXECUTE pg_catalog.format('GRANT EXECUTE ON FUNCTION %s TO "{db}_worker", "{db}_owner"', fn);
        END IF;
    END LOOP;
END
$$;

SET ROLE "{db}_owner";

REVOKE ALL ON SCHEMA ledger, telemetry, desk FROM PUBLIC;
REVOKE ALL ON ALL TABLES IN SCHEMA ledger, telemetry, desk FROM PUBLIC;
REVOKE ALL ON ALL SEQUENCES IN SCHEMA ledger, telemetry, desk FROM PUBLIC;
REVOKE ALL ON ALL ROUTINES IN SCHEMA ledger, telemetry, desk FROM PUBLIC;
ALTER DEFAULT PRIVILEGES REVOKE EXECUTE ON ROUTINES FROM PUBLIC;
ALTER DEFAULT PRIVILEGES REVOKE USAGE ON TYPES FROM PUBLIC;

GRANT USAGE ON SCHEMA ledger, telemetry, desk TO "{db}_agent", "{db}_ops", "{db}_supervisor", "{db}_administrator";
GRANT USAGE ON SCHEMA ledger, telemetry, desk TO "{db}_worker";

-- Desks: everything but three tables, of which they see what is no secret.
GRANT SELECT ON ALL TABLES IN SCHEMA ledger, telemetry
    TO "{db}_agent", "{db}_ops", "{db}_supervisor", "{db}_administrator";
REVOKE ALL ON ledger.charge_point, ledger.gateway_account, ledger.access_token, ledger.decision
    FROM "{db}_agent", "{db}_ops", "{db}_supervisor", "{db}_administrator";

-- A desk's search_path is "desk, ledger": it finds these under the names of the tables.
CREATE VIEW desk.charge_point WITH (security_barrier = true) AS
    SELECT charge_point_id, station_id, connectors, max_power_w, tariff_id, ''::bytea AS password_salt,
           ''::bytea AS password_hash, vendor, model, firmware, serial_number, last_boot_at
    FROM ledger.charge_point;
CREATE VIEW desk.gateway_account WITH (security_barrier = true) AS
    SELECT gateway, base_url, settings_json, '{}'::text AS secrets_json, changed_at
    FROM ledger.gateway_account;
CREATE VIEW desk.access_token WITH (security_barrier = true) AS
    SELECT ''::bytea AS sha256, order_no, desk, issued_at, expires_at
    FROM ledger.access_token;

-- Everybody sees what waits; what exactly was handed in, only who did it. No row is left out, so
-- there is nothing that a barrier would have to hold back.
CREATE VIEW desk.decision AS
    SELECT id, login, verb, subject, CASE WHEN login = session_user::text THEN arguments ELSE '' END AS arguments,
           submitted_at, attempts, lease_owner, lease_until, done_at, refusal_code, refusal_detail, outcome
    FROM ledger.decision;
GRANT SELECT ON desk.charge_point, desk.gateway_account, desk.access_token, desk.decision
    TO "{db}_agent", "{db}_ops", "{db}_supervisor", "{db}_administrator";

-- The worker: what the engine writes, and no more. No row of a ledger is deleted; readings are
-- replaced as a set, of which the chained order_reading_set tells.
GRANT SELECT, INSERT ON ALL TABLES IN SCHEMA ledger, telemetry TO "{db}_worker";
REVOKE INSERT ON ledger.operator, ledger.network, ledger.decision, ledger.chain_end, ledger.approval_rule,
    ledger.approval_setting, ledger.presence, ledger.money_lease, telemetry.telemetry_store FROM "{db}_worker";
GRANT USAGE ON ALL SEQUENCES IN SCHEMA ledger, telemetry TO "{db}_worker";
GRANT UPDATE ON ledger.station, ledger.charge_point, ledger.account, ledger.number_series, ledger.charging_order,
    ledger.cs_ticket, ledger.payment_refund, ledger.outbox, ledger.orders, ledger.order_item_unit, ledger.shipment,
    ledger.carrier_claim, ledger.claim_evidence, ledger.gateway_account, ledger.discrepancy, ledger.reconciliation,
    ledger.daemon, ledger.chain_end, ledger.refund_batch, ledger.refund_batch_row TO "{db}_worker";
GRANT UPDATE (attempts, lease_owner, lease_until, done_at, refusal_code, refusal_detail, outcome)
    ON ledger.decision TO "{db}_worker";
GRANT DELETE ON ledger.order_reading TO "{db}_worker";
GRANT UPDATE ON telemetry.session_progress TO "{db}_worker";
GRANT DELETE ON telemetry.sample_journal TO "{db}_worker";

-- The migrator's own tables are nobody's.
DO $$
DECLARE
    schema_name text;
BEGIN
    FOREACH schema_name IN ARRAY ARRAY['ledger', 'telemetry', 'desk'] LOOP
        IF pg_catalog.to_regclass(schema_name || '.schema_migration') IS NOT NULL THEN
            EXECUTE pg_catalog.format('REVOKE ALL ON %I.schema_migration FROM "{db}_worker"', schema_name);
            EXECUTE pg_catalog.format('GRANT SELECT ON %I.schema_migration TO "{db}_agent", "{db}_ops", '
                                      '"{db}_supervisor", "{db}_administrator", "{db}_worker"', schema_name);
        END IF;
    END LOOP;
END
$$;

-- What a role may hand in by submit_decision: models/workflow/operator_rights.cpp as rows. With
-- needs_limit only who may approve something. What approves, and what changes people, has functions
-- of its own and stands not here.
CREATE TABLE desk.role_verb (
    role TEXT NOT NULL CHECK (role IN ('agent', 'ops', 'supervisor', 'administrator')),
    verb TEXT NOT NULL,
    needs_limit BOOLEAN NOT NULL,
    PRIMARY KEY (role, verb)
);
INSERT INTO desk.role_verb (role, verb, needs_limit)
    SELECT r.role, v.verb, v.needs_limit
    FROM (VALUES ('agent'), ('ops'), ('supervisor'), ('administrator')) AS r (role)
    JOIN (VALUES
        ('everybody', 'charging.stop', false),
        ('everybody', 'connector.unlock', false),
        ('everybody', 'charge_point.reset', false),
        ('everybody', 'ticket.open', false),
        ('everybody', 'refund.send_back', true),
        ('everybody', 'claim.send_back', true),
        ('everybody', 'batch.send_back', true),
        ('tickets', 'settlement.confirm', false),
        ('tickets', 'ticket.take', false),
        ('tickets', 'ticket.assign', false),
        ('tickets', 'ticket.reject', false),
        ('tickets', 'ticket.reply', false),
        ('tickets', 'ticket.note', false),
        ('tickets', 'ticket.reopen', false),
        ('tickets', 'refund.request', false),
        ('tickets', 'refund.request_goods', false),
        ('tickets', 'refund.decide_exception', false),
        ('tickets', 'refund.retry', false),
        ('tickets', 'refund.by_hand', false),
        ('tickets', 'shipment.advance', false),
        ('tickets', 'claim.open', false),
        ('tickets', 'claim.add_evidence', false),
        ('tickets', 'claim.evidence_sent', false),
        ('tickets', 'claim.decide', false),
        ('tickets', 'batch.request', false),
        ('reconcile', 'discrepancy.resolve', false),
        ('reconcile', 'reconcile', false)
    ) AS v (who, verb, needs_limit)
    ON v.who = 'everybody'
    OR (v.who = 'tickets' AND r.role <> 'ops')
    OR (v.who = 'reconcile' AND r.role IN ('supervisor', 'administrator'));

-- What an approver said, under the name that he logged in with. Another amount is another question.
CREATE TABLE desk.vote (
    verb TEXT NOT NULL CHECK (verb IN ('refund.approve', 'claim.approve', 'batch.approve')),
    subject TEXT NOT NULL CHECK (subject <> ''),
    login TEXT NOT NULL CHECK (login <> ''),
    amount_minor BIGINT NOT NULL CHECK (amount_minor > 0),
    at BIGINT NOT NULL,
    PRIMARY KEY (verb, subject, login, amount_minor)
);

-- Which decision of a person stands behind an approval that he gave alone: each for one refund, one
-- claim or one batch.
CREATE TABLE desk.granted_alone (
    verb TEXT NOT NULL,
    subject TEXT NOT NULL,
    decision_id BYTEA NOT NULL UNIQUE,
    login TEXT NOT NULL,
    at BIGINT NOT NULL,
    PRIMARY KEY (verb, subject)
);

-- Who was given which group, and who lost it.
CREATE TABLE desk.membership_log (
    n BIGINT GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    at BIGINT NOT NULL,
    changed_by TEXT NOT NULL,
    login TEXT NOT NULL,
    change TEXT NOT NULL,
    detail TEXT NOT NULL
);

CREATE FUNCTION desk.append_only() RETURNS trigger LANGUAGE plpgsql SET search_path = pg_catalog, pg_temp AS $$
BEGIN
    RAISE EXCEPTION USING ERRCODE = 'AC000', MESSAGE = format('%s is only ever added to', TG_TABLE_NAME);
END
$$;
CREATE TRIGGER vote_no_change BEFORE UPDATE OR DELETE ON desk.vote
    FOR EACH ROW EXECUTE FUNCTION desk.append_only();
CREATE TRIGGER vote_no_truncate BEFORE TRUNCATE ON desk.vote
    FOR EACH STATEMENT EXECUTE FUNCTION desk.append_only();
CREATE TRIGGER granted_alone_no_change BEFORE UPDATE OR DELETE ON desk.granted_alone
    FOR EACH ROW EXECUTE FUNCTION desk.append_only();
CREATE TRIGGER granted_alone_no_truncate BEFORE TRUNCATE ON desk.granted_alone
    FOR EACH STATEMENT EXECUTE FUNCTION desk.append_only();
CREATE TRIGGER membership_log_no_change BEFORE UPDATE OR DELETE ON desk.membership_log
    FOR EACH ROW EXECUTE FUNCTION desk.append_only();
CREATE TRIGGER membership_log_no_truncate BEFORE TRUNCATE ON desk.membership_log
    FOR EACH STATEMENT EXECUTE FUNCTION desk.append_only();
GRANT SELECT ON desk.role_verb, desk.vote, desk.membership_log
    TO "{db}_agent", "{db}_ops", "{db}_supervisor", "{db}_administrator";
