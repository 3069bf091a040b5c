-- SPDX-License-Identifier: GPL-3.0-or-later
-- How a desk decides. Every function runs as the owner, over a search_path of its own in which temporary
-- names come last, and knows who asks from session_user alone: no setting that a client can make
-- changes it. A refusal has SQLSTATE AC001, and begins with the code of models/domain/error.h.

CREATE FUNCTION desk.refuse(code text, detail text) RETURNS void
    LANGUAGE plpgsql IMMUTABLE SET search_path = pg_catalog, pg_temp AS $$
BEGIN
    RAISE EXCEPTION USING ERRCODE = 'AC001', MESSAGE = code || ': ' || coalesce(detail, '');
END
$$;

CREATE FUNCTION desk.now_ms() RETURNS bigint
    LANGUAGE plpgsql VOLATILE SET search_path = pg_catalog, pg_temp AS $$
BEGIN
    RETURN floor(extract(epoch FROM clock_timestamp()) * 1000)::bigint;
END
$$;

-- Whoever may alter the tables is asked for nothing: init, migrations, an import by hand.
CREATE FUNCTION desk.is_owner() RETURNS boolean
    LANGUAGE plpgsql STABLE SET search_path = pg_catalog, pg_temp AS $$
BEGIN
    RETURN pg_has_role(session_user, '{db}_owner', 'MEMBER');
END
$$;

-- Over an older snapshot, which a client may ask for, somebody could still be what he was.
CREATE FUNCTION desk.check_isolation() RETURNS void
    LANGUAGE plpgsql STABLE SET search_path = pg_catalog, pg_temp AS $$
BEGIN
    IF current_setting('transaction_isolation') <> 'read committed' THEN
        PERFORM desk.refuse('state.not_allowed', 'decisions are made at READ COMMITTED');
    END IF;
END
$$;

-- The person logged in, who works at a desk and is not disabled.
CREATE FUNCTION desk.caller() RETURNS ledger.operator
    LANGUAGE plpgsql STABLE SET search_path = pg_catalog, ledger, pg_temp AS $$
DECLARE
    person ledger.operator;
BEGIN
    PERFORM desk.check_isolation();
    SELECT o.* INTO person FROM ledger.operator o WHERE o.name = session_user::text;
    IF person.name IS NULL THEN
        PERFORM desk.refuse('operator.not_found', session_user::text);
    ELSIF person.disabled <> 0 THEN
        PERFORM desk.refuse('operator.disabled', person.name);
    ELSIF person.role = 'worker' THEN
        PERFORM desk.refuse('operator.not_permitted', person.name || ' is worker');
    END IF;
    RETURN person;
END
$$;

-- He, if he may approve anything at all.
CREATE FUNCTION desk.approver() RETURNS ledger.operator
    LANGUAGE plpgsql STABLE SET search_path = pg_catalog, ledger, pg_temp AS $$
DECLARE
    person ledger.operator := desk.caller();
BEGIN
    IF person.limit_minor IS NULL THEN
        PERFORM desk.refuse('operator.not_permitted', person.name || ' approves nothing');
    END IF;
    RETURN person;
END
$$;

-- WAITING, DONE or REFUSED of a decision handed in before; NULL: none. Other content or another
-- person under the same id is store.conflict.
CREATE FUNCTION desk.handed_in(p_id bytea, p_verb text, p_subject text, p_arguments text) RETURNS text
    LANGUAGE plpgsql STABLE SET search_path = pg_catalog, ledger, pg_temp AS $$
DECLARE
    known ledger.decision;
BEGIN
    SELECT d.* INTO known FROM ledger.decision d WHERE d.id = p_id;
    IF known.id IS NULL THEN
        RETURN NULL;
    END IF;
    IF known.login <> session_user::text OR known.verb <> p_verb OR known.subject <> p_subject
       OR known.arguments <> p_arguments THEN
        PERFORM desk.refuse('store.conflict', 'another decision has this id');
    END IF;
    RETURN CASE WHEN known.done_at IS NULL THEN 'WAITING' WHEN known.refusal_code <> '' THEN 'REFUSED' ELSE 'DONE' END;
END
$$;

CREATE FUNCTION desk.put_decision(p_id bytea, p_verb text, p_subject text, p_arguments text) RETURNS text
    LANGUAGE plpgsql SET search_path = pg_catalog, ledger, pg_temp AS $$
DECLARE
    added bigint;
