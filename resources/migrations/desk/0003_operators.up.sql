-- SPDX-License-Identifier: GPL-3.0-or-later
-- People, their limits and their logins. Only an administrator, only by these functions, never about
-- himself; who got or lost a group is in desk.membership_log. The operator's row changes at once; the
-- decision that the function leaves is carried out by a daemon, which writes the audit row.

-- What PostgreSQL keeps of a password (models/store/postgres/scram_verifier.h): the password itself
-- never comes here.
CREATE FUNCTION desk.check_verifier(p_verifier text) RETURNS void
    LANGUAGE plpgsql IMMUTABLE SET search_path = pg_catalog, pg_temp AS $$
BEGIN
    IF p_verifier IS NULL OR p_verifier !~ ('^SCRAM-SHA-256\$[1-9][0-9]{3,6}:[A-Za-z0-9+/]{20,88}={0,2}'
                                            '\$[A-Za-z0-9+/]{43}=:[A-Za-z0-9+/]{43}=$') THEN
        PERFORM desk.refuse('input.invalid', 'a password is handed in as its SCRAM verifier');
    END IF;
END
$$;

-- A login for a person, in the group of his role; for `store init` and add_operator.
CREATE FUNCTION desk.make_login(p_name text, p_role text, p_verifier text) RETURNS void
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, ledger, pg_temp AS $$
BEGIN
    IF p_name IS NULL OR octet_length(p_name) NOT BETWEEN 1 AND 63 OR p_name !~ '^[!-~]+$' OR p_name ~ '["''\\/]' THEN
        PERFORM desk.refuse('id.invalid', 'a login has 1 to 63 printable characters');
    ELSIF p_role IS NULL OR p_role NOT IN ('agent', 'ops', 'supervisor', 'administrator', 'worker') THEN
        PERFORM desk.refuse('input.invalid', 'no such role: ' || coalesce(left(p_role, 32), ''));
    ELSIF lower(p_name) IN ('public', 'none', 'current_user', 'current_role', 'session_user', 'user')
          OR lower(p_name) LIKE 'pg\_%' OR lower(p_name) LIKE lower('{db}\_%')
          OR EXISTS (SELECT 1 FROM pg_roles r WHERE lower(r.rolname) = lower(p_name)) THEN
        PERFORM desk.refuse('operator.exists', p_name);
    END IF;
    PERFORM desk.check_verifier(p_verifier);
    EXECUTE format('CREATE ROLE %I LOGIN NOSUPERUSER NOCREATEDB NOCREATEROLE NOREPLICATION NOBYPASSRLS INHERIT '
                   'PASSWORD %L', p_name, p_verifier);
    EXECUTE format('GRANT %I TO %I', '{db}_' || p_role, p_name);
    INSERT INTO desk.membership_log (at, changed_by, login, change, detail)
        VALUES (desk.now_ms(), session_user::text, p_name, 'GRANT', '{db}_' || p_role);
END
$$;

-- The administrator who asks; the table is his until his transaction ends, so that of two
-- administrators who disable each other one stays.
CREATE FUNCTION desk.administrator(p_about text) RETURNS ledger.operator
    LANGUAGE plpgsql SET search_path = pg_catalog, ledger, pg_temp AS $$
DECLARE
    person ledger.operator;
BEGIN
    LOCK TABLE ledger.operator IN SHARE ROW EXCLUSIVE MODE;
    person := desk.caller();
    IF person.role <> 'administrator' THEN
        PERFORM desk.refuse('operator.not_permitted', person.name || ' is ' || person.role);
    ELSIF lower(p_about) = lower(person.name) THEN
        PERFORM desk.refuse('operator.not_permitted', 'one''s own rights');
    END IF;
    RETURN person;
END
$$;

-- A limit as models/workflow/decision.h writes it.
CREATE FUNCTION desk.limit_text(p_limit_minor bigint) RETURNS text
    LANGUAGE plpgsql STABLE SET search_path = pg_catalog, ledger, pg_temp AS $$
BEGIN
    IF p_limit_minor < 0 THEN
        PERFORM desk.refuse('input.invalid', 'negative limit');
    END IF;
    RETURN coalesce((SELECT format('{"minor":%s,"currency":%s}', p_limit_minor, to_json(n.currency))
                     FROM ledger.network n WHERE p_limit_minor IS NOT NULL), 'null');
END
$$;

CREATE FUNCTION desk.add_operator(p_id bytea, p_name text, p_display_name text, p_role text, p_limit_minor bigint,
                                  p_verifier text)
    RETURNS text
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, ledger, pg_temp SET lock_timeout = '5s' AS $$
DECLARE
    person ledger.operator := desk.administrator(p_name);
    content text := format('{"name":%s,"display_name":%s,"role":%s,"approval_limit":%s}', to_json(p_name),
                           to_json(p_display_name), to_json(p_role), desk.limit_text(p_limit_minor));
    before text := desk.handed_in(p_id, 'operator.add', p_name, content);
BEGIN
    IF before IS NOT NULL THEN
        RETURN before;
    ELSIF p_display_name IS NULL OR octet_length(p_display_name) > 256 THEN
        PERFORM desk.refuse('input.invalid', 'a display name has at most 256 bytes');
    ELSIF EXISTS (SELECT 1 FROM ledger.operator o WHERE lower(o.name) = lower(p_name)) THEN
        PERFORM desk.refuse('operator.exists', p_name);
    ELSIF p_role = 'worker' AND p_limit_minor IS NOT NULL THEN
        PERFORM desk.refuse('input.invalid', 'a worker approves nothing');
    END IF;
    PERFORM desk.make_login(p_name, p_role, p_verifier);
    INSERT INTO ledger.operator (name, display_name, role, limit_minor, currency, disabled, created_at, version)
        SELECT p_name, p_display_name, p_role, p_limit_minor, n.currency, 0, desk.now_ms(), 1 FROM ledger.network n;
    RETURN desk.put_decision(p_id, 'operator.add', p_name, content);
