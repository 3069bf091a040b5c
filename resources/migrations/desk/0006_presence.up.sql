-- SPDX-License-Identifier: GPL-3.0-or-later
-- What a desk says of itself: who looks at what, who prepares a decision about money, and the token for
-- the live feed. All of it runs out by itself, by the server's clock.

CREATE FUNCTION desk.note_presence(p_subject text, p_doing text, p_desk bytea) RETURNS bigint
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, ledger, pg_temp SET lock_timeout = '5s' AS $$
DECLARE
    person ledger.operator := desk.caller();
    now_at bigint := desk.now_ms();
BEGIN
    IF p_doing IS NULL OR p_doing NOT IN ('LOOKING', 'REPLYING', 'NOTING', 'DECIDING')
       OR p_subject IS NULL OR octet_length(p_subject) NOT BETWEEN 1 AND 64
       OR octet_length(p_desk) IS DISTINCT FROM 16 THEN
        PERFORM desk.refuse('input.invalid', 'presence');
    END IF;
    -- By the way; and one person cannot fill the table.
    DELETE FROM ledger.presence p WHERE p.until < now_at - 600000 OR (p.login = person.name AND p.until <= now_at);
    IF (SELECT count(*) FROM ledger.presence p WHERE p.login = person.name) >= 100 THEN
        PERFORM desk.refuse('command.rejected', person.name || ' is at 100 places');
    END IF;
    INSERT INTO ledger.presence (subject, login, desk, doing, until)
        VALUES (p_subject, person.name, p_desk, p_doing, now_at + 15000)
        ON CONFLICT (subject, login, desk) DO UPDATE SET doing = excluded.doing, until = excluded.until;
    RETURN now_at + 15000;
END
$$;

CREATE FUNCTION desk.leave_presence(p_subject text, p_desk bytea) RETURNS void
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, ledger, pg_temp SET lock_timeout = '5s' AS $$
BEGIN
    DELETE FROM ledger.presence p WHERE p.subject = p_subject AND p.login = session_user::text AND p.desk = p_desk;
END
$$;

-- Takes or renews; lease.held with "login time" while another desk has it (models/domain/presence.h).
CREATE FUNCTION desk.take_money_lease(p_subject text, p_desk bytea) RETURNS bigint
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, ledger, pg_temp SET lock_timeout = '5s' AS $$
DECLARE
    person ledger.operator := desk.caller();
    now_at bigint := desk.now_ms();
    held ledger.money_lease;
BEGIN
    IF p_subject IS NULL OR octet_length(p_subject) NOT BETWEEN 1 AND 64
       OR octet_length(p_desk) IS DISTINCT FROM 16 THEN
        PERFORM desk.refuse('input.invalid', 'lease');
    END IF;
    DELETE FROM ledger.money_lease m WHERE m.until < now_at - 600000;
    INSERT INTO ledger.money_lease AS m (subject, login, desk, until)
        VALUES (p_subject, person.name, p_desk, now_at + 60000)
        ON CONFLICT (subject) DO UPDATE SET login = excluded.login, desk = excluded.desk, until = excluded.until
        WHERE (m.login = excluded.login AND m.desk = excluded.desk) OR m.until <= now_at;
    IF NOT FOUND THEN
        SELECT m.* INTO held FROM ledger.money_lease m WHERE m.subject = p_subject;
        PERFORM desk.refuse('lease.held', coalesce(held.login, 'somebody') || ' '
            || to_char(to_timestamp(coalesce(held.until, now_at) / 1000.0) AT TIME ZONE 'UTC',
                       'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'));
    END IF;
    RETURN now_at + 60000;
END
$$;

CREATE FUNCTION desk.drop_money_lease(p_subject text, p_desk bytea) RETURNS void
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, ledger, pg_temp SET lock_timeout = '5s' AS $$
BEGIN
    DELETE FROM ledger.money_lease m
        WHERE m.subject = p_subject AND m.login = session_user::text AND m.desk = p_desk;
END
$$;

-- A fresh bearer token for the feeds of this store's daemons, for 12 hours; only its SHA-256 is
-- kept. Three random UUIDs hold 366 random bits of the server's strong generator.
CREATE FUNCTION desk.feed_token() RETURNS text
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, ledger, pg_temp SET lock_timeout = '5s' AS $$
DECLARE
    person ledger.operator := desk.caller();
    now_at bigint := desk.now_ms();
    token text := translate(encode(sha256(uuid_send(gen_random_uuid()) || uuid_send(gen_random_uuid())
                                          || uuid_send(gen_random_uuid())), 'base64'), '+/=', '-_');
BEGIN
    DELETE FROM ledger.access_token t
        WHERE t.order_no = '' AND t.desk = person.name AND t.expires_at IS NOT NULL AND t.expires_at < now_at;
    IF (SELECT count(*) FROM ledger.access_token t WHERE t.order_no = '' AND t.desk = person.name) >= 1000 THEN
        PERFORM desk.refuse('command.rejected', person.name || ' has 1000 tokens');
    END IF;
    INSERT INTO ledger.access_token (sha256, order_no, desk, issued_at, expires_at)
        VALUES (sha256(convert_to(token, 'UTF8')), '', person.name, now_at, now_at + 43200000);
    RETURN token;
END
$$;

-- A desk that decides and then does not end its transaction holds a row that the engine waits for. The
-- daemon ends such sessions: of people, that have written and are older than so many ms.
CREATE FUNCTION desk.end_long_writers(p_ms bigint) RETURNS integer
    LANGUAGE sql SECURITY DEFINER SET search_path = pg_catalog, ledger, pg_temp AS $$
    SELECT count(*)::integer
    FROM (SELECT pg_terminate_backend(a.pid) AS ended FROM pg_stat_activity a
          JOIN ledger.operator o ON o.name = a.usename::text
          WHERE a.datname = current_database() AND o.role <> 'worker' AND a.backend_xid IS NOT NULL
            AND a.xact_start < clock_timestamp() - make_interval(secs => greatest(p_ms, 1000) / 1000.0)) AS s
    WHERE s.ended
$$;

GRANT EXECUTE ON FUNCTION desk.note_presence(text, text, bytea), desk.leave_presence(text, bytea),
    desk.take_money_lease(text, bytea), desk.drop_money_lease(text, bytea), desk.feed_token()
    TO "{db}_agent", "{db}_ops", "{db}_supervisor", "{db}_administrator";
GRANT EXECUTE ON FUNCTION desk.end_long_writers(bigint) TO "{db}_worker";
