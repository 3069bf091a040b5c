-- SPDX-License-Identifier: GPL-3.0-or-later
-- What approvals rest on stays as it was asked for: a request is of whoever decided it, and is not
-- another's afterwards. What says that it is approved, and what moves its money, has its approval
-- when the transaction ends; chained rows are written last, so both are asked only then.

CREATE FUNCTION desk.refund_is_asked_for() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, ledger, pg_temp AS $$
BEGIN
    IF desk.is_owner() THEN
        RETURN NEW;
    END IF;
    IF TG_OP = 'UPDATE' THEN
        IF (NEW.requested_by, NEW.initiator, NEW.basis, NEW.member_id, NEW.claim_no, NEW.retry_of, NEW.created_at)
           IS DISTINCT FROM
           (OLD.requested_by, OLD.initiator, OLD.basis, OLD.member_id, OLD.claim_no, OLD.retry_of, OLD.created_at) THEN
            PERFORM desk.refuse('refund.changed', NEW.refund_no || ' stays as it was asked for');
        END IF;
        RETURN NEW;
    END IF;
    IF NEW.initiator = 'SYSTEM' THEN
        IF NOT EXISTS (SELECT 1 FROM ledger.carrier_claim c WHERE c.claim_no = NEW.claim_no
                       AND c.order_no = NEW.order_no
                       AND c.approval = 'APPROVED' AND c.requested_by = NEW.requested_by) THEN
            PERFORM desk.refuse('operator.not_permitted', NEW.refund_no || ' is of no approved claim');
        END IF;
    ELSIF NEW.initiator <> 'ADMIN' OR NOT EXISTS (
              SELECT 1 FROM desk.open_decisions(NEW.requested_by,
                                            ARRAY[NEW.order_no, NEW.retry_of, NEW.claim_no, '']) d
              WHERE desk.asks_for(d, NEW)) THEN
        PERFORM desk.refuse('operator.not_permitted', NEW.requested_by || ' decided nothing like ' || NEW.refund_no);
    END IF;
    RETURN NEW;
END
$$;
CREATE TRIGGER payment_refund_is_asked_for BEFORE INSERT OR UPDATE ON ledger.payment_refund
    FOR EACH ROW EXECUTE FUNCTION desk.refund_is_asked_for();

CREATE FUNCTION desk.claim_is_asked_for() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, ledger, pg_temp AS $$
BEGIN
    IF desk.is_owner() THEN
        RETURN NEW;
    ELSIF TG_OP = 'UPDATE' THEN
        IF (NEW.requested_by, NEW.opened_at) IS DISTINCT FROM (OLD.requested_by, OLD.opened_at) THEN
            PERFORM desk.refuse('claim.changed', NEW.claim_no || ' stays as it was asked for');
        END IF;
    ELSIF NOT EXISTS (SELECT 1 FROM desk.open_decisions(NEW.requested_by, ARRAY[NEW.shipment_no]) d
                      WHERE desk.asks_for(d, NEW)) THEN
        PERFORM desk.refuse('operator.not_permitted', NEW.requested_by || ' decided nothing like ' || NEW.claim_no);
    END IF;
    RETURN NEW;
END
$$;
CREATE TRIGGER carrier_claim_is_asked_for BEFORE INSERT OR UPDATE ON ledger.carrier_claim
    FOR EACH ROW EXECUTE FUNCTION desk.claim_is_asked_for();

CREATE FUNCTION desk.refund_is_approved() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, ledger, pg_temp AS $$
BEGIN
    IF NOT desk.is_owner()
       AND NOT EXISTS (SELECT 1 FROM ledger.payment_refund_approval a WHERE a.refund_no = NEW.refund_no
                       AND a.approved_by = NEW.approved_by AND a.amount_minor = NEW.amount_minor) THEN
        PERFORM desk.refuse('operator.not_permitted', NEW.refund_no || ' has no approval');
    END IF;
    RETURN NULL;
END
$$;
CREATE CONSTRAINT TRIGGER payment_refund_is_approved AFTER INSERT OR UPDATE ON ledger.payment_refund
    DEFERRABLE INITIALLY DEFERRED FOR EACH ROW
    WHEN (NEW.approval = 'APPROVED' OR NEW.approved_by <> '' OR NEW.status NOT IN ('INIT', 'FAIL', 'CLOSED'))
    EXECUTE FUNCTION desk.refund_is_approved();

CREATE FUNCTION desk.claim_is_approved() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, ledger, pg_temp AS $$
BEGIN
    IF NOT desk.is_owner()
       AND NOT EXISTS (SELECT 1 FROM ledger.carrier_claim_approval a WHERE a.claim_no = NEW.claim_no
                       AND a.approved_by = NEW.approved_by AND a.up_to_minor = NEW.up_to_minor) THEN
        PERFORM desk.refuse('operator.not_permitted', NEW.claim_no || ' has no approval');
    END IF;
    RETURN NULL;
END
$$;
CREATE CONSTRAINT TRIGGER carrier_claim_is_approved AFTER INSERT OR UPDATE ON ledger.carrier_claim
    DEFERRABLE INITIALLY DEFERRED FOR EACH ROW WHEN (NEW.approval = 'APPROVED' OR NEW.approved_by <> '')
    EXECUTE FUNCTION desk.claim_is_approved();

-- Money of a refund moves under the refund's own movement, to its own member, as approved.
CREATE FUNCTION desk.movement_is_approved() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, ledger, pg_temp AS $$
BEGIN
    IF NOT desk.is_owner()
       AND NOT EXISTS (SELECT 1 FROM ledger.payment_refund r
                       JOIN ledger.payment_refund_approval a ON a.refund_no = r.refund_no
                       WHERE r.order_no = NEW.reference AND r.transfer_id = NEW.transfer_id
                         AND a.amount_minor = NEW.amount_minor AND a.currency = NEW.currency
                         AND NEW.credit_member IN (r.member_id, '')) THEN
        PERFORM desk.refuse('operator.not_permitted', NEW.kind || ' for ' || NEW.reference || ' joins no approval');
    END IF;
    RETURN NULL;
END
$$;
CREATE CONSTRAINT TRIGGER ledger_transfer_is_approved AFTER INSERT ON ledger.ledger_transfer
    DEFERRABLE INITIALLY DEFERRED FOR EACH ROW
    WHEN (NEW.kind IN ('REFUND', 'ADJUSTMENT', 'REFUND_PAID', 'REFUND_BY_HAND', 'COUPON_ISSUED'))
    EXECUTE FUNCTION desk.movement_is_approved();