BEGIN
    IF octet_length(p_id) IS DISTINCT FROM 16 THEN
        PERFORM desk.refuse('id.invalid', 'a decision has 16 bytes');
    END IF;
    IF (SELECT count(*) FROM ledger.decision d WHERE d.done_at IS NULL AND d.login = session_user::text) >= 500 THEN
        PERFORM desk.refuse('command.rejected', '500 decisions of ' || session_user::text || ' wait already');
    END IF;
    INSERT INTO ledger.decision (id, login, verb, subject, arguments, submitted_at, attempts, lease_owner, lease_until,
                                 done_at, refusal_code, refusal_detail, outcome)
        VALUES (p_id, session_user::text, p_verb, p_subject, p_arguments, desk.now_ms(), 0, '', 0, NULL, '', '', '')
        ON CONFLICT (id) DO NOTHING;
    GET DIAGNOSTICS added = ROW_COUNT;
    IF added = 1 THEN
        RETURN 'WAITING';
    END IF;
    -- Handed in at the same moment by another connection: visible now.
    RETURN coalesce(desk.handed_in(p_id, p_verb, p_subject, p_arguments), 'WAITING');
END
$$;

-- Files come with some verbs only; models/workflow/decision.h has the same bounds, nearly.
CREATE FUNCTION desk.check_content(p_verb text, p_subject text, p_arguments text) RETURNS void
    LANGUAGE plpgsql IMMUTABLE SET search_path = pg_catalog, pg_temp AS $$
BEGIN
    IF p_subject IS NULL OR octet_length(p_subject) > 256 THEN
        PERFORM desk.refuse('input.invalid', 'a subject has at most 256 bytes');
    END IF;
    IF p_arguments IS NULL OR octet_length(p_arguments) > (
           CASE WHEN p_verb IN ('ticket.open', 'claim.open', 'claim.add_evidence') THEN 25165824 ELSE 1048576 END) THEN
        PERFORM desk.refuse('input.invalid', 'arguments have at most 24 MB, without files 1 MB');
    END IF;
    BEGIN
        IF jsonb_typeof(p_arguments::jsonb) = 'object' THEN
            RETURN;
        END IF;
    EXCEPTION WHEN data_exception OR program_limit_exceeded THEN
        NULL;
    END;
    PERFORM desk.refuse('input.invalid', 'arguments are a JSON object');
END
$$;

CREATE FUNCTION desk.submit_decision(p_id bytea, p_verb text, p_subject text, p_arguments text) RETURNS text
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, ledger, pg_temp SET lock_timeout = '5s' AS $$
DECLARE
    person ledger.operator := desk.caller();
    allowed desk.role_verb;
    before text;
BEGIN
    SELECT v.* INTO allowed FROM desk.role_verb v WHERE v.role = person.role AND v.verb = p_verb;
    IF allowed.verb IS NULL OR (allowed.needs_limit AND person.limit_minor IS NULL) THEN
        PERFORM desk.refuse('operator.not_permitted',
                            person.name || ' is ' || person.role || ': ' || coalesce(left(p_verb, 64), 'nothing'));
    END IF;
    PERFORM desk.check_content(p_verb, p_subject, p_arguments);
    before := desk.handed_in(p_id, p_verb, p_subject, p_arguments);
    RETURN coalesce(before, desk.put_decision(p_id, p_verb, p_subject, p_arguments));
END
$$;

-- What every approval asks; `p_kind` is the first word of its codes.
CREATE FUNCTION desk.check_request(person ledger.operator, p_kind text, p_verb text, p_subject text, p_approval text,
                                   p_requested_by text, p_asked bigint, p_given bigint)
    RETURNS void
    LANGUAGE plpgsql SET search_path = pg_catalog, ledger, pg_temp AS $$
BEGIN
    IF p_approval <> 'WAITING' THEN
        PERFORM desk.refuse(p_kind || '.already_decided', p_subject || ' is ' || p_approval);
    ELSIF p_requested_by = person.name THEN
        PERFORM desk.refuse(p_kind || '.own_request', p_subject);
    ELSIF p_given IS DISTINCT FROM p_asked THEN
        PERFORM desk.refuse(p_kind || '.changed', p_asked || ' requested, ' || coalesce(p_given::text, 'nothing')
                                                  || ' approved');
    ELSIF p_asked > person.limit_minor THEN
        PERFORM desk.refuse(p_kind || '.exceeds_limit', p_asked || ' above ' || person.limit_minor);
    END IF;
    IF EXISTS (SELECT 1 FROM ledger.decision d WHERE d.login = person.name AND d.verb = p_verb
               AND d.subject = p_subject AND d.refusal_code = '') THEN
        PERFORM desk.refuse('approval.already_given', person.name || ' of ' || p_subject);
    END IF;
END
$$;

-- As models/workflow/decision.h writes it.
CREATE FUNCTION desk.approval_arguments(p_name text, p_subject text, p_amount_name text, p_minor bigint,
                                        p_currency text)
    RETURNS text
    LANGUAGE plpgsql IMMUTABLE SET search_path = pg_catalog, pg_temp AS $$
BEGIN
    RETURN format('{"%s":%s,"%s":{"minor":%s,"currency":%s}}', p_name, to_json(p_subject), p_amount_name,
                  coalesce(p_minor, 0), to_json(p_currency));