END
$$;

CREATE FUNCTION desk.set_operator_limit(p_id bytea, p_name text, p_limit_minor bigint) RETURNS text
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, ledger, pg_temp SET lock_timeout = '5s' AS $$
DECLARE
    person ledger.operator := desk.administrator(p_name);
    content text := format('{"name":%s,"limit":%s}', to_json(p_name), desk.limit_text(p_limit_minor));
    before text := desk.handed_in(p_id, 'operator.set_limit', p_name, content);
    changed bigint;
BEGIN
    IF before IS NOT NULL THEN
        RETURN before;
    END IF;
    UPDATE ledger.operator o SET limit_minor = p_limit_minor, version = o.version + 1
        WHERE o.name = p_name AND (o.role <> 'worker' OR p_limit_minor IS NULL);
    GET DIAGNOSTICS changed = ROW_COUNT;
    IF changed = 0 THEN
        PERFORM desk.refuse('operator.not_found', p_name);
    END IF;
    RETURN desk.put_decision(p_id, 'operator.set_limit', p_name, content);
END
$$;

-- From the moment that this is committed he can neither log in nor decide; sessions that stand are
-- ended.
CREATE FUNCTION desk.disable_operator(p_id bytea, p_name text) RETURNS text
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, ledger, pg_temp SET lock_timeout = '5s' AS $$
DECLARE
    person ledger.operator := desk.administrator(p_name);
    leaving ledger.operator;
    content text := format('{"name":%s}', to_json(p_name));
    before text := desk.handed_in(p_id, 'operator.disable', p_name, content);
BEGIN
    IF before IS NOT NULL THEN
        RETURN before;
    END IF;
    SELECT o.* INTO leaving FROM ledger.operator o WHERE o.name = p_name;
    IF leaving.name IS NULL THEN
        PERFORM desk.refuse('operator.not_found', p_name);
    END IF;
    UPDATE ledger.operator o SET disabled = 1, version = o.version + 1 WHERE o.name = p_name;
    PERFORM desk.take_login(leaving.name, leaving.role);
    RETURN desk.put_decision(p_id, 'operator.disable', p_name, content);
END
$$;

CREATE FUNCTION desk.take_login(p_name text, p_role text) RETURNS void
    LANGUAGE plpgsql SET search_path = pg_catalog, ledger, pg_temp AS $$
BEGIN
    PERFORM desk.check_login(p_name);
    EXECUTE format('ALTER ROLE %I NOLOGIN', p_name);
    EXECUTE format('REVOKE %I FROM %I', '{db}_' || p_role, p_name);
    INSERT INTO desk.membership_log (at, changed_by, login, change, detail)
        VALUES (desk.now_ms(), session_user::text, p_name, 'REVOKE', '{db}_' || p_role);
    PERFORM pg_terminate_backend(a.pid) FROM pg_stat_activity a WHERE a.usename = p_name AND a.pid <> pg_backend_pid();
EXCEPTION WHEN insufficient_privilege THEN
    -- Without pg_signal_backend (init.sql), or a login that somebody made a superuser.
    PERFORM desk.refuse('operator.not_permitted', 'the login ' || p_name || ' is not this store''s to take');
END
$$;

-- A login that got more rights than its group's is not touched from here.
CREATE FUNCTION desk.check_login(p_name text) RETURNS void
    LANGUAGE plpgsql STABLE SET search_path = pg_catalog, ledger, pg_temp AS $$
BEGIN
    IF NOT EXISTS (SELECT 1 FROM pg_roles r WHERE r.rolname = p_name
                   AND NOT (r.rolsuper OR r.rolcreaterole OR r.rolcreatedb OR r.rolreplication OR r.rolbypassrls))
       OR NOT EXISTS (SELECT 1 FROM desk.membership_log m WHERE m.login = p_name AND m.change = 'GRANT') THEN
        PERFORM desk.refuse('operator.not_permitted', 'the login ' || p_name || ' is not this store''s');
    END IF;
END
$$;

CREATE FUNCTION desk.set_operator_password(p_name text, p_verifier text) RETURNS void
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, ledger, pg_temp SET lock_timeout = '5s' AS $$
DECLARE
    person ledger.operator := desk.administrator(p_name);
BEGIN
    IF NOT EXISTS (SELECT 1 FROM ledger.operator o WHERE o.name = p_name AND o.disabled = 0) THEN
        PERFORM desk.refuse('operator.not_found', p_name);
    END IF;
    PERFORM desk.check_login(p_name);
    PERFORM desk.check_verifier(p_verifier);
    EXECUTE format('ALTER ROLE %I PASSWORD %L', p_name, p_verifier);
    INSERT INTO desk.membership_log (at, changed_by, login, change, detail)
        VALUES (desk.now_ms(), session_user::text, p_name, 'PASSWORD', '');
END
$$;

GRANT EXECUTE ON FUNCTION desk.add_operator(bytea, text, text, text, bigint, text),
    desk.set_operator_limit(bytea, text, bigint), desk.disable_operator(bytea, text),
    desk.set_operator_password(text, text) TO "{db}_administrator";
