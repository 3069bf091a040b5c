-- SPDX-License-Identifier: GPL-3.0-or-later
-- Tickets, refunds with their approvals, what is still to be done, and what customers are told.

CREATE TABLE cs_ticket (
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
CREATE INDEX cs_ticket_by_due ON cs_ticket (due_at, ticket_no);
CREATE INDEX cs_ticket_by_opened ON cs_ticket (opened_at, ticket_no);
CREATE INDEX cs_ticket_open ON cs_ticket (due_at, ticket_no) WHERE state NOT IN ('RESOLVED', 'REJECTED', 'CLOSED');
CREATE INDEX cs_ticket_by_order ON cs_ticket (order_no, opened_at);
CREATE INDEX cs_ticket_by_member ON cs_ticket (member_id, opened_at);
CREATE INDEX cs_ticket_by_connector ON cs_ticket (charge_point_id, connector_id, opened_at);
GUARD cs_ticket_no_delete BEFORE DELETE ON cs_ticket WHEN 1 = 1 SAY 'a ticket is never deleted';

CREATE TABLE cs_ticket_entry (
    ticket_no TEXT NOT NULL REFERENCES cs_ticket (ticket_no),
    n INTEGER NOT NULL,
    at BIGINT NOT NULL,
    kind TEXT NOT NULL,
    actor_source TEXT NOT NULL,
    actor_name TEXT NOT NULL,
    text TEXT NOT NULL,
    PRIMARY KEY (ticket_no, n)
);
GUARD cs_ticket_entry_no_update BEFORE UPDATE ON cs_ticket_entry WHEN 1 = 1 SAY 'the timeline of a ticket is never changed';
GUARD cs_ticket_entry_no_delete BEFORE DELETE ON cs_ticket_entry WHEN 1 = 1 SAY 'the timeline of a ticket is never deleted from';

CREATE TABLE cs_ticket_evidence (
    id {blob} NOT NULL PRIMARY KEY CHECK (length(id) = 16),
    ticket_no TEXT NOT NULL REFERENCES cs_ticket (ticket_no),
    name TEXT NOT NULL,
    media_type TEXT NOT NULL,
    sha256 {blob} NOT NULL CHECK (length(sha256) = 32),
    size_bytes BIGINT NOT NULL,
    added_at BIGINT NOT NULL,
    bytes {blob} NOT NULL
);
CREATE INDEX cs_ticket_evidence_by_ticket ON cs_ticket_evidence (ticket_no, added_at, id);

CREATE TABLE payment_refund (
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
CREATE INDEX payment_refund_by_time ON payment_refund (created_at, refund_no);
CREATE INDEX payment_refund_by_order ON payment_refund (order_no, created_at, refund_no);
CREATE INDEX payment_refund_waiting ON payment_refund (created_at, refund_no) WHERE approval = 'WAITING';

-- One approval a request: the key says so.
CREATE TABLE payment_refund_approval (
    refund_no TEXT NOT NULL PRIMARY KEY REFERENCES payment_refund (refund_no),
    approved_by TEXT NOT NULL CHECK (approved_by <> ''),
    currency TEXT NOT NULL CHECK (length(currency) = 3),
    amount_minor BIGINT NOT NULL CHECK (amount_minor > 0),
    at BIGINT NOT NULL,
    chain_no INTEGER NOT NULL,
    chain_seq BIGINT NOT NULL,
    UNIQUE (chain_no, chain_seq)
);
GUARD payment_refund_approval_no_update BEFORE UPDATE ON payment_refund_approval WHEN 1 = 1 SAY 'an approval is never changed';
GUARD payment_refund_approval_no_delete BEFORE DELETE ON payment_refund_approval WHEN 1 = 1 SAY 'an approval is never deleted';
GUARD payment_refund_approval_covers BEFORE INSERT ON payment_refund_approval
    WHEN NOT EXISTS (SELECT 1 FROM payment_refund r WHERE r.refund_no = NEW.refund_no
                     AND r.amount_minor = NEW.amount_minor AND r.currency = NEW.currency)
    SAY 'an approval names the amount that was asked for';

-- Every version of a refund as canonical bytes, chained; payment_refund is the newest.
CREATE TABLE payment_refund_log (
    refund_no TEXT NOT NULL REFERENCES payment_refund (refund_no),
    version BIGINT NOT NULL,
    content {blob} NOT NULL,
    chain_no INTEGER NOT NULL,
    chain_seq BIGINT NOT NULL,
    PRIMARY KEY (refund_no, version),
    UNIQUE (chain_no, chain_seq)
);
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

CREATE TABLE outbox (
    id {blob} NOT NULL PRIMARY KEY CHECK (length(id) = 16),
    kind TEXT NOT NULL,
    key TEXT NOT NULL,
    payload TEXT NOT NULL,
    actor_source TEXT NOT NULL,
    actor_name TEXT NOT NULL,
    created_at BIGINT NOT NULL,
    due_at BIGINT NOT NULL,
    attempts INTEGER NOT NULL,
    done_at BIGINT,
    last_error TEXT NOT NULL,
    lease_owner TEXT NOT NULL,
    lease_until BIGINT NOT NULL,
    UNIQUE (kind, key)
);
CREATE INDEX outbox_waiting ON outbox (kind, due_at, id) WHERE done_at IS NULL;
GUARD outbox_no_delete BEFORE DELETE ON outbox WHEN 1 = 1 SAY 'an effect is never deleted';

CREATE TABLE notice (
    event_id {blob} NOT NULL PRIMARY KEY CHECK (length(event_id) = 16),
    n BIGINT NOT NULL UNIQUE,
    kind TEXT NOT NULL,
    member_id TEXT NOT NULL,
    order_no TEXT NOT NULL,
    at BIGINT NOT NULL,
    values_json TEXT NOT NULL
);
CREATE INDEX notice_by_order ON notice (order_no, n);
GUARD notice_no_update BEFORE UPDATE ON notice WHEN 1 = 1 SAY 'a notice is never changed';
GUARD notice_no_delete BEFORE DELETE ON notice WHEN 1 = 1 SAY 'a notice is never deleted';

CREATE TABLE access_token (
    sha256 {blob} NOT NULL PRIMARY KEY CHECK (length(sha256) = 32),
    order_no TEXT NOT NULL,
    desk TEXT NOT NULL,
    issued_at BIGINT NOT NULL,
    expires_at BIGINT
);