END
$$;

-- The vote stands when the same is approved again after a daemon could not carry it out.
CREATE FUNCTION desk.vote_for(p_id bytea, p_verb text, p_subject text, p_amount bigint, p_arguments text) RETURNS text
    LANGUAGE plpgsql SET search_path = pg_catalog, ledger, pg_temp AS $$
BEGIN
    INSERT INTO desk.vote (verb, subject, login, amount_minor, at)
        VALUES (p_verb, p_subject, session_user::text, p_amount, desk.now_ms())
        ON CONFLICT (verb, subject, login, amount_minor) DO NOTHING;
    RETURN desk.put_decision(p_id, p_verb, p_subject, p_arguments);
END
$$;

CREATE FUNCTION desk.approve_refund(p_id bytea, p_refund_no text, p_amount_minor bigint) RETURNS text
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, ledger, pg_temp SET lock_timeout = '5s' AS $$
DECLARE
    person ledger.operator := desk.approver();
    refund ledger.payment_refund;
    content text;
    before text;
BEGIN
    SELECT r.* INTO refund FROM ledger.payment_refund r WHERE r.refund_no = p_refund_no FOR UPDATE;
    IF refund.refund_no IS NULL THEN
        PERFORM desk.refuse('refund.not_found', left(p_refund_no, 64));
    END IF;
    content := desk.approval_arguments('refund_no', refund.refund_no, 'amount', p_amount_minor, refund.currency);
    before := desk.handed_in(p_id, 'refund.approve', refund.refund_no, content);
    IF before IS NOT NULL THEN
        RETURN before;
    END IF;
    IF EXISTS (SELECT 1 FROM ledger.refund_batch_row b WHERE b.refund_no = refund.refund_no) THEN
        PERFORM desk.refuse('refund.in_batch', refund.refund_no);
    END IF;
    PERFORM desk.check_request(person, 'refund', 'refund.approve', refund.refund_no, refund.approval,
                               refund.requested_by, refund.amount_minor, p_amount_minor);
    RETURN desk.vote_for(p_id, 'refund.approve', refund.refund_no, p_amount_minor, content);
END
$$;

CREATE FUNCTION desk.approve_claim(p_id bytea, p_claim_no text, p_up_to_minor bigint) RETURNS text
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, ledger, pg_temp SET lock_timeout = '5s' AS $$
DECLARE
    person ledger.operator := desk.approver();
    claim ledger.carrier_claim;
    content text;
    before text;
BEGIN
    SELECT c.* INTO claim FROM ledger.carrier_claim c WHERE c.claim_no = p_claim_no FOR UPDATE;
    IF claim.claim_no IS NULL THEN
        PERFORM desk.refuse('claim.not_found', left(p_claim_no, 64));
    END IF;
    content := desk.approval_arguments('claim_no', claim.claim_no, 'up_to', p_up_to_minor, claim.currency);
    before := desk.handed_in(p_id, 'claim.approve', claim.claim_no, content);
    IF before IS NOT NULL THEN
        RETURN before;
    END IF;
    PERFORM desk.check_request(person, 'claim', 'claim.approve', claim.claim_no, claim.approval, claim.requested_by,
                               claim.up_to_minor, p_up_to_minor);
    RETURN desk.vote_for(p_id, 'claim.approve', claim.claim_no, p_up_to_minor, content);
END
$$;

CREATE FUNCTION desk.approve_batch(p_id bytea, p_batch_no text, p_total_minor bigint) RETURNS text
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, ledger, pg_temp SET lock_timeout = '5s' AS $$
DECLARE
    person ledger.operator := desk.approver();
    batch ledger.refund_batch;
    content text;
    before text;
BEGIN
    SELECT b.* INTO batch FROM ledger.refund_batch b WHERE b.batch_no = p_batch_no FOR UPDATE;
    IF batch.batch_no IS NULL THEN
        PERFORM desk.refuse('batch.not_found', left(p_batch_no, 64));
    END IF;
    content := desk.approval_arguments('batch_no', batch.batch_no, 'total', p_total_minor, batch.currency);
    before := desk.handed_in(p_id, 'batch.approve', batch.batch_no, content);
    IF before IS NOT NULL THEN
        RETURN before;
    END IF;
    PERFORM desk.check_request(person, 'refund', 'batch.approve', batch.batch_no, batch.approval, batch.requested_by,
                               batch.total_minor, p_total_minor);
    RETURN desk.vote_for(p_id, 'batch.approve', batch.batch_no, p_total_minor, content);
END
$$;

GRANT EXECUTE ON FUNCTION desk.submit_decision(bytea, text, text, text), desk.approve_refund(bytea, text, bigint),
    desk.approve_claim(bytea, text, bigint), desk.approve_batch(bytea, text, bigint)
    TO "{db}_agent", "{db}_ops", "{db}_supervisor", "{db}_administrator";
