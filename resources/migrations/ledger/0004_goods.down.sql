-- SPDX-License-Identifier: GPL-3.0-or-later
-- The shared tables get their old shape back; rows of goods orders go.
CREATE TABLE old_payment_refund (
    refund_no TEXT NOT NULL PRIMARY KEY CHECK (refund_no <> ''),
    kind TEXT NOT NULL,
    order_no TEXT NOT NULL REFERENCES charging_order (order_no),
    member_id TEXT NOT NULL,
    ticket_no TEXT NOT NULL,
    currency TEXT NOT NULL CHECK (length(currency) = 3),
    amount_minor BIGINT NOT NULL CHECK (amount_minor > 0),
    status TEXT NOT NULL,
    approval TEXT NOT NULL,
    reason_code TEXT NOT NULL,
    note TEXT NOT NULL,
    basis TEXT NOT NULL,
    initiator TEXT NOT NULL,
    requested_by TEXT NOT NULL,
    approved_by TEXT NOT NULL,
    transfer_id {blob} NOT NULL CHECK (length(transfer_id) = 16),
    external_refund_id TEXT NOT NULL,
    created_at BIGINT NOT NULL,
    decided_at BIGINT,
    posted_at BIGINT,
    version BIGINT NOT NULL
);
INSERT INTO old_payment_refund (refund_no, kind, order_no, member_id, ticket_no, currency, amount_minor, status, approval,
                                reason_code, note, basis, initiator, requested_by, approved_by, transfer_id,
                                external_refund_id, created_at, decided_at, posted_at, version)
    SELECT refund_no, kind, order_no, member_id, ticket_no, currency, amount_minor, status, approval, reason_code,
           note, basis, initiator, requested_by, approved_by, transfer_id, external_refund_id, created_at, decided_at,
           posted_at, version
    FROM payment_refund WHERE kind IN ('REFUND', 'ADJUSTMENT');
DROP TABLE payment_refund_unit;
DROP TABLE payment_refund_item;
DROP TABLE payment_refund;
ALTER TABLE old_payment_refund RENAME TO payment_refund;

CREATE TABLE old_payment_refund_approval (
    refund_no TEXT NOT NULL PRIMARY KEY REFERENCES payment_refund (refund_no),
    approved_by TEXT NOT NULL CHECK (approved_by <> ''),
    currency TEXT NOT NULL CHECK (length(currency) = 3),
    amount_minor BIGINT NOT NULL CHECK (amount_minor > 0),
    at BIGINT NOT NULL,
    chain_no INTEGER NOT NULL,
    chain_seq BIGINT NOT NULL,
    UNIQUE (chain_no, chain_seq)
);
INSERT INTO old_payment_refund_approval (refund_no, approved_by, currency, amount_minor, at, chain_no, chain_seq)
    SELECT refund_no, approved_by, currency, amount_minor, at, chain_no, chain_seq FROM payment_refund_approval
    WHERE refund_no IN (SELECT refund_no FROM payment_refund);
DROP TABLE payment_refund_approval;
ALTER TABLE old_payment_refund_approval RENAME TO payment_refund_approval;

CREATE TABLE old_payment_refund_log (
    refund_no TEXT NOT NULL REFERENCES payment_refund (refund_no),
    version BIGINT NOT NULL,
    content {blob} NOT NULL,
    chain_no INTEGER NOT NULL,
    chain_seq BIGINT NOT NULL,
    PRIMARY KEY (refund_no, version),
    UNIQUE (chain_no, chain_seq)
);
INSERT INTO old_payment_refund_log (refund_no, version, content, chain_no, chain_seq)
    SELECT refund_no, version, content, chain_no, chain_seq FROM payment_refund_log
    WHERE refund_no IN (SELECT refund_no FROM payment_refund);
DROP TABLE payment_refund_log;
ALTER TABLE old_payment_refund_log RENAME TO payment_refund_log;

CREATE INDEX payment_refund_by_time ON payment_refund (created_at, refund_no);
CREATE INDEX payment_refund_by_order ON payment_refund (order_no, created_at, refund_no);
CREATE INDEX payment_refund_waiting ON payment_refund (created_at, refund_no) WHERE approval = 'WAITING';
GUARD payment_refund_approval_no_update BEFORE UPDATE ON payment_refund_approval WHEN 1 = 1 SAY 'an approval is never changed';
GUARD payment_refund_approval_no_delete BEFORE DELETE ON payment_refund_approval WHEN 1 = 1 SAY 'an approval is never deleted';
GUARD payment_refund_approval_covers BEFORE INSERT ON payment_refund_approval
    WHEN NOT EXISTS (SELECT 1 FROM payment_refund r WHERE r.refund_no = NEW.refund_no
                     AND r.amount_minor = NEW.amount_minor AND r.currency = NEW.currency)
    SAY 'an approval names the amount that was asked for';
GUARD payment_refund_log_no_update BEFORE UPDATE ON payment_refund_log WHEN 1 = 1 SAY 'a refund decision is never changed';
GUARD payment_refund_log_no_delete BEFORE DELETE ON payment_refund_log WHEN 1 = 1 SAY 'a refund decision is never deleted';
GUARD payment_refund_no_delete BEFORE DELETE ON payment_refund WHEN 1 = 1 SAY 'a refund is never deleted';
GUARD payment_refund_as_approved BEFORE UPDATE ON payment_refund
    WHEN EXISTS (SELECT 1 FROM payment_refund_approval a WHERE a.refund_no = OLD.refund_no
                 AND (a.amount_minor <> NEW.amount_minor OR a.currency <> NEW.currency))
    SAY 'an approved amount is never changed';
