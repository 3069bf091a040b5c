-- SPDX-License-Identifier: GPL-3.0-or-later
-- The worker writes approvals, and each must join what a person said under his own login: his vote, or
-- his own request that he may grant alone, or the claim that he approved "up to". The rules of
-- models/workflow are repeated here so far as they say who may; the owner (init, import) is
-- not asked. AC001 as in 0002.

-- Decisions of that person that are being carried out: waiting, or ended by this very transaction.
CREATE FUNCTION desk.open_decisions(p_login text, p_subjects text[]) RETURNS SETOF ledger.decision
    LANGUAGE plpgsql STABLE SET search_path = pg_catalog, ledger, pg_temp AS $$
BEGIN
    RETURN QUERY
    SELECT d.* FROM ledger.decision d
    WHERE d.login = p_login AND d.subject = ANY (p_subjects) AND d.refusal_code = ''
      AND (d.done_at IS NULL OR d.xmin = pg_current_xact_id_if_assigned()::xid);
END
$$;

-- Whether a decision asks for this refund.
CREATE FUNCTION desk.asks_for(d ledger.decision, r ledger.payment_refund) RETURNS boolean
    LANGUAGE plpgsql STABLE SET search_path = pg_catalog, ledger, pg_temp AS $$
BEGIN
    RETURN CASE d.verb
        WHEN 'refund.request' THEN d.subject = r.order_no AND r.kind IN ('REFUND', 'ADJUSTMENT')
            AND d.arguments::jsonb #>> '{amount,minor}' = r.amount_minor::text
            AND d.arguments::jsonb #>> '{amount,currency}' = r.currency
        WHEN 'refund.request_goods' THEN d.subject = r.order_no AND r.kind = 'GOODS_REFUND'
        WHEN 'refund.decide_exception' THEN d.subject = r.order_no AND r.kind = 'GOODS_REFUND'
            AND jsonb_typeof(d.arguments::jsonb -> 'refund') = 'object'
        WHEN 'refund.retry' THEN d.subject = r.retry_of AND r.retry_of <> ''
        WHEN 'refund.by_hand' THEN d.subject = r.retry_of AND r.retry_of <> '' AND r.kind = 'BY_HAND'
        WHEN 'claim.decide' THEN d.subject = r.claim_no AND r.claim_no <> ''
        -- One of its orders; how much of each is the batch's.
        WHEN 'batch.request' THEN r.kind = 'REFUND' AND strpos(d.arguments, to_json(r.order_no)::text) > 0
        ELSE false
    END;
END
$$;

CREATE FUNCTION desk.asks_for(d ledger.decision, c ledger.carrier_claim) RETURNS boolean
    LANGUAGE plpgsql STABLE SET search_path = pg_catalog, ledger, pg_temp AS $$