GUARD payment_refund_same_order BEFORE UPDATE ON payment_refund
    WHEN NEW.order_no <> OLD.order_no OR NEW.transfer_id <> OLD.transfer_id
    SAY 'a refund stays with its order and its movement';
GUARD payment_refund_within_paid BEFORE INSERT ON payment_refund
    WHEN NEW.approval <> 'SENT_BACK' AND NEW.status NOT IN ('FAIL', 'CLOSED', 'REVERSED')
     AND NEW.amount_minor + (SELECT COALESCE(SUM(r.amount_minor), 0) FROM payment_refund r
                             WHERE r.order_no = NEW.order_no AND r.approval <> 'SENT_BACK'
                             AND r.status NOT IN ('FAIL', 'CLOSED', 'REVERSED'))
       > (SELECT o.fee_minor - o.owed_minor FROM charging_order o WHERE o.order_no = NEW.order_no)
    SAY 'refunds of an order never exceed what was paid for it';
GUARD payment_refund_still_within_paid BEFORE UPDATE ON payment_refund
    WHEN NEW.approval <> 'SENT_BACK' AND NEW.status NOT IN ('FAIL', 'CLOSED', 'REVERSED')
     AND NEW.amount_minor + (SELECT COALESCE(SUM(r.amount_minor), 0) FROM payment_refund r
                             WHERE r.order_no = NEW.order_no AND r.refund_no <> NEW.refund_no
                             AND r.approval <> 'SENT_BACK' AND r.status NOT IN ('FAIL', 'CLOSED', 'REVERSED'))
       > (SELECT o.fee_minor - o.owed_minor FROM charging_order o WHERE o.order_no = NEW.order_no)
    SAY 'refunds of an order never exceed what was paid for it';

CREATE TABLE old_order_status_log (
    order_no TEXT NOT NULL REFERENCES charging_order (order_no),
    at BIGINT NOT NULL,
    from_state TEXT NOT NULL,
    to_state TEXT NOT NULL,
    event TEXT NOT NULL,
    actor_source TEXT NOT NULL,
    actor_name TEXT NOT NULL,
    note TEXT NOT NULL,
    chain_no INTEGER NOT NULL,
    chain_seq BIGINT NOT NULL,
    PRIMARY KEY (order_no, chain_seq),
    UNIQUE (chain_no, chain_seq)
);
INSERT INTO old_order_status_log (order_no, at, from_state, to_state, event, actor_source, actor_name, note, chain_no, chain_seq)
    SELECT order_no, at, from_state, to_state, event, actor_source, actor_name, note, chain_no, chain_seq
    FROM order_status_log WHERE order_no IN (SELECT order_no FROM charging_order);
DROP TABLE order_status_log;
ALTER TABLE old_order_status_log RENAME TO order_status_log;
GUARD order_status_log_no_update BEFORE UPDATE ON order_status_log WHEN 1 = 1 SAY 'the log of an order is never changed';
GUARD order_status_log_no_delete BEFORE DELETE ON order_status_log WHEN 1 = 1 SAY 'the log of an order is never deleted from';

CREATE TABLE old_cs_ticket (
    ticket_no TEXT NOT NULL PRIMARY KEY CHECK (ticket_no <> ''),
    kind TEXT NOT NULL,
    state TEXT NOT NULL,
    order_no TEXT NOT NULL,
    member_id TEXT NOT NULL,
    charge_point_id TEXT NOT NULL,
    connector_id INTEGER NOT NULL,
    reason TEXT NOT NULL,
    text TEXT NOT NULL,
    source TEXT NOT NULL,
    assigned_to TEXT NOT NULL,
    opened_at BIGINT NOT NULL,
    due_at BIGINT NOT NULL,
    closed_at BIGINT,
    decision TEXT NOT NULL,
    version BIGINT NOT NULL
);
INSERT INTO old_cs_ticket (ticket_no, kind, state, order_no, member_id, charge_point_id, connector_id, reason, text, source,
                           assigned_to, opened_at, due_at, closed_at, decision, version)
    SELECT ticket_no, kind, state, order_no, member_id, charge_point_id, connector_id, reason, text, source,
           assigned_to, opened_at, due_at, closed_at, decision, version
    FROM cs_ticket;
DROP TABLE cs_ticket;
ALTER TABLE old_cs_ticket RENAME TO cs_ticket;
CREATE INDEX cs_ticket_by_due ON cs_ticket (due_at, ticket_no);
CREATE INDEX cs_ticket_by_opened ON cs_ticket (opened_at, ticket_no);
CREATE INDEX cs_ticket_open ON cs_ticket (due_at, ticket_no) WHERE state NOT IN ('RESOLVED', 'REJECTED', 'CLOSED');
CREATE INDEX cs_ticket_by_order ON cs_ticket (order_no, opened_at);
CREATE INDEX cs_ticket_by_member ON cs_ticket (member_id, opened_at);
CREATE INDEX cs_ticket_by_connector ON cs_ticket (charge_point_id, connector_id, opened_at);
GUARD cs_ticket_no_delete BEFORE DELETE ON cs_ticket WHEN 1 = 1 SAY 'a ticket is never deleted';

UNGUARD charging_order_number_is_free ON charging_order;

DROP TABLE shipment_status_log;
DROP TABLE shipment_address;
DROP TABLE shipment_unit;
DROP TABLE shipment_item;
DROP TABLE shipment;
DROP TABLE payment_order;
DROP TABLE order_discount_applied;
DROP TABLE order_item_unit;
DROP TABLE order_item;
DROP TABLE orders;