BEGIN
    RETURN CASE WHEN d.verb = 'claim.open' AND d.subject = c.shipment_no THEN
        d.arguments::jsonb #>> '{amount,minor}' = c.amount_minor::text
        AND coalesce(d.arguments::jsonb #>> '{up_to,minor}', '0') = c.up_to_minor::text
    ELSE false END;
END
$$;

-- What a person granted and promised alone of an order, but for one refund and one claim. Who asks
-- holds the order, so that two daemons do not grant up to the same limit at once.
CREATE FUNCTION desk.alone_of_order(p_order_no text, p_login text, p_refund_no text, p_claim_no text) RETURNS numeric
    LANGUAGE plpgsql STABLE SET search_path = pg_catalog, ledger, pg_temp AS $$
BEGIN
    RETURN coalesce((SELECT sum(r.amount_minor) FROM ledger.payment_refund r
                     WHERE r.order_no = p_order_no AND r.requested_by = p_login AND r.approved_by = p_login
                       AND r.refund_no <> p_refund_no AND r.approval <> 'SENT_BACK'
                       AND r.status NOT IN ('FAIL', 'CLOSED', 'REVERSED')), 0)
         + coalesce((SELECT sum(c.up_to_minor) FROM ledger.carrier_claim c
                     WHERE c.order_no = p_order_no AND c.requested_by = p_login AND c.approved_by = p_login
                       AND c.claim_no <> p_claim_no AND c.approval = 'APPROVED'
                       AND c.state NOT IN ('DENIED', 'CLOSED')
                       AND NOT EXISTS (SELECT 1 FROM ledger.payment_refund r WHERE r.claim_no = c.claim_no
                                       AND r.order_no = p_order_no)), 0);
END
$$;

-- An enabled operator whose limit covers the amount.
CREATE FUNCTION desk.check_limit(p_kind text, p_login text, p_amount numeric) RETURNS void
    LANGUAGE plpgsql STABLE SET search_path = pg_catalog, ledger, pg_temp AS $$
DECLARE
    person ledger.operator;
BEGIN
    PERFORM desk.check_isolation();
    SELECT o.* INTO person FROM ledger.operator o WHERE o.name = p_login;
    IF person.name IS NULL THEN
        PERFORM desk.refuse('operator.not_found', p_login);
    ELSIF person.disabled <> 0 THEN
        PERFORM desk.refuse('operator.disabled', p_login);
    ELSIF person.role = 'worker' OR (person.limit_minor IS NULL AND p_amount > 0) THEN
        PERFORM desk.refuse('operator.not_permitted', p_login || ' approves nothing');
    ELSIF p_amount > 0 AND p_amount > person.limit_minor THEN
        PERFORM desk.refuse(p_kind || '.exceeds_limit', p_amount || ' above ' || person.limit_minor || ' of '
                                                        || p_login);
    END IF;
END
$$;

-- Whether that person voted for exactly this, and no daemon had to refuse it since.
CREATE FUNCTION desk.has_voted(p_verb text, p_subject text, p_login text, p_amount bigint) RETURNS boolean
    LANGUAGE plpgsql STABLE SET search_path = pg_catalog, ledger, pg_temp AS $$
BEGIN
    RETURN EXISTS (SELECT 1 FROM desk.vote v WHERE v.verb = p_verb AND v.subject = p_subject AND v.login = p_login
                   AND v.amount_minor = p_amount)
       AND EXISTS (SELECT 1 FROM ledger.decision d WHERE d.login = p_login AND d.verb = p_verb
                   AND d.subject = p_subject AND d.refusal_code = '');
END
$$;

-- models/workflow/approval_rules.h: how many people besides the requester.
CREATE FUNCTION desk.approvers_needed(p_amount numeric) RETURNS integer
    LANGUAGE plpgsql STABLE SET search_path = pg_catalog, ledger, pg_temp AS $$
BEGIN
    RETURN coalesce((SELECT max(r.approvers) FROM ledger.approval_rule r WHERE r.above_minor < p_amount), 1);
END
$$;

-- The approver's own vote, and those of as many others as the rules ask for.
CREATE FUNCTION desk.check_votes(p_kind text, p_verb text, p_subject text, p_requested_by text, p_login text,
                                 p_amount bigint)
    RETURNS void
    LANGUAGE plpgsql STABLE SET search_path = pg_catalog, ledger, pg_temp AS $$
DECLARE
    votes bigint;
BEGIN
    PERFORM desk.check_limit(p_kind, p_login, p_amount);
    IF NOT desk.has_voted(p_verb, p_subject, p_login, p_amount) THEN
        PERFORM desk.refuse('operator.not_permitted', p_login || ' approved nothing of ' || p_subject);
    END IF;
    SELECT count(*) INTO votes FROM desk.vote v
        WHERE v.verb = p_verb AND v.subject = p_subject AND v.amount_minor = p_amount AND v.login <> p_requested_by
          AND desk.has_voted(p_verb, p_subject, v.login, p_amount);
    IF votes < desk.approvers_needed(p_amount) THEN
        PERFORM desk.refuse('operator.not_permitted', p_subject || ' has ' || votes || ' of '
                            || desk.approvers_needed(p_amount) || ' approvals');
    END IF;
END
$$;

-- What one person granted of one order alone is summed while nobody else grants of it. Of another order he
-- may grant at the same time: each decision serves once by the key of granted_alone.
CREATE FUNCTION desk.hold_order(p_order_no text) RETURNS void
    LANGUAGE plpgsql SET search_path = pg_catalog, ledger, pg_temp AS $$
BEGIN
    PERFORM 1 FROM ledger.charging_order o WHERE o.order_no = p_order_no FOR NO KEY UPDATE;
    PERFORM 1 FROM ledger.orders o WHERE o.order_no = p_order_no FOR NO KEY UPDATE;
END
$$;

-- One decision grants one thing; false where there is none left.
CREATE FUNCTION desk.use_decision(p_verb text, p_subject text, p_login text, p_candidates bytea[]) RETURNS boolean
    LANGUAGE plpgsql SET search_path = pg_catalog, ledger, pg_temp AS $$
BEGIN
    INSERT INTO desk.granted_alone (verb, subject, decision_id, login, at)
        SELECT p_verb, p_subject, c.id, p_login, desk.now_ms() FROM unnest(p_candidates) AS c (id)
        WHERE NOT EXISTS (SELECT 1 FROM desk.granted_alone g WHERE g.decision_id = c.id)
        LIMIT 1;
    RETURN FOUND;
END
$$;

CREATE FUNCTION desk.refund_approval_stands() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, ledger, pg_temp AS $$
DECLARE
    refund ledger.payment_refund;
    promised bigint;
    in_all numeric;
BEGIN
    IF desk.is_owner() THEN
        RETURN NEW;
    END IF;
    SELECT r.* INTO refund FROM ledger.payment_refund r WHERE r.refund_no = NEW.refund_no FOR UPDATE;
    IF refund.refund_no IS NULL OR refund.amount_minor <> NEW.amount_minor OR refund.currency <> NEW.currency THEN
        PERFORM desk.refuse('refund.changed', NEW.refund_no);
    END IF;
    -- Decided with its batch, which has its own trigger; its rows are carried out one after the other.
    IF EXISTS (SELECT 1 FROM ledger.refund_batch_row w JOIN ledger.refund_batch b ON b.batch_no = w.batch_no
               WHERE w.refund_no = NEW.refund_no AND b.approval = 'APPROVED' AND b.approved_by = NEW.approved_by) THEN
        RETURN NEW;
    END IF;
    IF refund.initiator = 'SYSTEM' AND refund.claim_no <> '' THEN
        PERFORM desk.check_isolation();
        PERFORM 1 FROM ledger.carrier_claim c WHERE c.claim_no = refund.claim_no FOR UPDATE;
        SELECT a.up_to_minor INTO promised FROM ledger.carrier_claim_approval a
            WHERE a.claim_no = refund.claim_no AND a.approved_by = NEW.approved_by AND a.currency = NEW.currency;
        IF promised >= (SELECT sum(r.amount_minor) FROM ledger.payment_refund r
                        WHERE r.claim_no = refund.claim_no AND r.initiator = 'SYSTEM' AND r.approval <> 'SENT_BACK'
                          AND r.status NOT IN ('FAIL', 'CLOSED', 'REVERSED')) THEN
            RETURN NEW;
        END IF;
    END IF;
    IF refund.requested_by <> NEW.approved_by THEN
        PERFORM desk.check_votes('refund', 'refund.approve', NEW.refund_no, refund.requested_by, NEW.approved_by,
                                 NEW.amount_minor);
        RETURN NEW;
    END IF;
    PERFORM desk.hold_order(refund.order_no);
    in_all := NEW.amount_minor + desk.alone_of_order(refund.order_no, NEW.approved_by, NEW.refund_no, '');
    PERFORM desk.check_limit('refund', NEW.approved_by, in_all);
    IF refund.initiator <> 'ADMIN' OR desk.approvers_needed(in_all) > 1
       OR NOT desk.use_decision('refund', NEW.refund_no, NEW.approved_by, ARRAY(
              SELECT d.id FROM desk.open_decisions(NEW.approved_by,
                                                   ARRAY[refund.order_no, refund.retry_of, refund.claim_no]) d
              WHERE d.verb <> 'batch.request' AND desk.asks_for(d, refund))) THEN
        PERFORM desk.refuse('refund.own_request', NEW.approved_by || ' decided nothing like ' || NEW.refund_no);
    END IF;
    RETURN NEW;
END
$$;
CREATE TRIGGER payment_refund_approval_stands BEFORE INSERT ON ledger.payment_refund_approval
    FOR EACH ROW EXECUTE FUNCTION desk.refund_approval_stands();

CREATE FUNCTION desk.claim_approval_stands() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, ledger, pg_temp AS $$
DECLARE
    claim ledger.carrier_claim;
    in_all numeric := 0;
BEGIN
    IF desk.is_owner() THEN
        RETURN NEW;
    END IF;
    SELECT c.* INTO claim FROM ledger.carrier_claim c WHERE c.claim_no = NEW.claim_no FOR UPDATE;
    IF claim.claim_no IS NULL OR claim.up_to_minor <> NEW.up_to_minor OR claim.currency <> NEW.currency THEN
        PERFORM desk.refuse('claim.changed', NEW.claim_no);
    END IF;
    IF claim.requested_by <> NEW.approved_by THEN
        PERFORM desk.check_votes('claim', 'claim.approve', NEW.claim_no, claim.requested_by, NEW.approved_by,
                                 NEW.up_to_minor);
        RETURN NEW;
    END IF;
    PERFORM desk.hold_order(claim.order_no);
    IF NEW.up_to_minor > 0 THEN
        in_all := NEW.up_to_minor + desk.alone_of_order(claim.order_no, NEW.approved_by, '', NEW.claim_no);
    END IF;
    PERFORM desk.check_limit('claim', NEW.approved_by, in_all);
    IF desk.approvers_needed(in_all) > 1
       OR NOT desk.use_decision('claim', NEW.claim_no, NEW.approved_by, ARRAY(
           SELECT d.id FROM desk.open_decisions(NEW.approved_by, ARRAY[claim.shipment_no]) d
           WHERE desk.asks_for(d, claim))) THEN
        PERFORM desk.refuse('claim.own_request', NEW.approved_by || ' decided nothing like ' || NEW.claim_no);
    END IF;
    RETURN NEW;
END
$$;
CREATE TRIGGER carrier_claim_approval_stands BEFORE INSERT ON ledger.carrier_claim_approval
    FOR EACH ROW EXECUTE FUNCTION desk.claim_approval_stands();

CREATE FUNCTION desk.batch_stands() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, ledger, pg_temp AS $$
BEGIN
    IF desk.is_owner() OR (TG_OP = 'UPDATE' AND (NEW.approval <> 'APPROVED' OR OLD.approval = 'APPROVED')) THEN
        RETURN NEW;
    END IF;
    IF TG_OP = 'INSERT' AND NOT EXISTS (SELECT 1 FROM desk.open_decisions(NEW.requested_by, ARRAY['']) d
                                        WHERE d.verb = 'batch.request') THEN
        PERFORM desk.refuse('operator.not_permitted', NEW.requested_by || ' decided nothing like ' || NEW.batch_no);
    ELSIF NEW.approval <> 'APPROVED' THEN
        RETURN NEW;
    ELSIF NEW.requested_by <> NEW.approved_by THEN
        PERFORM desk.check_votes('refund', 'batch.approve', NEW.batch_no, NEW.requested_by, NEW.approved_by,
                                 NEW.total_minor);
        RETURN NEW;
    END IF;
    PERFORM desk.check_limit('refund', NEW.approved_by, NEW.total_minor);
    IF desk.approvers_needed(NEW.total_minor) > 1
       OR NOT desk.use_decision('batch', NEW.batch_no, NEW.approved_by, ARRAY(
              SELECT d.id FROM desk.open_decisions(NEW.approved_by, ARRAY['']) d WHERE d.verb = 'batch.request')) THEN
        PERFORM desk.refuse('refund.own_request', NEW.approved_by || ' decided nothing like ' || NEW.batch_no);
    END IF;
    RETURN NEW;
END
$$;
CREATE TRIGGER refund_batch_stands BEFORE INSERT OR UPDATE ON ledger.refund_batch
    FOR EACH ROW EXECUTE FUNCTION desk.batch_stands();

-- The chained vote is the copy of one that was given in desk.vote.
CREATE FUNCTION desk.vote_stands() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, ledger, pg_temp AS $$
BEGIN
    IF NOT desk.is_owner() AND NOT desk.has_voted('refund.approve', NEW.subject, NEW.login, NEW.up_to_minor)
       AND NOT desk.has_voted('claim.approve', NEW.subject, NEW.login, NEW.up_to_minor)
       AND NOT desk.has_voted('batch.approve', NEW.subject, NEW.login, NEW.up_to_minor) THEN
        PERFORM desk.refuse('operator.not_permitted', NEW.login || ' approved nothing of ' || NEW.subject);
    END IF;
    RETURN NEW;
END
$$;
CREATE TRIGGER approval_vote_stands BEFORE INSERT ON ledger.approval_vote
    FOR EACH ROW EXECUTE FUNCTION desk.vote_stands();
